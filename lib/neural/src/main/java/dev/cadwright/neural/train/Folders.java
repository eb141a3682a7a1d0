package dev.cadwright.neural.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Folders that are there whole, or not at all. */
final class Folders {
    private Folders() {}

    /**
     * Puts a new folder in the place of one.
     *
     * @param writer makes the folder it is given
     * @return {@code folder}
     */
    static Path replace(Path folder, Consumer<Path> writer) {
        Path fresh = folder.resolveSibling("." + folder.getFileName() + ".new");
        Path stale = folder.resolveSibling("." + folder.getFileName() + ".old");
        try {
            delete(fresh);
            delete(stale);
            writer.accept(fresh);
            if (Files.exists(folder)) {
                Files.move(folder, stale, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            delete(stale);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all that is in it. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
