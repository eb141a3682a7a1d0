package dev.cadwright.cli;

import static dev.cadwright.cli.CommandLineRun.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Source;
import dev.cadwright.metrics.BoundingBox;
import dev.cadwright.metrics.Protocol;
import dev.cadwright.metrics.Protocols;
import dev.cadwright.metrics.Score;
import dev.cadwright.metrics.Shape;
import dev.cadwright.metrics.ShapePreparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped model, measured as a user would. */
class BenchmarkCommandTest {
    private static final List<String> SAMPLES = List.of("00070015", "00106662", "00118368");

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @BeforeAll
    static void kernel() {
        CommandLineRun.requireKernel();
    }

    @Test
    void theFiguresAreThoseOfScoringEachShapeByHand() throws IOException {
        // Given
        Path shapes = shapes();
        Path out = folder.resolve("benchmark");

        // When
        List<JsonNode> lines = run("benchmark", "--models", "cadwright-nano", "--data", shapes, "--out", out, "--json")
                .succeeded()
                .lines();

        // Then
        List<JsonNode> box = of(lines, "bounding box");
        assertThat(box).extracting(line -> line.get("name").asText()).isEqualTo(SAMPLES);
        assertSameFigures(box, boxesByHand(shapes));
        assertSameFigures(
                of(lines, "cadwright-nano"),
                predictionsByHand(shapes, out.resolve("predictions/cadwright-nano.jsonl")));
        double mean = of(lines, "cadwright-nano").stream()
                .mapToDouble(line -> line.at("/metrics/iou").asDouble())
                .average()
                .orElseThrow();
        JsonNode summary = lines.getLast();
        assertThat(summary.get("model").asText()).isEqualTo("cadwright-nano");
        assertThat(summary.at("/summary/samples").asInt()).isEqualTo(3);
        assertThat(summary.at("/summary/metrics/iou/mean").asDouble()).isEqualTo(mean, within(1e-12));
        JsonNode report =
                ContractJson.mapper().readTree(out.resolve("report.json").toFile());
        assertThat(report.at("/summaries/strict-v1/cadwright-nano/metrics/iou/mean")
                        .asDouble())
                .isEqualTo(summary.at("/summary/metrics/iou/mean").asDouble());
        assertThat(out.resolve("report.md")).content().contains("bounding box", "cadwright-nano");
        assertThat(out.resolve("report.html")).content().contains("00106662");
    }

    @Test
    void aDatasetsFolderGivesTheFiguresOfItsShapes() throws IOException {
        // Given
        Path shapes = shapes();
        Path dataset = folder.resolve("dataset");
        run("dataset", "create", "--test", shapes, "--out", dataset).succeeded();

        // When
        List<JsonNode> ofShapes = benchmark(shapes, "a", "--num-samples", 2, "--n", 4, "--select", "input");
        List<JsonNode> ofDataset = benchmark(dataset, "b", "--num-samples", 2, "--n", 4, "--select", "input");

        // Then
        assertThat(ofDataset).hasSameSizeAs(ofShapes).hasSize(2 * 2 + 2);
        assertSameFigures(
                of(ofDataset, "cadwright-nano"),
                of(ofShapes, "cadwright-nano").stream()
                        .map(BenchmarkCommandTest::metrics)
                        .toList());
        assertThat(run(
                                "benchmark",
                                "--models",
                                "cadwright-nano",
                                "--data",
                                dataset,
                                "--split",
                                "train",
                                "--out",
                                folder.resolve("c"))
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("no sample of the split train");
    }

    @Test
    void aFileThatIsNoShapeIsNamedAndTheOthersAreMeasured() throws IOException {
        // Given
        Path shapes = shapes();
        Files.delete(shapes.resolve("00118368.step"));
        Files.writeString(shapes.resolve("broken.step"), "ISO-10303-21; nothing more");

        // When
        CommandLineRun run = run(
                "benchmark", "--models", "cadwright-nano", "--data", shapes, "--out", folder.resolve("b"), "--json");

        // Then
        run.ended(ExitCode.PARTIAL);
        assertThat(run.err()).contains("broken: left out: ");
        assertThat(of(run.lines(), "cadwright-nano"))
                .extracting(line -> line.get("name").asText())
                .containsExactly("00070015", "00106662");
        assertThat(folder.resolve("b/report.html")).exists();
    }

    @Test
    void wrongUsageIsSaidBeforeAnythingIsDone() throws IOException {
        // Given
        Path out = Files.createDirectory(folder.resolve("out"));
        Path there = Files.writeString(out.resolve("report.md"), "mine");
        Path shapes = sample("deepcad-step");
        Path free = folder.resolve("free");

        // When // Then
        assertThat(usage("cadwright-nano", shapes, out)).contains("report.md exists already");
        assertThat(there).hasContent("mine");
        assertThat(usage("no-model", shapes, free)).contains("no-model is no model");
        assertThat(usage("cadwright-nano", folder.resolve("nowhere"), free)).contains("neither a dataset's folder");
        assertThat(usage("cadwright-nano", out, free)).contains("holds no shape");
        assertThat(usage("cadwright-nano", shapes, free, "--protocol", "points"))
                .contains("not points");
        assertThat(usage("cadwright-nano", shapes, free, "--num-samples", 0)).contains("at least 1");
        assertThat(usage("cadwright-nano", shapes, free, "--models", "cadwright-nano"))
                .contains("twice");
        assertThat(free).doesNotExist();
    }

    private List<JsonNode> benchmark(Path data, String out, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("benchmark", "--models", "cadwright-nano"));
        arguments.addAll(List.of("--data", data, "--out", folder.resolve(out), "--json"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray()).succeeded().lines();
    }

    private String usage(String model, Path data, Path out, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("benchmark", "--models", model, "--data", data, "--out", out));
        arguments.addAll(List.of(more));
        return run(arguments.toArray()).ended(ExitCode.USAGE).err();
    }

    private Path shapes() throws IOException {
        Path shapes = Files.createDirectory(folder.resolve("shapes"));
        for (String name : SAMPLES) {
            Files.copy(sample("deepcad-step/" + name + ".step"), shapes.resolve(name + ".step"));
        }
        return shapes;
    }

    private static List<JsonNode> of(List<JsonNode> lines, String model) {
        return lines.stream()
                .filter(line ->
                        line.has("verdict") && line.get("model").asText().equals(model))
                .toList();
    }

    /**
     * The kernel's workers may hand over the triangles of one shape in another order, and other points are drawn from
     * them then: what is measured by points agrees within their noise, what is measured by volume agrees exactly.
     */
    private static void assertSameFigures(List<JsonNode> lines, List<Map<String, Double>> byHand) {
        assertThat(lines).hasSameSizeAs(byHand);
        for (int i = 0; i < lines.size(); i++) {
            Map<String, Double> found = metrics(lines.get(i));
            Map<String, Double> expected = byHand.get(i);
            assertThat(found).containsOnlyKeys(expected.keySet());
            assertThat(found.get("valid")).isEqualTo(expected.get("valid"));
            assertThat(found.get("iou")).isCloseTo(expected.get("iou"), within(1e-9));
            assertThat(found.get("chamfer")).isCloseTo(expected.get("chamfer"), withinPercentage(2));
            assertThat(found.get("fscore")).isCloseTo(expected.get("fscore"), within(0.01));
        }
    }

    private static Map<String, Double> metrics(JsonNode line) {
        return line.get("metrics").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, metric -> metric.getValue().asDouble()));
    }

    /** The boxes around the points that a dataset of these shapes has, scored with the protocol itself. */
    private List<Map<String, Double>> boxesByHand(Path shapes) throws IOException {
        Path dataset = folder.resolve("by-hand");
        Path clouds = folder.resolve("clouds");
        run("dataset", "create", "--test", shapes, "--out", dataset).succeeded();
        run("dataset", "points", dataset, "--out", clouds).succeeded();
        List<Map<String, Double>> scores = new ArrayList<>();
        for (String name : SAMPLES) {
            var box = BoundingBox.of(Npy.read(clouds.resolve(name + ".npy")).toPointCloud());
            scores.add(score(name, new Source.Program(box), shapes));
        }
        return scores;
    }

    private static List<Map<String, Double>> predictionsByHand(Path shapes, Path predictions) throws IOException {
        List<Map<String, Double>> scores = new ArrayList<>();
        for (String line : Files.readAllLines(predictions)) {
            JsonNode prediction = ContractJson.mapper().readTree(line);
            String text = prediction
                    .at("/candidates/" + prediction.get("chosen").asInt() + "/text")
                    .asText();
            var program = Programs.parse(Language.SKETCH, text);
            scores.add(score(prediction.get("name").asText(), new Source.Program(program.orElseThrow()), shapes));
        }
        return scores;
    }

    private static Map<String, Double> score(String name, Source prediction, Path shapes) throws IOException {
        try (KernelPool kernel = new KernelPool(KernelOptions.standard().withWorkers(1))) {
            Protocol protocol = Protocols.of(Protocols.STRICT, () -> kernel);
            Source truth = new Source.Step(Files.readAllBytes(shapes.resolve(name + ".step")));
            Shape predicted = ShapePreparation.prepare(kernel, prediction, Duration.ofSeconds(30));
            Score score =
                    protocol.score(name, predicted, ShapePreparation.prepare(kernel, truth, Duration.ofSeconds(30)));
            return score.metrics();
        }
    }

    private static CommandLineRun run(Object... arguments) {
        return CommandLineRun.of(home, arguments);
    }
}
