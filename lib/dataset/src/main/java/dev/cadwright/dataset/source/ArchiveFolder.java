package dev.cadwright.dataset.source;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import java.io.EOFException;
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
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The regular files of an uploaded zip. Strangers make zips: names that leave the folder, repeat or are absolute, and
 * sizes, sums of sizes and ratios of compression beyond the limits, are refused when the zip is opened or read. Links
 * have no meaning: an entry is its bytes.
 */
final class ArchiveFolder implements AutoCloseable {
    static final int MAXIMUM_ENTRIES = 2_000_000;
    static final int MAXIMUM_FILE = 64 << 20;
    static final long MAXIMUM_TOTAL = 1L << 38;
    /** Text of numbers compresses 20 to 1; a kilobyte that becomes a megabyte is no CAD file. */
    static final int MAXIMUM_RATIO = 500;

    private static final int ALWAYS_ALLOWED = 1 << 20;

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
        ZipEntry entry = zip.getEntry(name);
        long byRatio = Math.max(ALWAYS_ALLOWED, entry.getCompressedSize() * MAXIMUM_RATIO);
        int most = (int) Math.min(MAXIMUM_FILE, byRatio);
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most) {
                throw refused("file " + name + " has more than " + most + " bytes");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new DatasetException(
                    DatasetException.Code.INVALID_INPUT, "file " + name + " of the zip is damaged", e);
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
        long total = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (!entry.isDirectory()) {
                requireSafe(entry.getName());
                total += Math.max(0, entry.getSize());
                if (total > MAXIMUM_TOTAL) {
                    throw refused("the zip holds more than " + MAXIMUM_TOTAL + " bytes");
                }
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
