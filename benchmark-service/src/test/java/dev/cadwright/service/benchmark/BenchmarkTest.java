package dev.cadwright.service.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.build.BuildSpecification;
import dev.cadwright.dataset.build.DatasetBuild;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.dataset.prediction.PredictionLines;
import dev.cadwright.jobs.testkit.RealServersResource;
import dev.cadwright.jobs.testkit.ServiceClient;
import dev.cadwright.jobs.testkit.ServiceHomeResource;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.metrics.BoundingBox;
import dev.cadwright.metrics.Protocol;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.ProtocolSummary;
import dev.cadwright.metrics.Protocols;
import dev.cadwright.metrics.Score;
import dev.cadwright.metrics.Shape;
import dev.cadwright.metrics.ShapePreparation;
import dev.cadwright.metrics.Summaries;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServersResource.class)
@QuarkusTestResource(ServiceHomeResource.class)
class BenchmarkTest {
    private static final String KIND = "benchmark.run";
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final String BOX = """
        sketch = Sketch()
        sketch.add_line(start=(0, 0), end=(4, 0))
        sketch.add_line(start=(4, 0), end=(4, 3))
        sketch.add_line(start=(4, 3), end=(0, 3))
        sketch.add_line(start=(0, 3), end=(0, 0))
        extrude = Extrude(sketch, distance=2, operation="new_body")
        """;

    @Inject
    ArtifactStore artifacts;

    @Inject
    KernelPool kernel;

    private final ServiceClient service = new ServiceClient();
    private Dataset dataset;

    @BeforeEach
    void build() throws Exception {
        BuildSpecification shapes = ContractJson.mapper().readValue("""
            {"name": "shapes", "seed": 5, "points": {"count": 256, "sampled": 512},
             "sources": [{"type": "procedural", "count": 18, "split": "test"}]}
            """, BuildSpecification.class);
        dataset = new DatasetBuild(shapes, artifacts, ProgramPool.around(kernel)).run(1, done -> {});
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void theFiguresAreThoseOfTheMetricsAndFailuresCountAsNothing() throws Exception {
        // Given
        List<Sample> samples = samples();
        String perfect = stored(samples.stream()
                .map(sample -> prediction(sample, program(sample), true))
                .toList());
        String mixed = stored(List.of(
                prediction(samples.get(0), program(samples.get(0)), true),
                prediction(samples.get(1), "import os; os.remove('/')", true),
                prediction(samples.get(2), BOX, true),
                prediction(samples.get(3), BOX, false)));
        String history = artifacts
                .put("""
                    {"step": 1, "epoch": 0.1, "loss": 2.5}
                    {"step": 2, "epoch": 0.2, "loss": 1.5}
                    {"step": 2, "epoch": 0.2, "validation_loss": 1.75}
                    """.getBytes(StandardCharsets.UTF_8), "application/jsonl")
                .sha256();

        // When
        UUID job = service.start(KIND, """
            {"dataset": "%s", "seed": 11, "histories": {"mixed": "%s"},
             "entries": [{"name": "perfect", "predictions": "%s"}, {"name": "mixed", "predictions": "%s"}]}
            """.formatted(dataset.sha256(), history, perfect, mixed));
        JsonNode output = service.output(job, Duration.ofSeconds(120));

        // Then
        Map<String, List<Score>> expected = expected(samples, Protocols.STRICT, 11);
        JsonNode report = json(output.path("report").path("json").asText());
        for (String contestant : List.of("perfect", "mixed", "bounding box")) {
            requireScores(report, contestant, expected.get(contestant));
            requireRow(output, Protocols.STRICT, contestant, expected.get(contestant));
        }
        assertThat(row(output, Protocols.STRICT, "perfect").path("meanIou").asDouble())
                .isCloseTo(1, within(1e-6));
        JsonNode row = row(output, Protocols.STRICT, "mixed");
        assertThat(row.path("samples").asInt()).isEqualTo(samples.size());
        assertThat(row.path("valid").asDouble()).isEqualTo(2.0 / samples.size());
        assertThat(row.path("failures"))
                .isEqualTo(ContractJson.mapper()
                        .readTree("{\"invalid\": 1, \"missing\": %d, \"syntax\": 1}".formatted(samples.size() - 4)));
        requirePages(output, samples);
        assertThat(report.path("losses")).isNotEmpty();
        assertThat(service.ended(job, Duration.ofSeconds(1))).anySatisfy(event -> assertThat(event.change())
                .isInstanceOfSatisfying(
                        JobChange.Progressed.class,
                        progressed -> assertThat(progressed.progress().total()).isEqualTo(samples.size())));
    }

    @Test
    void severalProtocolsScoreTheSameShapes() throws Exception {
        // Given
        List<Sample> samples = samples().subList(0, 2);
        String predictions = stored(
                samples.stream().map(sample -> prediction(sample, BOX, true)).toList());

        // When
        JsonNode output = service.run(KIND, """
            {"dataset": "%s", "limit": 2, "baseline": false, "protocols": ["cadrille-2025", "strict-v1"],
             "entries": [{"name": "box", "predictions": "%s"}]}
            """.formatted(dataset.sha256(), predictions));

        // Then
        assertThat(output.path("summary")).hasSize(2);
        for (String name : List.of(Protocols.CADRILLE, Protocols.STRICT)) {
            Protocol protocol = Protocols.of(ProtocolDefinition.of(name).withSeed(0), () -> kernel);
            requireRow(
                    output,
                    name,
                    "box",
                    samples.stream()
                            .map(sample -> protocol.score(sample.id(), shape(BOX), truth(sample)))
                            .toList());
        }
    }

    @Test
    void whatCannotBeMeasuredSaysWhyAndIsNotTriedAgain() {
        String text = artifacts
                .put("no prediction\n".getBytes(StandardCharsets.UTF_8), "application/jsonl")
                .sha256();
        String entries = ", \"entries\": [{\"name\": \"a\", \"predictions\": \"%s\"}]";
        assertRefused(entries.formatted(text), "invalid_input", "line 1");
        assertRefused(entries.formatted("ab".repeat(32)), "artifact_missing", "ab");
        assertRefused(", \"entries\": [], \"baseline\": false", "invalid_input", "nothing to score");
        assertRefused(", \"protocols\": [\"kind-v1\"]", "invalid_input", "kind-v1");
    }

    private void assertRefused(String rest, String code, String said) {
        JobError error = service.refusal(KIND, "{\"dataset\": \"%s\"%s}".formatted(dataset.sha256(), rest));
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.classification()).isEqualTo(JobError.Classification.PERMANENT);
        assertThat(error.message()).contains(said);
    }

    /** What the metrics give, asked directly. */
    private Map<String, List<Score>> expected(List<Sample> samples, String name, long seed) {
        Protocol protocol = Protocols.of(ProtocolDefinition.of(name).withSeed(seed), () -> kernel);
        List<Score> perfect = new ArrayList<>();
        List<Score> mixed = new ArrayList<>();
        List<Score> boxes = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            Shape truth = truth(sample);
            perfect.add(protocol.score(sample.id(), shape(program(sample)), truth));
            boxes.add(protocol.score(
                    sample.id(),
                    ShapePreparation.prepare(kernel, new Source.Program(BoundingBox.of(sample.points())), TIME),
                    truth));
            Shape answer =
                    switch (i) {
                        case 0 -> shape(program(sample));
                        case 1 -> Shape.absent("syntax", "");
                        case 2 -> shape(BOX);
                        case 3 -> Shape.absent("invalid", "");
                        default -> Shape.absent("missing", "");
                    };
            mixed.add(protocol.score(sample.id(), answer, truth));
        }
        return Map.of("perfect", perfect, "mixed", mixed, "bounding box", boxes);
    }

    private static void requireScores(JsonNode report, String contestant, List<Score> expected) {
        assertThat(report.path("samples")).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode sample = report.path("samples").get(i);
            assertThat(sample.path("name").asText()).isEqualTo(expected.get(i).name());
            JsonNode score = find(sample.path("predictions"), "model", contestant)
                    .path("scores")
                    .get(0);
            assertThat(score.path("category").asText())
                    .isEqualTo(expected.get(i).category());
            assertThat(numbers(score.path("metrics"))).isEqualTo(expected.get(i).metrics());
        }
    }

    private static void requireRow(JsonNode output, String protocol, String contestant, List<Score> scores) {
        ProtocolSummary summary = Summaries.of(ProtocolDefinition.of(protocol), scores);
        JsonNode row = row(output, protocol, contestant);
        assertThat(row.path("valid").asDouble()).isEqualTo(summary.validity());
        assertThat(row.path("meanIou").asDouble())
                .isEqualTo(summary.metrics().get("iou").mean());
        assertThat(row.path("medianIou").asDouble())
                .isEqualTo(summary.metrics().get("iou").median());
        double sum =
                scores.stream().mapToDouble(score -> score.metrics().get("iou")).sum();
        assertThat(row.path("meanIou").asDouble()).isCloseTo(sum / scores.size(), within(1e-12));
    }

    private void requirePages(JsonNode output, List<Sample> samples) throws IOException {
        String markdown = text(output.path("report").path("markdown").asText());
        assertThat(markdown)
                .contains("# Benchmark on shapes")
                .contains("**bounding box** (baseline)")
                .contains("perfect")
                .contains("mixed");
        String html = text(output.path("report").path("html").asText());
        assertThat(html)
                .contains("<svg")
                .contains("data:image/png")
                .contains(samples.getFirst().id());
        assertThat(html).doesNotContain("src=\"http").doesNotContain("href=\"http");
    }

    private Shape truth(Sample sample) {
        return ShapePreparation.prepare(
                kernel, new Source.Step(sample.file(SampleFile.SOLID).orElseThrow()), TIME);
    }

    private Shape shape(String program) {
        var construction = Programs.parse(Language.SKETCH, program).toOptional().orElseThrow();
        return ShapePreparation.prepare(kernel, new Source.Program(construction), TIME);
    }

    private static String program(Sample sample) {
        return sample.text(SampleFile.PROGRAM).orElseThrow();
    }

    private static Prediction prediction(Sample sample, String program, boolean usable) {
        Prediction.Candidate candidate = new Prediction.Candidate(
                program, "sketch", usable ? "ok" : "invalid", Optional.empty(), Optional.empty(), Optional.empty());
        return new Prediction(
                sample.id(), "test", List.of(candidate), usable ? Optional.of(0) : Optional.empty(), Map.of());
    }

    private String stored(List<Prediction> predictions) {
        String lines = predictions.stream().map(PredictionLines::write).collect(Collectors.joining("\n", "", "\n"));
        return artifacts
                .put(lines.getBytes(StandardCharsets.UTF_8), PredictionLines.MEDIA_TYPE)
                .sha256();
    }

    private List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        dataset.each(Split.TEST, Integer.MAX_VALUE, samples::add);
        assertThat(samples).hasSizeGreaterThan(16);
        return samples;
    }

    private static Map<String, Double> numbers(JsonNode metrics) {
        return metrics.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .doubleValue()));
    }

    private static JsonNode row(JsonNode output, String protocol, String contestant) {
        return StreamSupport.stream(output.path("summary").spliterator(), false)
                .filter(row -> row.path("protocol").asText().equals(protocol)
                        && row.path("name").asText().equals(contestant))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode find(JsonNode array, String key, String value) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(node -> node.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode json(String sha256) throws IOException {
        return ContractJson.mapper().readTree(artifacts.read(sha256, 64 << 20));
    }

    private String text(String sha256) {
        return new String(artifacts.read(sha256, 64 << 20), StandardCharsets.UTF_8);
    }
}
