package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.kernel.mesh.MeshWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    Path programs;

    @TempDir
    Path home;

    @Test
    void cadQueryProgramsAreTimedOneByOneAndOnSeveralWorkers() throws IOException {
        // Given
        CommandLineRun.requireKernel();
        for (int i = 1; i <= 3; i++) {
            Files.writeString(
                    programs.resolve("box%d.py".formatted(i)),
                    "import cadquery as cq\nr = cq.Workplane('XY').box(%d, 2, 3)\n".formatted(i));
        }
        // When
        Map<String, JsonNode> figures = figures("--workers", "2");
        // Then
        assertThat(figures.get("execute.programs").path("value").asInt()).isEqualTo(3);
        assertThat(figures.get("execute.median").path("value").asDouble()).isPositive();
        assertThat(figures.get("execute.p95").path("value").asDouble())
                .isGreaterThanOrEqualTo(
                        figures.get("execute.median").path("value").asDouble());
        assertThat(figures.get("execute.processor.mean").path("value").asDouble())
                .isPositive();
        assertThat(figures.get("pool.overhead.mean").path("value").asDouble()).isBetween(0.0, 5.0);
        assertThat(figures.get("throughput.2").path("unit").asText()).isEqualTo("programs/s");
        assertThat(figures).doesNotContainKey("openscad.median");
    }

    @Test
    void memoryOfAWorkerIsToldEarlyAndLate() throws IOException {
        // Given
        CommandLineRun.requireKernel();
        Files.writeString(programs.resolve("box.py"), "import cadquery as cq\nr = cq.Workplane('XY').box(1, 2, 3)\n");
        // When
        Map<String, JsonNode> figures = figures("memory", "--count", "20");
        // Then
        assertThat(figures.get("memory.after_2").path("value").asDouble()).isPositive();
        assertThat(figures.get("memory.growth").path("value").asDouble()).isBetween(0.9, 1.5);
    }

    @Test
    void openScadProgramsAreTimedBesideTheToolItselfAndFailuresAreLeftOut() throws IOException {
        // Given
        CommandLineRun.requireKernel();
        CommandLineRun.requireMeshWorker();
        Files.writeString(programs.resolve("ball.scad"), "sphere(3, $fn = 12);");
        Files.writeString(programs.resolve("disc.scad"), "circle(3);");
        Files.writeString(programs.resolve("wrong.scad"), "cube([1, 2;");
        // When
        Map<String, JsonNode> figures = figures();
        // Then
        assertThat(figures.get("openscad.programs").path("value").asInt()).isEqualTo(2);
        assertThat(figures.get("openscad.median").path("peer").asDouble()).isPositive();
        assertThat(figures.get("openscad.peer_start_median").path("value").asDouble())
                .isPositive();
    }

    @Test
    void withoutDataTheSamplesAreTimedBesideTheRecordedFigures() {
        // Given
        CommandLineRun.requireKernel();
        // When
        CommandLineRun run = CommandLineRun.of(home, "bench", "--json").succeeded();
        // Then
        assertThat(run.err()).contains("samples/deepcad-json", "peer: CadQuery 2.8");
        Map<String, JsonNode> figures = byName(run);
        assertThat(figures.get("execute.programs").path("value").asInt()).isEqualTo(11);
        JsonNode median = figures.get("execute.processor.median");
        assertThat(median.path("ratio").asDouble())
                .isEqualTo(median.path("peer").asDouble() / median.path("value").asDouble())
                .isPositive();
        if (MeshWorker.isBuilt(MeshWorker.program())) {
            assertThat(figures.get("openscad.programs").path("value").asInt()).isEqualTo(11);
        } else {
            assertThat(run.err()).contains("OpenSCAD programs are left out", "./cadwright setup");
        }
    }

    @Test
    void anUnknownBenchmarkIsNamed() {
        // Given, When
        CommandLineRun run = CommandLineRun.of(home, "bench", "everything", "--data", programs);
        // Then
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("everything", "execute");
    }

    private Map<String, JsonNode> figures(String... options) {
        Object[] arguments = new Object[5 + options.length];
        System.arraycopy(new Object[] {"bench", "execute", "--data", programs, "--json"}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        return byName(CommandLineRun.of(home, arguments).succeeded());
    }

    private static Map<String, JsonNode> byName(CommandLineRun run) {
        return run.lines().stream()
                .collect(Collectors.toMap(line -> line.path("name").asText(), line -> line));
    }
}
