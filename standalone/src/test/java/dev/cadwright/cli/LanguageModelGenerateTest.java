package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.format.Npy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small models of Hugging Face folders, some with a tokenizer of single bytes. */
class LanguageModelGenerateTest {
    @TempDir
    static Path home;

    @TempDir
    static Path models;

    @TempDir
    Path folder;

    @BeforeAll
    static void kernel() {
        CommandLineRun.requireKernel();
    }

    @Test
    void readyRowsGiveTheTokensOfTheReferenceInTheirOrder() {
        // Given
        Path model = golden("t5");

        // When
        List<JsonNode> lines = run(
                        "generate",
                        "--model",
                        model,
                        "--inputs",
                        model.resolve("expected.safetensors"),
                        "--max-tokens",
                        3,
                        "--ignore-eos",
                        "--json")
                .succeeded()
                .lines();

        // Then
        assertThat(lines)
                .extracting(line -> line.get("name").asText())
                .containsExactly("expected.safetensors#0", "expected.safetensors#1");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly("name", "index", "text", "ids", "finish_reason", "tokens", "seconds");
            assertThat(line.get("ids")).hasSize(3);
            assertThat(line.get("finish_reason").asText()).isEqualTo("length");
        });
    }

    @Test
    void promptsAreAnsweredOneByOneAndTheSameWhateverTheBatch() {
        // Given
        Path model = speaking("qwen2");
        Object[] common = {
            "generate",
            "--model",
            model,
            "--prompt",
            "a washer",
            "--prompt",
            "a longer question about a box",
            "--n",
            2,
            "--temperature",
            1,
            "--seed",
            4,
            "--max-tokens",
            12,
            "--json"
        };

        // When
        List<JsonNode> together = run(common).succeeded().lines();
        List<JsonNode> alone = run(with(common, "--batch", 1)).succeeded().lines();

        // Then
        assertThat(together)
                .extracting(line -> line.get("name").asText() + line.get("index"))
                .containsExactly("prompt-10", "prompt-11", "prompt-20", "prompt-21");
        assertThat(together)
                .extracting(line -> line.get("ids"))
                .isEqualTo(alone.stream().map(line -> line.get("ids")).toList());
        assertThat(together.get(0).get("ids")).isNotEqualTo(together.get(1).get("ids"));
    }

    @Test
    void aPersonSeesTheTextAlone() {
        // Given
        Path model = speaking("qwen2");

        // When
        CommandLineRun seen = run("generate", "--model", model, "--prompt", "a washer", "--max-tokens", 8)
                .succeeded();
        JsonNode line = run("generate", "--model", model, "--prompt", "a washer", "--max-tokens", 8, "--json")
                .succeeded()
                .lines()
                .getFirst();

        // Then
        assertThat(seen.out()).isEqualTo(line.get("text").asText() + System.lineSeparator());
        assertThat(seen.err()).isBlank();
    }

    @Test
    void pointsBecomeProgramsInFilesAndPointsThatDoNotFitAreNamedInTheirPlace() throws IOException {
        // Given
        Path clouds = Files.createDirectory(folder.resolve("clouds"));
        SplittableRandom random = new SplittableRandom(3);
        Npy.write(
                clouds.resolve("a.npy"),
                new PointCloud(random.doubles(3 * 40, -1, 1).toArray()));
        Npy.write(
                clouds.resolve("b.npy"),
                new PointCloud(random.doubles(3 * 5, -1, 1).toArray()));
        Npy.write(
                clouds.resolve("c.npy"),
                new PointCloud(random.doubles(3 * 32, -1, 1).toArray()));

        // When
        CommandLineRun run = run(
                        "generate",
                        "--model",
                        seeing("cad_recode", "\"n_points\":32"),
                        "--points",
                        clouds,
                        "--max-tokens",
                        4,
                        "--out",
                        folder.resolve("out"),
                        "--json")
                .ended(ExitCode.PARTIAL);

        // Then
        assertThat(run.lines())
                .extracting(line -> line.get("name").asText())
                .containsExactly("a.npy", "b.npy", "c.npy");
        assertThat(run.lines().get(1).at("/error/code").asText()).isEqualTo("unusable_points");
        assertThat(Path.of(run.lines().get(0).get("path").asText())).exists().hasFileName("a.py");
        assertThat(folder.resolve("out/c.py")).exists();
    }

    @Test
    void ofSeveralTriesTheInputSelectsOneAndWithoutASolidThatIsSaid() throws IOException {
        // Given
        Path cloud = folder.resolve("cloud.npy");
        Npy.write(
                cloud,
                new PointCloud(new SplittableRandom(3).doubles(3 * 32, -1, 1).toArray()));

        // When
        List<JsonNode> lines = run(
                        "generate",
                        "--model",
                        seeing("cad_recode", "\"n_points\":32"),
                        "--points",
                        cloud,
                        "--max-tokens",
                        4,
                        "--n",
                        3,
                        "--select",
                        "input",
                        "--json")
                .ended(ExitCode.PARTIAL)
                .lines();

        // Then
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at("/error/code").asText()).isEqualTo("no_solid");
        assertThat(lines.getFirst().get("category").asText()).isIn("syntax", "runtime", "no_result", "unsupported");
    }

    @Test
    void whatAModelCannotReadIsSaid() {
        Path model = golden("qwen2");
        assertThat(run("generate", "--model", model, "--prompt", "a washer")
                        .ended(ExitCode.PARTIAL)
                        .err())
                .contains("no tokenizer.json", "[no_tokenizer]");
        assertThat(run("generate", "--model", model, CommandLineRun.sample("deepcad-step/00070015.step"))
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("reads no points");
        assertThat(run("generate", "--model", golden("siglip"), "--prompt", "a washer")
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("does not write");
        assertThat(run("generate", "--model", model, "--prompt", "x", "--top-p", 2)
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("must be above 0");
        assertThat(run("generate", "--model", model, "--prompt", "x", "--beams", 3, "--temperature", 1, "--n", 5)
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("beam");
    }

    @Test
    void anAdaptersFolderIsAModelTogetherWithItsBase() throws IOException {
        // Given
        Path base = speaking("qwen2");
        Path adapter =
                golden("qwen2").resolve("../../training/qwen2/lora/start").normalize();
        assumeTrue(Files.isDirectory(adapter), "the reference adapters are not here");
        Path copy = Files.createDirectory(folder.resolve("adapter"));
        copy(adapter, copy);
        Path configuration = copy.resolve("adapter_config.json");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replaceFirst(
                                "\"base_model_name_or_path\": *(null|\"[^\"]*\")",
                                "\"base_model_name_or_path\": \"" + base + "\""));

        // When
        JsonNode whole = run("generate", "--model", copy, "--prompt", "a", "--max-tokens", 6, "--json")
                .succeeded()
                .lines()
                .getFirst();
        JsonNode parts = run(
                        "generate", "--model", base, "--adapter", adapter, "--prompt", "a", "--max-tokens", 6, "--json")
                .succeeded()
                .lines()
                .getFirst();

        // Then
        assertThat(whole.get("ids")).isEqualTo(parts.get("ids"));
    }

    private static Path golden(String name) {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path data = shared == null ? CommandLineRun.ROOT.resolve("../shared") : Path.of(shared);
        Path model = data.resolve("data/golden/models")
                .resolve(name)
                .toAbsolutePath()
                .normalize();
        assumeTrue(Files.isDirectory(model), "the reference models are not here: " + model);
        return model;
    }

    /** A model with a tokenizer whose tokens are bytes. */
    private static Path speaking(String name) {
        return seeing(name, "\"x\":0");
    }

    /** The same with one more key in its configuration. */
    private static Path seeing(String name, String key) {
        Path from = golden(name);
        Path copy = models.resolve(name);
        if (Files.isDirectory(copy)) {
            return copy;
        }
        try {
            Files.createDirectory(copy);
            copy(from, copy);
            Path configuration = copy.resolve("config.json");
            Files.writeString(configuration, Files.readString(configuration).replaceFirst("\\{", "{" + key + ","));
            Path texts = Files.createDirectories(models.resolve("texts-" + name));
            Files.writeString(texts.resolve("one.txt"), "w0 = cq.Workplane('XY')");
            run(
                            "tokenizer",
                            "train",
                            texts,
                            "--vocab-size",
                            262,
                            "--special",
                            "<|endoftext|>",
                            "--out",
                            models.resolve("tokenizer-" + name))
                    .succeeded();
            copy(models.resolve("tokenizer-" + name), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static Object[] with(Object[] arguments, Object... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray();
    }

    private static CommandLineRun run(Object... arguments) {
        return CommandLineRun.of(home, arguments);
    }
}
