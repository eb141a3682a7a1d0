package dev.cadwright.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.build.BuildSpecification;
import dev.cadwright.dataset.build.DatasetBuild;
import dev.cadwright.dataset.conversation.ConversationSet;
import dev.cadwright.dataset.conversation.Conversations;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.manifest.ViewsManifest;
import dev.cadwright.dataset.shard.DeterministicZip;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinyLlavaExportTest {
    private static final List<String> VIEWS = List.of("front", "top", "right");

    @TempDir
    static Path folder;

    private static ArtifactStore store;
    private static Dataset dataset;
    private static ViewsManifest views;
    private static Path exported;

    @BeforeAll
    static void export() throws Exception {
        store = new FolderArtifactStore(folder.resolve("store"));
        BuildSpecification build = DatasetJson.mapper().readValue("""
            {"name": "p", "seed": 3, "splits": {"train": 0.6, "validation": 0.2, "test": 0.2},
             "points": {"count": 16, "sampled": 64},
             "sources": [{"type": "procedural", "count": 40, "solids": false}]}
            """, BuildSpecification.class);
        try (KernelPool noKernel = new KernelPool(new KernelOptions(1, folder.resolve("no-worker"), 1, false))) {
            dataset = new DatasetBuild(build, store, ProgramPool.around(noKernel)).run(2, done -> {});
        }
        views = views();
        exported = folder.resolve("exported");
        export(ExportFolder.at(exported));
    }

    private static void export(ExportFolder target) throws IOException {
        ConversationSet conversations = new ConversationSet(dataset, Optional.of(views), 9);
        new TinyLlavaExport(dataset, store, "parts", Optional.of(views))
                .write(target, conversed(conversations, Split.TRAIN), conversed(conversations, Split.VALIDATION));
    }

    private static Conversed conversed(ConversationSet conversations, Split split) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int count = conversations.write(split, bytes, () -> {});
        Conversed conversed = Conversed.stored(
                store.put(bytes.toByteArray(), "application/json").sha256(), store);
        assertThat(conversed.count()).isEqualTo(count);
        return conversed;
    }

    /** Three pictures a sample; their content does not matter here. */
    private static ViewsManifest views() throws IOException {
        DatasetManifest.Shard shard = dataset.manifest().shards().getFirst();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> ids = new ArrayList<>();
        dataset.each(shard, sample -> ids.add(sample.id()));
        try (DeterministicZip zip = new DeterministicZip(bytes)) {
            for (String id : ids) {
                for (String view : VIEWS) {
                    zip.addStored(id + "_" + view + ".png", new byte[] {1, 2, 3});
                }
            }
        }
        String sha256 =
                store.put(bytes.toByteArray(), ViewsManifest.Shard.MEDIA_TYPE).sha256();
        int images = ids.size() * VIEWS.size();
        return new ViewsManifest(
                ViewsManifest.FORMAT,
                dataset.sha256(),
                VIEWS,
                512,
                "shaded",
                "png",
                images,
                List.of(new ViewsManifest.Shard(sha256, shard.sha256(), images, bytes.size())),
                List.of());
    }

    @Test
    void everySampleOfTrainingAndValidationHasItsProgramAndItsPictures() throws IOException {
        // Given
        JsonNode split = json("train_val_split.json");

        // Then
        assertThat(split.get("train")).hasSize(dataset.manifest().count(Split.TRAIN));
        assertThat(split.get("validation")).hasSize(dataset.manifest().count(Split.VALIDATION));
        assertThat(split.get("test")).isEmpty();
        List<String> places = new ArrayList<>();
        split.get("train").forEach(place -> places.add(place.asText()));
        split.get("validation").forEach(place -> places.add(place.asText()));
        for (String place : places) {
            String text = Files.readString(exported.resolve("cad_json/" + place + ".json"));
            assertThat(Programs.parse(Language.DEEPCAD, text)).as(place).isInstanceOf(Parse.Ok.class);
            String id = place.substring(place.indexOf('/') + 1);
            VIEWS.forEach(view -> assertThat(exported.resolve("images/" + id + "_" + view + ".png"))
                    .exists());
        }
        try (Stream<Path> images = Files.list(exported.resolve("images"))) {
            assertThat(images.count()).isEqualTo(3L * places.size());
        }
    }

    @Test
    void everyAnswerIsACompleteProgramThatReads() throws IOException {
        // When
        JsonNode train = json("train.json");

        // Then
        assertThat(train).hasSize(3 * dataset.manifest().count(Split.TRAIN));
        TreeSet<String> prompts = new TreeSet<>();
        for (JsonNode conversation : train) {
            assertThat(conversation.fieldNames()).toIterable().containsExactly("image", "conversations");
            assertThat(exported.resolve("images/" + conversation.get("image").asText()))
                    .exists();
            JsonNode question = conversation.at("/conversations/0");
            JsonNode answer = conversation.at("/conversations/1");
            assertThat(question.get("from").asText()).isEqualTo("human");
            assertThat(answer.get("from").asText()).isEqualTo("gpt");
            prompts.add(question.get("value").asText());
            assertThat(Programs.parse(Language.SKETCH, answer.get("value").asText()))
                    .isInstanceOf(Parse.Ok.class);
        }
        assertThat(prompts).containsExactlyInAnyOrderElementsOf(Conversations.PROMPTS);
    }

    @Test
    void theFilesOfFactsCountWhatIsThere() throws IOException {
        int train = dataset.manifest().count(Split.TRAIN);
        int validation = dataset.manifest().count(Split.VALIDATION);
        assertThat(json("dataset_info.json").get("total_samples").asInt()).isEqualTo(train + validation);
        assertThat(json("rendering_metadata.json").get("successful").asInt()).isEqualTo(train + validation);
        assertThat(json("rendering_metadata.json").get("failed").asInt()).isZero();
        assertThat(json("tinyllava_metadata.json").get("total_conversations").asInt())
                .isEqualTo(3 * (train + validation));
    }

    @Test
    void theKeysAreThoseOfTheOriginal() throws IOException {
        // Given
        Path original = shared().resolve("data").resolve("tinyllava-sample");
        assumeTrue(Files.isDirectory(original), original + " is not there");

        // Then
        for (String file : List.of(
                "dataset_info.json", "rendering_metadata.json", "tinyllava_metadata.json", "train_val_split.json")) {
            JsonNode expected =
                    DatasetJson.mapper().readTree(original.resolve(file).toFile());
            assertThat(json(file).fieldNames())
                    .toIterable()
                    .as(file)
                    .containsExactlyInAnyOrderElementsOf(() -> expected.fieldNames());
        }
        assertThat(json("tinyllava_metadata.json").get("files").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("train", "val", "images");
    }

    private static Path shared() {
        String named = System.getenv("CADWRIGHT_SHARED");
        return named != null ? Path.of(named) : Path.of(System.getProperty("cadwright.root"), "..", "shared");
    }

    @Test
    void aZipHoldsTheSameFilesAndRepeatsByteForByte() throws IOException {
        // When
        byte[] first = zipped();
        byte[] second = zipped();

        // Then
        assertThat(second).isEqualTo(first);
        TreeSet<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                String path = entry.getName().substring("parts/".length());
                assertThat(zip.readAllBytes()).as(path).isEqualTo(Files.readAllBytes(exported.resolve(path)));
            }
        }
        try (Stream<Path> files = Files.walk(exported).filter(Files::isRegularFile)) {
            assertThat(names).hasSize((int) files.count());
        }
    }

    private static byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeterministicZip zip = new DeterministicZip(bytes)) {
            export(ExportFolder.in(zip, "parts"));
        }
        return bytes.toByteArray();
    }

    @Test
    void nothingIsOverwrittenAndNothingLeavesTheFolder() {
        ExportFolder target = ExportFolder.at(exported);
        assertThatThrownBy(() -> target.add("train.json", new byte[0])).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> target.add("../out.json", new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void samplesStandInTheFoldersOfTheirNumbers() {
        assertThat(TinyLlavaExport.place("00675619")).isEqualTo("0067/00675619");
        assertThat(TinyLlavaExport.place("p1-0012345")).isEqualTo("0001/p1-0012345");
        assertThat(TinyLlavaExport.place("bracket")).isEqualTo("0000/bracket");
    }

    private static JsonNode json(String file) throws IOException {
        return DatasetJson.mapper().readTree(exported.resolve(file).toFile());
    }
}
