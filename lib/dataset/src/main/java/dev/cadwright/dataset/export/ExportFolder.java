package dev.cadwright.dataset.export;

import dev.cadwright.dataset.shard.DeterministicZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an export goes: a folder or a zip. */
public interface ExportFolder {
    /**
     * @param path relative, with {@code /}
     * @param content is read to its end, not closed
     */
    void add(String path, InputStream content) throws IOException;

    default void add(String path, byte[] content) throws IOException {
        add(path, new ByteArrayInputStream(content));
    }

    /** A folder of that name in a zip. The same files give the same bytes. */
    static ExportFolder in(DeterministicZip zip, String name) {
        return (path, content) -> zip.add(name + "/" + path, content);
    }

    /**
     * A folder on the disk, made where it is not there.
     *
     * @throws java.nio.file.FileAlreadyExistsException from {@code add}, rather than overwriting a file
     */
    static ExportFolder at(Path folder) {
        return (path, content) -> {
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(folder.normalize())) {
                throw new IOException("not a path inside of the export: " + path);
            }
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
        };
    }
}
