package dev.cadwright.service.training;

import dev.cadwright.neural.train.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of one attempt: an attempt that lost its job without knowing it never writes where another one reads.
 *
 * <p>The trainer deletes its older checkpoints as it goes, also when nobody listens any more. So each checkpoint that is
 * announced is kept once more, by links: with the best one up to then, which the final model may be made of, and the
 * loss history. The fenced pointer of the job names this copy, and a new attempt begins with it.
 */
final class RunFolder {
    private static final String ANNOUNCED = "announced";
    private static final String HISTORY = "history.jsonl";

    private final Path job;
    private final Path attempt;

    RunFolder(Path runs, UUID job, int attempt) {
        this.job = runs.resolve(job.toString());
        this.attempt = this.job.resolve("attempt-" + attempt);
    }

    /**
     * What a job's pointer says: the last checkpoint that its attempt has announced.
     *
     * @param folder of the copy, below the folder of the job's runs
     * @param checkpoint name of the checkpoint's folder in the copy
     * @param saved all checkpoints up to that one
     */
    record Pointer(String folder, String checkpoint, long step, String manifest, List<SavedCheckpoints.Entry> saved) {
        Pointer {
            saved = saved == null ? List.of() : List.copyOf(saved);
        }
    }

    /** What earlier attempts leave to a new one. */
    record Restored(List<String> history, List<SavedCheckpoints.Entry> saved) {
        static final Restored NOTHING = new Restored(List.of(), List.of());
    }

    Path path() {
        return attempt;
    }

    Path checkpoints() {
        return attempt.resolve(Trainer.CHECKPOINTS);
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

    /** @return what was so far; nothing if the checkpoint is no longer there, and training begins anew */
    Restored restore(Pointer pointer) throws IOException {
        Path copy = job.resolve(pointer.folder()).normalize();
        if (!copy.startsWith(job) || !Files.isDirectory(copy.resolve(pointer.checkpoint()))) {
            return Restored.NOTHING;
        }
        for (Path checkpoint : folders(copy)) {
            link(checkpoint, checkpoints().resolve(checkpoint.getFileName()));
        }
        return new Restored(Files.readAllLines(copy.resolve(HISTORY)), pointer.saved());
    }

    /**
     * Keeps a checkpoint that was just written, durably, with the earlier ones that are still there.
     *
     * @return empty if the trainer, being further already, has deleted it: it will announce a later one
     */
    Optional<Pointer> keep(
            Path checkpoint, long step, String manifest, List<String> history, List<SavedCheckpoints.Entry> saved)
            throws IOException {
        Path copy = attempt.resolve(ANNOUNCED).resolve("%08d".formatted(step));
        delete(copy);
        String name = checkpoint.getFileName().toString();
        for (Path earlier : folders(checkpoint.toAbsolutePath().getParent())) {
            if (earlier.getFileName().toString().compareTo(name) <= 0) {
                linkIfPresent(earlier, copy.resolve(earlier.getFileName()));
            }
        }
        if (!Files.isDirectory(copy.resolve(name))) {
            delete(copy);
            return Optional.empty();
        }
        Path lines = copy.resolve(HISTORY);
        Files.write(lines, history);
        force(lines);
        force(copy);
        force(copy.getParent());
        return Optional.of(new Pointer(job.relativize(copy).toString(), name, step, manifest, saved));
    }

    /** Deletes what was kept of this attempt, except for what the pointer names. */
    void keepOnly(Pointer pointer) throws IOException {
        for (Path copy : folders(attempt.resolve(ANNOUNCED))) {
            if (!copy.equals(job.resolve(pointer.folder()))) {
                delete(copy);
            }
        }
    }

    /** Removes all attempts of the job. */
    void deleteAll() throws IOException {
        delete(job);
    }

    /** A checkpoint that the trainer deletes meanwhile is left out. */
    private static void linkIfPresent(Path checkpoint, Path target) throws IOException {
        try {
            link(checkpoint, target);
        } catch (NoSuchFileException e) {
            delete(target);
        }
        // It loses its name before its files: as long as it has that, it was whole.
        if (!Files.isDirectory(checkpoint)) {
            delete(target);
        }
    }

    private static void link(Path folder, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                linkOrCopy(file, target.resolve(file.getFileName()));
            }
        }
        force(target);
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, target);
            force(target);
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
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
