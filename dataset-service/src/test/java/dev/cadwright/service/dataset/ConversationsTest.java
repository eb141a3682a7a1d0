package dev.cadwright.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.conversation.Conversations;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.manifest.Rejection;
import dev.cadwright.dataset.manifest.ViewsManifest;
import dev.cadwright.jobs.testkit.ServiceClient;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** From a dataset to the folder that a fine-tuning of TinyLLaVA reads. */
@DatasetServiceTest
class ConversationsTest {
    /** A sample that no picture could be made of. */
    private static final String SKIPPED = "00001011";

    private static final List<String> VIEWS = List.of("front", "top", "right");

    @Inject
    ArtifactStore artifacts;

    @Inject
    KernelPool kernel;

    @Test
    void everyAnswerParsesAndExecutesAndTheExportHasItsExactLayout() throws Exception {
        try (ServiceClient service = new ServiceClient()) {
            // Given
            Dataset dataset = Dataset.open(built(service), artifacts);
            List<String> training = ids(dataset, Split.TRAIN);
            List<String> validation = ids(dataset, Split.VALIDATION);
            assertThat(training).hasSizeGreaterThan(5);
            assertThat(validation).isNotEmpty();
            String views = views(dataset);

            // When
            JsonNode conversations = service.run(
                    "dataset.conversations",
                    "{\"dataset\": \"%s\", \"views\": \"%s\", \"seed\": 5}".formatted(dataset.sha256(), views));
            JsonNode export = service.run("dataset.export", """
                    {"dataset": "%s", "views": "%s", "conversations": %s, "name": "parts_1"}
                    """.formatted(dataset.sha256(), views, conversations));

            // Then
            assertThat(conversations.path("count").asInt()).isEqualTo(3 * (training.size() + validation.size() - 1));
            requireExecutable(json(conversations.path("train").asText()), pictured(training));
            requireExecutable(json(conversations.path("validation").asText()), pictured(validation));
            byte[] zip = artifacts.read(export.path("archive").asText(), 64 << 20);
            assertThat(export.path("bytes").asInt()).isEqualTo(zip.length);
            requireLayout(Zips.read(zip), training, validation, conversations);
        }
    }

    private String built(ServiceClient service) throws IOException {
        String zip = artifacts
                .put(Zips.ofSamples("deepcad-json", Map.of()), "application/zip")
                .sha256();
        return service.run("dataset.build", """
                        {"name": "parts", "seed": 3, "points": {"count": 32, "sampled": 64},
                         "splits": {"train": 0.6, "validation": 0.4, "test": 0},
                         "sources": [{"type": "deepcad", "artifact": "%s"},
                                     {"type": "procedural", "count": 4, "solids": false},
                                     {"type": "procedural", "count": 2, "seed": 99, "solids": false, "split": "test"}]}
                        """.formatted(zip)).path("manifest").asText();
    }

    private void requireExecutable(JsonNode conversations, List<String> ids) {
        Set<String> images = new TreeSet<>();
        ids.forEach(id -> VIEWS.forEach(view -> images.add(id + "_" + view + ".png")));
        Set<String> answers = new TreeSet<>();
        for (JsonNode conversation : conversations) {
            assertThat(images.remove(conversation.path("image").asText())).isTrue();
            assertThat(conversation.properties()).hasSize(2);
            JsonNode turns = conversation.path("conversations");
            assertThat(turns).hasSize(2);
            assertThat(turns.get(0).path("from").asText()).isEqualTo("human");
            assertThat(turns.get(0).path("value").asText()).isIn(Conversations.PROMPTS);
            assertThat(turns.get(1).path("from").asText()).isEqualTo("gpt");
            answers.add(turns.get(1).path("value").asText());
        }
        assertThat(images).isEmpty();
        assertThat(answers).hasSameSizeAs(ids).allSatisfy(answer -> {
            assertThat(answer).startsWith("# CAD Construction Sequence\n").doesNotContain("...");
            var construction = Programs.parse(Language.SKETCH, answer).orElseThrow();
            assertThat(kernel.execute(new Source.Program(construction), Request.properties()))
                    .isInstanceOf(Execution.Solid.class);
        });
    }

    private void requireLayout(
            SortedMap<String, byte[]> files, List<String> training, List<String> validation, JsonNode conversations)
            throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String name : List.of(
                "train", "val", "train_val_split", "dataset_info", "rendering_metadata", "tinyllava_metadata")) {
            expected.add("parts_1/" + name + ".json");
        }
        List<String> all = new ArrayList<>(training);
        all.addAll(validation);
        for (String id : all) {
            expected.add("parts_1/cad_json/" + place(id) + ".json");
        }
        pictured(all).forEach(id -> VIEWS.forEach(view -> expected.add("parts_1/images/" + id + "_" + view + ".png")));
        assertThat(files.keySet()).isEqualTo(expected);
        assertThat(files.get("parts_1/train.json"))
                .isEqualTo(artifacts.read(conversations.path("train").asText(), 1 << 20));
        assertThat(files.get("parts_1/images/00000069_front.png")).isEqualTo(picture("00000069", "front"));
        JsonNode split = json(files.get("parts_1/train_val_split.json"));
        assertThat(split.path("train")).hasSameSizeAs(training);
        assertThat(split.path("validation").get(0).asText()).isEqualTo(place(validation.getFirst()));
        JsonNode information = json(files.get("parts_1/dataset_info.json"));
        assertThat(information.path("name").asText()).isEqualTo("parts_1");
        assertThat(information.path("train_samples").asInt()).isEqualTo(training.size());
        assertThat(information.path("total_samples").asInt()).isEqualTo(all.size());
        JsonNode rendering = json(files.get("parts_1/rendering_metadata.json"));
        assertThat(rendering.path("successful").asInt()).isEqualTo(all.size() - 1);
        assertThat(rendering.path("failed").asInt()).isOne();
        assertThat(rendering.path("resolution").asInt()).isEqualTo(512);
        JsonNode metadata = json(files.get("parts_1/tinyllava_metadata.json"));
        assertThat(metadata.path("train_samples").asInt())
                .isEqualTo(3 * pictured(training).size());
        assertThat(metadata.path("views_per_model").asInt()).isEqualTo(3);
        for (String id : all) {
            String text = new String(files.get("parts_1/cad_json/" + place(id) + ".json"), StandardCharsets.UTF_8);
            assertThat(Programs.parse(Language.DEEPCAD, text).toOptional()).isPresent();
        }
    }

    /** What {@code render.views} would have made, with bytes that only their names decide. */
    private String views(Dataset dataset) throws IOException {
        List<ViewsManifest.Shard> shards = new ArrayList<>();
        for (DatasetManifest.Shard shard : dataset.manifest().shards()) {
            Map<String, byte[]> pictures = new TreeMap<>();
            List<String> ids = new ArrayList<>();
            dataset.each(shard, sample -> ids.add(sample.id()));
            pictured(ids)
                    .forEach(id -> VIEWS.forEach(view -> pictures.put(id + "_" + view + ".png", picture(id, view))));
            ArtifactReference zip = artifacts.put(Zips.of(pictures), ViewsManifest.Shard.MEDIA_TYPE);
            shards.add(new ViewsManifest.Shard(zip.sha256(), shard.sha256(), pictures.size(), zip.size()));
        }
        long images = shards.stream().mapToInt(ViewsManifest.Shard::images).sum();
        return new ViewsManifest(
                        ViewsManifest.FORMAT,
                        dataset.sha256(),
                        VIEWS,
                        512,
                        "shaded",
                        "png",
                        images,
                        shards,
                        List.of(new Rejection(SKIPPED, "timeout")))
                .store(artifacts)
                .sha256();
    }

    private static List<String> pictured(List<String> ids) {
        return ids.stream().filter(id -> !id.equals(SKIPPED)).toList();
    }

    private static byte[] picture(String id, String view) {
        return (id + view).getBytes(StandardCharsets.UTF_8);
    }

    private static String place(String id) {
        String folder = id.startsWith("p") ? "0000" : id.substring(0, 4);
        return folder + "/" + id;
    }

    private JsonNode json(String sha256) throws IOException {
        return json(artifacts.read(sha256, 64 << 20));
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        return ContractJson.mapper().readTree(bytes);
    }

    private static List<String> ids(Dataset dataset, Split split) {
        List<String> ids = new ArrayList<>();
        dataset.each(split, Integer.MAX_VALUE, (Sample sample) -> ids.add(sample.id()));
        return ids;
    }
}
