package dev.cadwright.service.training;

import dev.cadwright.neural.train.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of one attempt: an attempt that lost its job without knowing it never writes where another one reads. A new
 * attempt begins with a copy of the checkpoint that the fenced pointer of its job names.
 */
final class RunFolder {
    private final Path job;
    private final Path attempt;

    RunFolder(Path runs, UUID job, int attempt) {
        this.job = runs.resolve(job.toString());
        this.attempt = this.job.resolve("attempt-" + attempt);
    }

    /**
     * What a job's pointer says: the last checkpoint that its attempt has announced.
     *
     * @param folder of the checkpoint, below the folder of the job's runs
     * @param history the loss history up to that step, likewise
     */
    record Pointer(String folder, String history, long step, String manifest) {}

    Path path() {
        return attempt;
    }

    Path model() {
        return attempt.resolve(Trainer.MODEL);
    }

    Path adapter() {
        return attempt.resolve(Trainer.ADAPTER);
    }

    Path resolve(String name) {
        return attempt.resolve(name);
    }

    /** Makes the folder, empty; what an attempt of the same number left is gone. */
    void create() throws IOException {
        delete(attempt);
        Files.createDirectories(attempt);
    }

    /** @return the history so far; empty if the checkpoint is no longer there, and training begins anew */
    List<String> restore(Pointer pointer) throws IOException {
        Path checkpoint = job.resolve(pointer.folder()).normalize();
        if (!checkpoint.startsWith(job) || !Files.isDirectory(checkpoint)) {
            return List.of();
        }
        Path copy = attempt.resolve(Trainer.CHECKPOINTS).resolve(checkpoint.getFileName());
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(checkpoint)) {
            for (Path file : files.toList()) {
                linkOrCopy(file, copy.resolve(file.getFileName()));
            }
        }
        Path history = job.resolve(pointer.history()).normalize();
        return history.startsWith(job) && Files.exists(history) ? Files.readAllLines(history) : List.of();
    }

    /** Keeps the history beside a checkpoint that was just written. */
    Pointer point(Path checkpoint, long step, String manifest, List<String> history) throws IOException {
        Path kept = attempt.resolve("history-%08d.jsonl".formatted(step));
        Files.write(kept, history);
        return new Pointer(
                job.relativize(checkpoint.toAbsolutePath().normalize()).toString(),
                job.relativize(kept).toString(),
                step,
                manifest);
    }

    /** Removes all attempts of the job. */
    void deleteAll() throws IOException {
        delete(job);
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, target);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
