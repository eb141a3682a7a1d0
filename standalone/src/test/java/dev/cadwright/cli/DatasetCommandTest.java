package dev.cadwright.cli;

import static dev.cadwright.cli.CommandLineRun.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.contracts.ContractJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetCommandTest {
    @TempDir
    Path folder;

    @Test
    void shapesBecomeADatasetItsConversationsAndTheFolderToTrainOn() throws IOException {
        // Given
        CommandLineRun.requireKernel();
        Path parts = Files.createDirectory(folder.resolve("parts"));
        for (String name : List.of("00000069", "00001005", "00001011")) {
            Files.copy(sample("deepcad-json/" + name + ".json"), parts.resolve(name + ".json"));
        }
        Files.copy(sample("deepcad-step/00070015.step"), parts.resolve("00070015.step"));
        Files.copy(parts.resolve("00001005.json"), parts.resolve("same.json"));
        Files.writeString(parts.resolve("broken.json"), "{\"entities\": ");
        Files.writeString(parts.resolve("readme.txt"), "not a shape");
        Path out = folder.resolve("dataset");

        // When
        CommandLineRun created = run("dataset", "create", "--train", parts, "--out", out, "--json");

        // Then
        created.ended(ExitCode.PARTIAL);
        assertThat(created.lines())
                .filteredOn(line -> line.has("ok"))
                .extracting(line -> line.get("name").asText() + " "
                        + line.path("split").asText() + line.path("rejected").asText())
                .containsExactly(
                        "00000069 train",
                        "00001005 train",
                        "00001011 train",
                        "broken syntax",
                        "same train",
                        "00070015 train");
        JsonNode last = created.lines().getLast();
        assertThat(last.at("/counts/train").asInt()).isEqualTo(4);
        assertThat(last.get("rejected").toString()).isEqualTo("{\"duplicate\":1,\"syntax\":1}");

        JsonNode converse =
                run("dataset", "converse", out, "--json").succeeded().lines().getFirst();
        assertThat(converse.get("count").asInt())
                .as("three programs, three views")
                .isEqualTo(9);
        assertThat(run("dataset", "validate", out, "--json").succeeded().out())
                .isEqualTo("{\"ok\":true,\"manifest\":\"%s\",\"samples\":5,\"findings\":0}\n"
                        .formatted(last.get("manifest").asText()));
        JsonNode report =
                run("dataset", "report", out, "--json").succeeded().lines().getFirst();
        assertThat(report.at("/sources").toString()).isEqualTo("{\"deepcad\":3,\"step\":1}");
        assertThat(report.at("/files/solid.step").asInt()).isEqualTo(4);

        Path export = folder.resolve("export");
        run("dataset", "export", out, "--out", export).succeeded();
        assertThat(export.resolve("cad_json/0000/00000069.json"))
                .hasSameBinaryContentAs(sample("deepcad-json/00000069.json"));
        JsonNode train =
                ContractJson.mapper().readTree(export.resolve("train.json").toFile());
        assertThat(train).hasSize(9).allSatisfy(conversation -> assertThat(Programs.parse(
                                Language.SKETCH,
                                conversation.at("/conversations/1/value").asText())
                        .toOptional())
                .isPresent());
        assertThat(run("dataset", "export", out, "--out", export)
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("exists already");
        run("dataset", "export", out, "--out", export, "--overwrite").succeeded();
        assertThat(run("dataset", "export", out, "--out", parts, "--overwrite")
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("is not an exported dataset");
    }

    @Test
    void generatedShapesNeedNoKernelAndTheSameSeedGivesTheSameDataset() {
        // When
        JsonNode first = create("first", 3);
        JsonNode again = create("again", 3);
        JsonNode other = create("other", 4);

        // Then
        assertThat(first.get("manifest")).isEqualTo(again.get("manifest")).isNotEqualTo(other.get("manifest"));
        assertThat(first.at("/counts/train").asInt()).isBetween(8, 12);
        List<JsonNode> points = run(
                        "dataset", "points", folder.resolve("first"), "--out", folder.resolve("clouds"), "--json")
                .succeeded()
                .lines();
        assertThat(points).hasSize(first.at("/counts/train").asInt());
        assertThat(Path.of(points.getFirst().get("path").asText())).exists();
    }

    @Test
    void aDatasetThatHasChangedOnTheDiskIsFoundOut() throws IOException {
        // Given
        create("dataset", 3);
        Path artifacts = folder.resolve("dataset/artifacts");
        Path shard;
        try (Stream<Path> files = Files.walk(artifacts)) {
            shard = files.filter(Files::isRegularFile)
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(shard);
        bytes[bytes.length / 2] ^= 4;
        Files.write(shard, bytes);

        // When
        CommandLineRun run =
                run("dataset", "validate", folder.resolve("dataset"), "--json").ended(ExitCode.PARTIAL);

        // Then
        assertThat(run.lines().getFirst().get("place").asText()).isEqualTo(String.valueOf(shard.getFileName()));
        assertThat(run.lines().getFirst().get("code").asText()).isEqualTo("artifact_corrupt");
        assertThat(run.lines().getLast().get("ok").asBoolean()).isFalse();
    }

    @Test
    void aHostileArchiveIsRefusedAndNothingIsLeftOutsideOfTheFolder() throws IOException {
        // Given
        Path zip = folder.resolve("hostile.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("../../escaped.json"));
            out.write('{');
            out.closeEntry();
        }
        Path noZip = Files.writeString(folder.resolve("text.zip"), "no zip");

        // When // Then
        assertThat(run("dataset", "create", zip, "--out", folder.resolve("d"))
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("not a plain relative path: ../../escaped.json", "[invalid_input]");
        assertThat(run("dataset", "create", noZip, "--out", folder.resolve("e"))
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("not a readable zip");
        assertThat(folder.resolve("d/dataset.json")).doesNotExist();
        assertThat(folder.resolveSibling("escaped.json")).doesNotExist();
    }

    @Test
    void wrongUsageIsSaid() throws IOException {
        // Given
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("letter.txt"), "dear");

        // When // Then
        assertThat(usage("dataset")).contains("create, points, converse");
        assertThat(usage("dataset", "create", "--out", folder.resolve("a"))).contains("nothing to build from");
        assertThat(usage("dataset", "create", "nowhere", "--out", folder.resolve("a")))
                .contains("nowhere is no folder, no .zip");
        assertThat(usage("dataset", "create", mine, "--out", folder.resolve("a")))
                .contains("holds no shape");
        assertThat(usage("dataset", "create", "procedural:5", "--out", mine)).contains("holds other files");
        assertThat(usage("dataset", "create", "procedural:5", "--shares", "1,2,3", "--out", folder.resolve("b")))
                .contains("sum to 1");
        assertThat(usage("dataset", "validate", mine)).contains("is no dataset");
        create("there", 1);
        assertThat(usage("dataset", "create", "procedural:5", "--out", folder.resolve("there")))
                .contains("--overwrite");
        assertThat(usage("dataset", "points", folder.resolve("there"), "--split", "all", "--out", mine))
                .contains("train, validation or test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "index", "split", "render"})
    void whatThisVersionCannotDoIsRefusedByName(String command) {
        assertThat(usage("dataset", command, folder)).contains("dataset " + command + ": not yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "converse", "points", "validate", "report", "export"})
    void everyPartHasHelpWithAnExample(String command) {
        assertThat(run("dataset", command, "--help").succeeded().out()).contains("  ./cadwright dataset " + command);
    }

    private JsonNode create(String name, int seed) {
        return run(
                        "dataset",
                        "create",
                        "--train",
                        "procedural:12",
                        "--no-solids",
                        "--sampled",
                        512,
                        "--name",
                        "shapes",
                        "--seed",
                        seed,
                        "--out",
                        folder.resolve(name),
                        "--json")
                .succeeded()
                .lines()
                .getLast();
    }

    private String usage(Object... arguments) {
        return run(arguments).ended(ExitCode.USAGE).err();
    }

    private CommandLineRun run(Object... arguments) {
        return CommandLineRun.of(folder.resolve("home"), arguments);
    }
}
