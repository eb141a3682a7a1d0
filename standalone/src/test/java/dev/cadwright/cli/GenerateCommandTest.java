package dev.cadwright.cli;

import static dev.cadwright.cli.CommandLineRun.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.format.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped model, loaded as a user would. */
class GenerateCommandTest {
    private static final Path PLATE = sample("deepcad-step/00070015.step");
    private static final Path RING = sample("deepcad-json/00809394.json");

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @BeforeAll
    static void kernel() {
        CommandLineRun.requireKernel();
    }

    @Test
    void theProgramsOfShapesAreSketchesThatExecuteInTheFrameOfTheModel() {
        // When
        List<JsonNode> lines = run("generate", PLATE, RING, "--json", "--out", folder)
                .succeeded()
                .lines();

        // Then
        assertThat(lines).extracting(line -> line.get("name").asText()).containsExactly(PLATE + "", RING + "");
        for (JsonNode line : lines) {
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly("name", "index", "text", "ids", "finish_reason", "tokens", "seconds", "path");
            assertThat(line.get("finish_reason").asText()).isEqualTo("stop");
            assertThat(line.get("ids")).hasSize(line.get("tokens").asInt());
            assertThat(Path.of(line.get("path").asText()))
                    .hasContent(line.get("text").asText());
        }
        List<JsonNode> executed = run("run", folder, "--json").succeeded().lines();
        assertThat(executed).hasSize(2).allSatisfy(line -> {
            assertThat(line.get("category").asText()).isEqualTo("ok");
            assertThat(longestSide(line.get("bbox"))).isCloseTo(200, within(10.0));
        });
    }

    @Test
    void theSamePointsGiveTheSameProgramWhetherTheyComeAsAFileOrFromTheShape() {
        // Given
        run("points", PLATE, "--normalise", "--out", folder).succeeded();

        // When
        JsonNode fromPoints = run("generate", "--points", folder, "--json")
                .succeeded()
                .lines()
                .getFirst();
        JsonNode fromShape =
                run("generate", PLATE, "--json").succeeded().lines().getFirst();

        // Then
        assertThat(fromPoints.get("name").asText()).isEqualTo("00070015.npy");
        assertThat(fromPoints.get("ids")).isEqualTo(fromShape.get("ids"));
    }

    @Test
    void severalTriesAreSeveralResultsUnlessTheInputSelectsOne() {
        // When
        List<JsonNode> all = run("generate", PLATE, "--n", 3, "--seed", 5, "--json")
                .succeeded()
                .lines();
        List<JsonNode> selected = run("generate", PLATE, "--n", 3, "--seed", 5, "--select", "input", "--json")
                .succeeded()
                .lines();

        // Then
        assertThat(all).extracting(line -> line.get("index").asInt()).containsExactly(0, 1, 2);
        assertThat(selected).hasSize(1);
        int index = selected.getFirst().get("index").asInt();
        assertThat(selected.getFirst().get("ids")).isEqualTo(all.get(index).get("ids"));
    }

    @Test
    void anInputThatCannotBeReadIsNamedInItsPlaceAndTheOthersAreDone() throws IOException {
        // Given
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"entities\":");
        Path few = folder.resolve("few.npy");
        Npy.write(few, new PointCloud(new double[] {0, 0, 0, 1, 1, 1}));
        Path noArray = Files.writeString(folder.resolve("text.npy"), "not an array");

        // When
        CommandLineRun run =
                run("generate", broken, PLATE, few, noArray, "--json").ended(ExitCode.PARTIAL);

        // Then
        assertThat(run.lines())
                .extracting(line -> line.get("name").asText())
                .containsExactly(broken + "", PLATE + "", few + "", noArray + "");
        assertThat(run.lines())
                .extracting(line -> line.at("/error/code").asText())
                .containsExactly("syntax.json", "", "unusable_points", "npy_magic");
        assertThat(run.lines().get(2).at("/error/message").asText()).contains("2 points", "256");
    }

    @Test
    void nothingIsOverwrittenUnlessToldTo() throws IOException {
        // Given
        Path there = Files.writeString(folder.resolve("00070015.sketch"), "mine");

        // When // Then
        CommandLineRun refused = run("generate", PLATE, "--out", folder).ended(ExitCode.USAGE);
        assertThat(refused.err()).contains(there + " exists already", "--overwrite");
        assertThat(there).hasContent("mine");
        run("generate", PLATE, "--out", folder, "--overwrite").succeeded();
        assertThat(there).content().contains("Extrude(");
    }

    @Test
    void inputsThatWouldBeWrittenToOneFileAreRefused() throws IOException {
        Path copy =
                Files.copy(PLATE, Files.createDirectory(folder.resolve("copy")).resolve("00070015.step"));
        assertThat(run("generate", PLATE, copy, "--out", folder)
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("would both be written as 00070015");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prompt=a box", "--beams=3", "--stop=end", "--ignore-eos", "--logprobs=2"})
    void whatOnlyLanguageModelsCanDoIsRefusedByName(String option) {
        assertThat(run("generate", PLATE, option).ended(ExitCode.USAGE).err())
                .contains(option.replaceFirst("=.*", "") + ": cadwright-nano reads points alone");
        assertThat(run("generate", PLATE, "--grammar=sketch")
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("--grammar: not yet");
    }

    @Test
    void wrongUsageIsSaidBeforeAModelIsLoaded() {
        // When // Then
        assertThat(run("generate").ended(ExitCode.USAGE).err()).contains("nothing to generate from");
        assertThat(run("generate", PLATE, "--select", "truth")
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("--select is input");
        assertThat(run("generate", PLATE, "--top-p", 2).ended(ExitCode.USAGE).err())
                .contains("topP must be above 0");
        assertThat(run("generate", PLATE, "--model", "gpt-9")
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("gpt-9 is no model", "cadwright-nano");
        assertThat(run("generate", "--inputs", folder.resolve("none.safetensors"))
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("none.safetensors is no file");
    }

    @Test
    void aModelThatDoesNotLoadIsSaidToBeTheFault() throws IOException {
        // Given
        Files.copy(CommandLineRun.ROOT.resolve("models/cadwright-nano/config.json"), folder.resolve("config.json"));

        // When // Then
        assertThat(run("generate", PLATE, "--model", folder)
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("model.safetensors", "[bad_model]");
    }

    private static double longestSide(JsonNode box) {
        double longest = 0;
        for (int axis = 0; axis < 3; axis++) {
            longest = Math.max(
                    longest, box.get(axis + 3).asDouble() - box.get(axis).asDouble());
        }
        return longest;
    }

    private static CommandLineRun run(Object... arguments) {
        return CommandLineRun.of(home, arguments);
    }
}
