package dev.cadwright.service.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.build.BuildSpecification;
import dev.cadwright.dataset.build.DatasetBuild;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.jobs.testkit.RealServersResource;
import dev.cadwright.jobs.testkit.ServiceClient;
import dev.cadwright.jobs.testkit.ServiceHomeResource;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.program.ProgramPool;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model that ships, loaded in real child processes, writes programs that the kernel executes. */
@QuarkusTest
@QuarkusTestResource(RealServersResource.class)
@QuarkusTestResource(ServiceHomeResource.class)
class GenerateTest {
    private static final String KIND = "inference.generate";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    ArtifactStore artifacts;

    @Inject
    KernelPool kernel;

    private final ServiceClient service = new ServiceClient();
    private Dataset dataset;

    @BeforeEach
    void build() throws Exception {
        BuildSpecification shapes = ContractJson.mapper().readValue("""
            {"name": "shapes", "seed": 77, "points": {"count": 256, "sampled": 2048},
             "sources": [{"type": "procedural", "count": 4, "solids": false, "split": "test"}]}
            """, BuildSpecification.class);
        dataset = new DatasetBuild(shapes, artifacts, ProgramPool.around(kernel)).run(1, done -> {});
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void writesAProgramForEverySampleAndRecordsWhatBecameOfIt() throws Exception {
        // When
        JsonNode output = service.output(service.start(KIND, input("\"limit\": 3")), PATIENCE);

        // Then
        List<JsonNode> lines = lines(output);
        assertThat(output.path("samples").asInt()).isEqualTo(3);
        assertThat(lines).extracting(line -> line.path("name").asText()).isEqualTo(ids().subList(0, 3));
        int counted = 0;
        for (JsonNode count : output.path("counts")) {
            counted += count.asInt();
        }
        assertThat(counted).isEqualTo(3);
        assertThat(output.path("counts").path("ok").asInt()).isGreaterThanOrEqualTo(2);
        for (JsonNode line : lines) {
            assertThat(line.path("candidates")).hasSize(1);
            assertThat(line.path("artifacts")).isEmpty();
            JsonNode candidate = line.path("candidates").get(0);
            boolean valid = execute(candidate).isPresent();
            assertThat(candidate.path("valid").asBoolean()).isEqualTo(valid);
            assertThat(candidate.path("category").asText().equals("ok")).isEqualTo(valid);
            assertThat(candidate.path("tokens").asInt()).isPositive();
        }
    }

    @Test
    void ofEightTriesTheOneNearestToTheInputIsChosenEvenAfterAKill() throws Exception {
        // Given
        String input = input("""
            "n": 8, "select": "input", "seed": 3, "formats": ["step", "stl"]\
            """);

        // When
        UUID job = service.start(KIND, input);
        service.await(job, change -> change instanceof JobChange.Started, PATIENCE);
        killModel();
        JsonNode output = service.output(job, PATIENCE);
        JsonNode again = service.output(service.start(KIND, input), PATIENCE);

        // Then
        assertThat(service.ended(job, PATIENCE))
                .extracting(JobEvent::change)
                .filteredOn(JobChange.Retrying.class::isInstance)
                .singleElement()
                .satisfies(retry ->
                        assertThat(((JobChange.Retrying) retry).error().code()).isEqualTo("generation_died"));
        assertThat(output).isEqualTo(again);
        assertThat(lines(output)).hasSize(4);
        for (JsonNode line : lines(output)) {
            requireNearest(line);
            requireFiles(line);
        }
    }

    @Test
    void anEmptySplitGivesNoLines() throws Exception {
        JsonNode output = service.output(service.start(KIND, input("\"split\": \"train\"")), PATIENCE);
        assertThat(lines(output)).isEmpty();
        assertThat(output.path("samples").asInt()).isZero();
    }

    @Test
    void whatCannotBeGeneratedSaysWhyAndIsNotTriedAgain() {
        String empty = artifacts
                .put("{}".getBytes(StandardCharsets.UTF_8), "application/json")
                .sha256();
        assertRefused(model("\"name\": \"no-such-model\""), "unknown_model", "no built-in model no-such-model");
        assertRefused(
                model("\"name\": \"m\", \"files\": {\"model.safetensors\": \"%s\"}".formatted("ab".repeat(32))),
                "artifact_missing",
                "ab");
        assertRefused(
                model("\"name\": \"m\", \"files\": {\"config.json\": \"%s\"}".formatted(empty)),
                "bad_model",
                "config.json");
        assertRefused(model("\"name\": \"../secrets\""), "invalid_input", "../secrets");
        assertRefused(input("\"n\": 65"), "invalid_input", "64");
        assertRefused(input("\"temperature\": -1"), "invalid_input", "temperature");
        assertRefused(input("\"maxTokens\": 0"), "invalid_input", "maxTokens");
    }

    private void assertRefused(String input, String code, String said) {
        JobError error = service.failure(service.start(KIND, input), PATIENCE);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.classification()).isEqualTo(JobError.Classification.PERMANENT);
        assertThat(error.message()).contains(said);
    }

    /** The chosen candidate is usable, and no usable one is nearer. */
    private static void requireNearest(JsonNode line) {
        JsonNode candidates = line.path("candidates");
        assertThat(candidates).hasSize(8);
        double chosen =
                candidates.get(line.path("chosen").asInt()).path("distance").asDouble(Double.NaN);
        assertThat(chosen).isNotNaN();
        for (JsonNode candidate : candidates) {
            assertThat(candidate.path("distance").asDouble(Double.POSITIVE_INFINITY))
                    .isGreaterThanOrEqualTo(chosen);
        }
    }

    /** STEP and STL are of the program that was chosen. */
    private void requireFiles(JsonNode line) throws Exception {
        JsonNode candidate = line.path("candidates").get(line.path("chosen").asInt());
        double volume = execute(candidate).orElseThrow().properties().volume();
        byte[] step = artifacts.read(line.path("artifacts").path("step").asText(), 16 << 20);
        Execution read = kernel.execute(new Source.Step(step), Request.properties());
        assertThat(read).isInstanceOfSatisfying(Execution.Solid.class, solid -> assertThat(
                        solid.properties().volume())
                .isCloseTo(volume, within(1e-6 * volume)));
        byte[] stl = artifacts.read(line.path("artifacts").path("stl").asText(), 16 << 20);
        assertThat(Stl.parse(stl).signedVolume()).isCloseTo(volume, within(0.02 * volume));
    }

    private Optional<Execution.Solid> execute(JsonNode candidate) {
        return Language.named(candidate.path("language").asText())
                .flatMap(language -> Programs.parse(
                                language, candidate.path("text").asText())
                        .toOptional())
                .map(construction -> kernel.execute(new Source.Program(construction), Request.properties()))
                .filter(Execution.Solid.class::isInstance)
                .map(Execution.Solid.class::cast);
    }

    private List<JsonNode> lines(JsonNode output) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        String text = new String(artifacts.read(output.path("predictions").asText(), 16 << 20), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            lines.add(ContractJson.mapper().readTree(line));
        }
        return lines;
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        dataset.each(Split.TEST, Integer.MAX_VALUE, (Sample sample) -> ids.add(sample.id()));
        return ids;
    }

    /** Kills the process that has the model, as soon as there is one. */
    private static void killModel() {
        await().atMost(PATIENCE).until(() -> ProcessHandle.current()
                .descendants()
                .filter(GenerateTest::hasModel)
                .findFirst()
                .map(ProcessHandle::destroyForcibly)
                .orElse(false));
    }

    private static boolean hasModel(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains("GenerationMain");
        } catch (IOException e) {
            return false; // It has ended.
        }
    }

    private String input(String rest) {
        return "{\"dataset\": \"%s\", \"model\": {\"name\": \"cadwright-nano\"}, %s}".formatted(dataset.sha256(), rest);
    }

    private String model(String model) {
        return "{\"dataset\": \"%s\", \"model\": {%s}}".formatted(dataset.sha256(), model);
    }
}
