package dev.cadwright.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final UUID JOB = UUID.fromString("01a1fdf1-5e87-70ac-8902-51e26db95015");
    private static final List<String> HISTORY = List.of("{\"step\":1}", "{\"step\":20}");
    private static final List<SavedCheckpoints.Entry> SAVED =
            List.of(new SavedCheckpoints.Entry(5, Optional.of(1.5), Optional.empty(), Map.of()));

    @TempDir
    Path runs;

    private RunFolder first;
    private RunFolder second;

    @BeforeEach
    void create() throws IOException {
        first = new RunFolder(runs, JOB, 1);
        first.create();
        second = new RunFolder(runs, JOB, 2);
        second.create();
    }

    @Test
    void theNextAttemptHasTheAnnouncedCheckpointAndTheBestBeforeItWhateverTheTrainerDeletedSince() throws IOException {
        // Given
        Path best = checkpoint(first, 5, "best");
        Path announced = checkpoint(first, 20, "announced");
        Path later = checkpoint(first, 25, "of nobody's knowledge");
        RunFolder.Pointer pointer =
                first.keep(announced, 20, "digest", HISTORY, SAVED).orElseThrow();
        for (Path folder : List.of(best, announced, later)) {
            Files.delete(folder.resolve("state.json"));
            Files.delete(folder);
        }
        // When
        RunFolder.Restored restored = second.restore(pointer);
        // Then
        assertThat(restored).isEqualTo(new RunFolder.Restored(HISTORY, SAVED));
        Path checkpoints = second.resolve("checkpoints");
        assertThat(names(checkpoints)).containsExactly("checkpoint-00000005", "checkpoint-00000020");
        assertThat(checkpoints.resolve("checkpoint-00000005/state.json")).hasContent("best");
        assertThat(checkpoints.resolve("checkpoint-00000020/state.json")).hasContent("announced");
    }

    @Test
    void aCheckpointThatIsGoneAlreadyIsNotAnnounced() throws IOException {
        // Given
        Path gone = first.resolve("checkpoints").resolve("checkpoint-00000020");
        checkpoint(first, 5, "older");
        // When
        Optional<RunFolder.Pointer> pointer = first.keep(gone, 20, "digest", HISTORY, SAVED);
        // Then
        assertThat(pointer).isEmpty();
        assertThat(names(first.resolve("announced"))).isEmpty();
    }

    @Test
    void onlyWhatThePointerNamesIsKept() throws IOException {
        // Given
        RunFolder.Pointer older = first.keep(checkpoint(first, 5, "a"), 5, "digest", HISTORY, SAVED)
                .orElseThrow();
        RunFolder.Pointer newer = first.keep(checkpoint(first, 10, "b"), 10, "digest", HISTORY, SAVED)
                .orElseThrow();
        // When
        first.keepOnly(newer);
        // Then
        assertThat(second.restore(older)).isEqualTo(RunFolder.Restored.NOTHING);
        assertThat(second.restore(newer).history()).isEqualTo(HISTORY);
    }

    @Test
    void aPointerOutOfTheRunIsNotFollowed() throws IOException {
        // Given
        RunFolder.Pointer pointer = new RunFolder.Pointer("../other", "checkpoint-00000020", 20, "digest", SAVED);
        Files.createDirectories(runs.resolve("other/checkpoint-00000020"));
        // When
        RunFolder.Restored restored = second.restore(pointer);
        // Then
        assertThat(restored).isEqualTo(RunFolder.Restored.NOTHING);
        assertThat(second.resolve("checkpoints")).doesNotExist();
    }

    private static Path checkpoint(RunFolder run, long step, String content) throws IOException {
        Path folder = run.resolve("checkpoints").resolve("checkpoint-%08d".formatted(step));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("state.json"), content);
        return folder;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
