package dev.cadwright.dataset.source;

import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.shard.DeterministicZip;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Packs a folder of this machine as the zip that a source reads. The same files give the same artifact. */
public final class FolderArchive {
    private FolderArchive() {}

    /**
     * Packs all regular files below a folder, sorted, with their relative paths; links are not followed.
     *
     * @throws DatasetException if the folder cannot be read
     */
    public static ArtifactReference pack(Path folder, ArtifactStore store) {
        return pack(folder, file -> true, store);
    }

    /** As above, with only some of the files. */
    public static ArtifactReference pack(Path folder, Predicate<Path> wanted, ArtifactStore store) {
        try {
            Path file = Files.createTempFile("folder", ".zip");
            try {
                write(folder, wanted, file);
                return store.put(file, "application/zip");
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new DatasetException(DatasetException.Code.INVALID_INPUT, folder + " cannot be read", e);
        }
    }

    private static void write(Path folder, Predicate<Path> wanted, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                DeterministicZip zip = new DeterministicZip(out)) {
            for (Path path : regularFiles(folder, wanted)) {
                String name = folder.relativize(path)
                        .toString()
                        .replace(path.getFileSystem().getSeparator(), "/");
                try (InputStream content = Files.newInputStream(path)) {
                    zip.add(name, content);
                }
            }
        }
    }

    private static List<Path> regularFiles(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }
}
