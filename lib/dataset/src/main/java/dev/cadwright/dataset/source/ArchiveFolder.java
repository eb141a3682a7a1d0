package dev.cadwright.dataset.source;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The regular files of an uploaded zip. Strangers make zips: names that leave the folder, repeat or are absolute, and
 * sizes beyond the limits, are refused when the zip is opened or read.
 */
final class ArchiveFolder implements AutoCloseable {
    static final int MAXIMUM_ENTRIES = 2_000_000;
    static final int MAXIMUM_FILE = 64 << 20;

    private final ZipFile zip;
    private final Optional<Path> copy;
    private final List<String> names;

    private ArchiveFolder(ZipFile zip, Optional<Path> copy) {
        this.zip = zip;
        this.copy = copy;
        this.names = List.copyOf(checkedNames(zip));
    }

    /** @throws DatasetException if the artifact is not a zip, or one with refused names */
    static ArchiveFolder open(String sha256, ArtifactStore store) {
        try {
            Optional<Path> local = store.localPath(sha256);
            if (local.isPresent()) {
                return new ArchiveFolder(new ZipFile(local.get().toFile()), Optional.empty());
            }
            Path copy = Files.createTempFile("archive", ".zip");
            try (InputStream content = store.open(sha256)) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return new ArchiveFolder(new ZipFile(copy.toFile()), Optional.of(copy));
        } catch (IOException e) {
            throw new DatasetException(
                    DatasetException.Code.INVALID_INPUT, "artifact " + sha256 + " is not a readable zip", e);
        }
    }

    /** Paths of all files, sorted. */
    List<String> names() {
        return names;
    }

    byte[] read(String name) throws IOException {
        try (InputStream content = zip.getInputStream(zip.getEntry(name))) {
            byte[] bytes = content.readNBytes(MAXIMUM_FILE + 1);
            if (bytes.length > MAXIMUM_FILE) {
                throw refused("file " + name + " has more than " + MAXIMUM_FILE + " bytes");
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        if (copy.isPresent()) {
            Files.deleteIfExists(copy.get());
        }
    }

    private static TreeSet<String> checkedNames(ZipFile zip) {
        if (zip.size() > MAXIMUM_ENTRIES) {
            throw refused("the zip has " + zip.size() + " entries, more than " + MAXIMUM_ENTRIES);
        }
        TreeSet<String> names = new TreeSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (!entry.isDirectory()) {
                requireSafe(entry.getName());
                if (!names.add(entry.getName())) {
                    throw refused("the zip holds " + entry.getName() + " twice");
                }
            }
        }
        return names;
    }

    private static void requireSafe(String name) {
        boolean leaves = List.of(name.split("[/\\\\]")).contains("..");
        if (name.isEmpty() || name.startsWith("/") || name.contains("\\") || name.contains(":") || leaves) {
            throw refused("the zip holds a name that is not a plain relative path: " + name);
        }
    }

    private static DatasetException refused(String message) {
        return new DatasetException(DatasetException.Code.INVALID_INPUT, message);
    }
}
