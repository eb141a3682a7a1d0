package dev.cadwright.neural.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.model.ModelLoader;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of golden results with generated tokens. A new folder needs no new code. */
class GoldenCompletionTest {
    /** A file of inputs and the tokens that follow them. */
    record Case(Path folder, String file) {
        @Override
        public String toString() {
            return folder.getFileName() + " " + file;
        }

        SafetensorsFile open() {
            return SafetensorsFile.open(folder.resolve(file));
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Path folder : folders()) {
            for (String file : List.of("expected.safetensors", "expected_leftpad.safetensors")) {
                if (Files.exists(folder.resolve(file))
                        && ModelLoader.families()
                                .contains(Configuration.ofFolder(folder).modelType())) {
                    cases.add(new Case(folder, file));
                }
            }
        }
        return cases.stream().filter(GoldenCompletionTest::writes).toList();
    }

    private static boolean writes(Case golden) {
        try (SafetensorsFile file = golden.open()) {
            return file.names().contains("generated_ids");
        }
    }

    static List<Path> folders() {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path data = shared == null ? root.resolve("../shared") : Path.of(shared);
        Path models = data.resolve("data/golden/models");
        assumeTrue(Files.isDirectory(models), "the reference figures are not here: " + models.normalize());
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theProcessWritesTheTokensOfTheReferenceInBatchesAndRowByRow(Case golden) throws InterruptedException {
        // Given
        List<List<Integer>> wanted = wanted(golden, "generated_ids");
        Written together = new Written();
        Written alone = new Written();
        CompletionSettings settings =
                CompletionSettings.GREEDY.ending(wanted.getFirst().size(), true, List.of(), List.of());

        // When
        try (CompletionProcess process =
                CompletionProcess.start(ChildOptions.defaults(), ModelSource.of(golden.folder(), 1))) {
            Path inputs = golden.folder().resolve(golden.file());
            process.writeTensors(inputs, settings, false, together);
            process.writeTensors(inputs, settings.inBatchesOf(1), false, alone);
        }

        // Then
        assertThat(together.ids()).isEqualTo(wanted);
        assertThat(alone.ids()).isEqualTo(wanted);
    }

    static List<List<Integer>> wanted(Case golden, String name) {
        try (SafetensorsFile file = golden.open()) {
            long[] ids = file.integers(name);
            int time = Math.toIntExact(file.entry(name).shape()[1]);
            List<List<Integer>> rows = new ArrayList<>();
            for (int from = 0; from < ids.length; from += time) {
                LongStream row = Arrays.stream(ids, from, from + time);
                rows.add(row.mapToObj(Math::toIntExact).toList());
            }
            return rows;
        }
    }
}
