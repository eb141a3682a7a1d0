package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointStoreTest {
    @TempDir
    private Path folder;

    @Test
    void theLatestCheckpointIsFoundAndThePointerNamesIt() throws IOException {
        // Given
        CheckpointStore store = new CheckpointStore(folder, 5);

        // When
        store.save(10, files("ten"), Set.of());
        CheckpointStore.Saved saved = store.save(20, files("twenty"), Set.of());

        // Then
        assertThat(store.latest()).contains(saved);
        assertThat(Files.readString(folder.resolve(CheckpointStore.POINTER)))
                .contains("checkpoint-00000020", saved.manifest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights", "state", CheckpointStore.MANIFEST})
    void aDamagedOrMissingFileMakesTheReaderTakeTheCheckpointBefore(String name) throws IOException {
        // Given
        CheckpointStore store = new CheckpointStore(folder, 5);
        CheckpointStore.Saved before = store.save(10, files("ten"), Set.of());
        Path latest = store.save(20, files("twenty"), Set.of()).path();

        // When
        Files.writeString(latest.resolve(name), "{");
        Optional<CheckpointStore.Saved> afterDamage = store.latest();
        Files.delete(latest.resolve(name));
        Optional<CheckpointStore.Saved> afterLoss = store.latest();

        // Then
        assertThat(afterDamage).contains(before);
        assertThat(afterLoss).contains(before);
    }

    /** A process that is killed leaves what it had written so far: every prefix of the sequence of writes. */
    @Test
    void whereverAWriterIsKilledTheLastCompleteCheckpointIsFound() throws IOException {
        // Given
        CheckpointStore store = new CheckpointStore(folder, 5);
        CheckpointStore.Saved complete = store.save(10, files("ten"), Set.of());
        byte[] content = "half a file".getBytes(StandardCharsets.UTF_8);
        Path temporary = folder.resolve(".tmp-20");
        List<Path> writes = List.of(
                temporary.resolve("state"),
                temporary.resolve("weights"),
                temporary.resolve(CheckpointStore.MANIFEST),
                folder.resolve(".tmp-" + CheckpointStore.POINTER));
        Files.createDirectory(temporary);

        for (Path write : writes) {
            // When
            Files.write(write, content);

            // Then
            assertThat(store.latest()).contains(complete);
        }
        assertThat(store.save(20, files("twenty"), Set.of()).path()).exists();
        assertThat(names()).noneMatch(name -> name.startsWith(".tmp"));
    }

    @Test
    void onlyTheNewestAreKeptAndThoseThatAreProtected() throws IOException {
        // Given
        CheckpointStore store = new CheckpointStore(folder, 2);

        // When
        for (long step = 1; step <= 5; step++) {
            store.save(step, files("content"), Set.of(2L));
        }

        // Then
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "checkpoint-00000002", "checkpoint-00000004", "checkpoint-00000005", CheckpointStore.POINTER);
    }

    @Test
    void anEmptyFolderHasNoCheckpoint() {
        // When // Then
        assertThat(new CheckpointStore(folder.resolve("nothing"), 1).latest()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(p -> String.valueOf(p.getFileName())).toList();
        }
    }

    private static Consumer<Path> files(String content) {
        return folder -> {
            try {
                Files.createDirectory(folder);
                Files.writeString(folder.resolve("weights"), content);
                Files.writeString(folder.resolve("state"), content + " state");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
