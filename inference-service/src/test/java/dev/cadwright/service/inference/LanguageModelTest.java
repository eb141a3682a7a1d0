package dev.cadwright.service.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactFolder;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.build.BuildSpecification;
import dev.cadwright.dataset.build.DatasetBuild;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.jobs.testkit.RealServersResource;
import dev.cadwright.jobs.testkit.ServiceClient;
import dev.cadwright.jobs.testkit.ServiceHomeResource;
import dev.cadwright.kernel.program.ProgramPool;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small CAD-Recode of a Hugging Face folder, loaded in real child processes. */
@QuarkusTest
@QuarkusTestResource(RealServersResource.class)
@QuarkusTestResource(ServiceHomeResource.class)
class LanguageModelTest {
    private static final String KIND = "inference.generate";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    ArtifactStore artifacts;

    @Inject
    ProgramPool programs;

    @TempDir
    Path folder;

    private final ServiceClient service = new ServiceClient();
    private String model;

    @BeforeEach
    void keep() throws IOException {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root"));
        Path golden =
                (shared == null ? root.resolve("../shared") : Path.of(shared)).resolve("data/golden/models/cad_recode");
        assumeTrue(Files.isDirectory(golden), "the reference models are not here: " + golden);
        Map<String, String> files = ArtifactFolder.store(golden, artifacts);
        model = "\"model\": {\"name\": \"recode\", \"files\": %s}"
                .formatted(ContractJson.mapper().writeValueAsString(files));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aDatasetsPointsGiveAPredictionASample() throws Exception {
        // Given
        BuildSpecification shapes = ContractJson.mapper().readValue("""
            {"name": "shapes", "seed": 77, "points": {"count": 256, "sampled": 2048},
             "sources": [{"type": "procedural", "count": 3, "solids": false, "split": "test"}]}
            """, BuildSpecification.class);
        Dataset dataset = new DatasetBuild(shapes, artifacts, programs).run(1, done -> {});
        String input = "{%s, \"dataset\": \"%s\", \"n\": 2, \"select\": \"input\", \"maxTokens\": 5}"
                .formatted(model, dataset.sha256());

        // When
        JsonNode output = service.output(service.start(KIND, input), PATIENCE);

        // Then
        List<JsonNode> lines = lines(output.path("predictions").asText());
        assertThat(lines).hasSize(3).allSatisfy(line -> {
            assertThat(line.path("candidates")).hasSize(2);
            assertThat(line.path("candidates").get(0).path("language").asText()).isEqualTo("cadquery");
            assertThat(line.path("candidates").get(0).path("tokens").asInt()).isBetween(1, 5);
        });
        assertThat(output.path("samples").asInt()).isEqualTo(3);
        assertThat(output.path("tokens").asInt()).isBetween(6, 30);
    }

    @Test
    void promptsOfPointsGiveALineATextAndTheSameWhateverElseIsWritten() throws Exception {
        // Given
        String first = cloud(1);
        String second = cloud(2);
        String settings = "\"temperature\": 1, \"seed\": 5, \"maxTokens\": 6, \"ignoreEnd\": true, \"logprobs\": 2";

        // When
        JsonNode both = service.output(
                service.start(
                        KIND,
                        prompts(
                                settings,
                                "{\"points\": \"%s\"}, {\"name\": \"b\", \"points\": \"%s\"}"
                                        .formatted(first, second))),
                PATIENCE);
        JsonNode alone = service.output(
                service.start(KIND, prompts(settings, "{\"points\": \"%s\"}".formatted(second))), PATIENCE);

        // Then
        List<JsonNode> lines = lines(both.path("completions").asText());
        assertThat(lines).extracting(line -> line.path("name").asText()).containsExactly("0", "b");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("ids")).hasSize(6);
            assertThat(line.path("logprobs")).hasSize(6);
            assertThat(line.path("finishReason").asText()).isEqualTo("length");
        });
        assertThat(lines.get(1).path("ids"))
                .isEqualTo(lines(alone.path("completions").asText()).getFirst().path("ids"));
        assertThat(both.path("counts").path("length").asInt()).isEqualTo(2);
        assertThat(both.path("tokens").asInt()).isEqualTo(12);
        assertThat(both.has("predictions")).isFalse();
    }

    @Test
    void aPromptThatTheModelCannotReadIsALineAndTheOthersAreWritten() throws Exception {
        // When
        JsonNode output = service.output(
                service.start(
                        KIND,
                        prompts(
                                "\"maxTokens\": 2",
                                "{\"text\": \"a washer\"}, {\"points\": \"%s\"}".formatted(cloud(1)))),
                PATIENCE);

        // Then
        List<JsonNode> lines = lines(output.path("completions").asText());
        assertThat(lines.get(0).path("error").path("code").asText()).isEqualTo("bad_prompt");
        assertThat(lines.get(1).path("ids")).isNotEmpty();
    }

    @Test
    void aCancelledJobEndsAmidstItsTokens() throws Exception {
        // Given
        UUID job = service.start(
                KIND,
                prompts(
                        "\"maxTokens\": 4096, \"ignoreEnd\": true, \"n\": 64",
                        "{\"points\": \"%s\"}".formatted(cloud(1))));
        service.await(
                job,
                change -> change instanceof JobChange.Progressed progressed
                        && progressed.progress().message().contains("tokens"),
                PATIENCE);

        // When
        service.cancel(job, KIND);

        // Then
        assertThat(service.ended(job, PATIENCE).getLast().change()).isInstanceOf(JobChange.Cancelled.class);
    }

    private String cloud(long seed) throws IOException {
        Path file = folder.resolve(seed + ".npy");
        Npy.write(
                file,
                new PointCloud(
                        new SplittableRandom(seed).doubles(3 * 256, -1, 1).toArray()));
        return artifacts.put(file, "application/octet-stream").sha256();
    }

    private String prompts(String settings, String prompts) {
        return "{%s, %s, \"prompts\": [%s]}".formatted(model, settings, prompts);
    }

    private List<JsonNode> lines(String sha256) throws IOException {
        String text = new String(artifacts.read(sha256, 16 << 20), StandardCharsets.UTF_8);
        return text.lines().map(LanguageModelTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return ContractJson.mapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
