package dev.cadwright.embedded.child;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the archive of PostgreSQL that lies on the class path. Argument: the folder to unpack into. */
public final class UnpackPostgres {
    private UnpackPostgres() {}

    public static void main(String[] arguments) throws IOException {
        String archive = System.getProperty("os.arch").equals("aarch64")
                ? "/postgres-linux-arm_64.txz"
                : "/postgres-linux-x86_64.txz";
        Path folder = Path.of(arguments[0]);
        try (InputStream stream = UnpackPostgres.class.getResourceAsStream(archive)) {
            if (stream == null) {
                throw new IOException("No PostgreSQL for this machine: " + archive);
            }
            unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(stream))), folder);
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("Entry outside the folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, target);
                boolean executable = (entry.getMode() & 0111) != 0;
                if (executable && !target.toFile().setExecutable(true, false)) {
                    throw new IOException("Cannot make executable: " + target);
                }
            }
        }
    }
}
