package dev.cadwright.gateway.upload;

import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Turns a ZIP file from outside into one of ours: the same regular files under the same names, sorted, with a fixed
 * time and nothing else. Whatever two readers could disagree about (links, duplicate names, hidden records) is refused
 * or gone, and the same folder gives the same digest whoever packed it.
 */
final class FolderArchive {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** What an archive holds. */
    record Contents(int files, long bytes, int ignored) {}

    private final ArchiveLimits limits;

    FolderArchive(ArchiveLimits limits) {
        this.limits = limits;
    }

    /**
     * Rewrites {@code source} to {@code target}.
     *
     * @throws ProblemException with {@link ProblemCode#UNSAFE_ARCHIVE} or {@link ProblemCode#BROKEN_ARCHIVE}
     */
    Contents rewrite(Path source, Path target) throws IOException {
        try {
            checkDirectory(source);
            try (var zip = new ZipFile(source.toFile())) {
                var files = new TreeMap<String, ZipEntry>();
                int ignored = list(zip, files);
                if (files.isEmpty()) {
                    throw new BrokenZip("It holds no files.");
                }
                return new Contents(files.size(), copy(zip, files, target), ignored);
            }
        } catch (BrokenZip | ZipException | EOFException broken) {
            throw new ProblemException(ProblemCode.BROKEN_ARCHIVE, String.valueOf(broken.getMessage()));
        }
    }

    private void checkDirectory(Path source) throws IOException, BrokenZip {
        var directory = CentralDirectory.read(source, limits.entries());
        if (directory.entries() > limits.entries()) {
            throw unsafe("It holds more than %,d entries; send several uploads.".formatted(limits.entries()));
        }
        if (directory.special()) {
            throw unsafe("It holds a link or a device; pack the files themselves.");
        }
        if (directory.encrypted()) {
            throw new BrokenZip("It is encrypted.");
        }
    }

    private static int list(ZipFile zip, TreeMap<String, ZipEntry> files) {
        int ignored = 0;
        var names = new HashSet<String>();
        var folders = new HashSet<String>();
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            var name = entry.isDirectory() ? entry.getName().replaceFirst("/$", "") : entry.getName();
            EntryName.fault(name).ifPresent(fault -> {
                throw unsafe("The entry \"%s\" %s.".formatted(printable(name), fault));
            });
            if (EntryName.isClutter(entry.getName())) {
                ignored++;
            } else if (!entry.isDirectory()) {
                addParents(name, folders);
                if (!names.add(EntryName.key(name))) {
                    throw unsafe("The name \"%s\" occurs twice (case does not count).".formatted(printable(name)));
                }
                files.put(name, entry);
            }
        }
        folders.stream().filter(names::contains).findAny().ifPresent(name -> {
            throw unsafe("\"%s\" is both a file and a folder.".formatted(printable(name)));
        });
        return ignored;
    }

    private static void addParents(String name, Set<String> folders) {
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            if (!folders.add(EntryName.key(name.substring(0, slash)))) {
                return;
            }
        }
    }

    private long copy(ZipFile zip, TreeMap<String, ZipEntry> files, Path target) throws IOException, BrokenZip {
        long bytes = 0;
        try (var output = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16))) {
            output.setLevel(Deflater.BEST_SPEED);
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                output.putNextEntry(entry);
                bytes += copy(zip, file.getValue(), output, limits.bytes() - bytes);
                output.closeEntry();
            }
        }
        return bytes;
    }

    private long copy(ZipFile zip, ZipEntry entry, OutputStream output, long room) throws IOException, BrokenZip {
        var checksum = new CRC32();
        var buffer = new byte[1 << 16];
        long bytes = 0;
        long expandable = ArchiveLimits.FREE + Math.max(0, entry.getCompressedSize()) * limits.ratio();
        try (var input = zip.getInputStream(entry)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                bytes += read;
                if (bytes > room) {
                    throw unsafe("It unpacks to more than %,d bytes.".formatted(limits.bytes()));
                }
                if (bytes > expandable) {
                    throw unsafe("\"%s\" unpacks to more than %d times its size."
                            .formatted(printable(entry.getName()), limits.ratio()));
                }
                checksum.update(buffer, 0, read);
                output.write(buffer, 0, read);
            }
        }
        if (checksum.getValue() != entry.getCrc() || bytes != entry.getSize()) {
            throw new BrokenZip("\"%s\" is damaged: its checksum differs.".formatted(printable(entry.getName())));
        }
        return bytes;
    }

    private static ProblemException unsafe(String detail) {
        return new ProblemException(ProblemCode.UNSAFE_ARCHIVE, detail);
    }

    private static String printable(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }
}
