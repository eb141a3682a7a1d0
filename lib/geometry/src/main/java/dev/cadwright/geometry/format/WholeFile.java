package dev.cadwright.geometry.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reads files of bounded size, and writes files that appear whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    static byte[] read(Path path, long limit, String code) throws IOException {
        long size = Files.size(path);
        if (size > limit) {
            throw new FormatException(
                    code, path.getFileName() + " has " + size + " bytes, more than the " + limit + " allowed");
        }
        return Files.readAllBytes(path);
    }

    static void write(Path path, byte[] content) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, "." + path.getFileName(), ".part");
        try {
            Files.write(temporary, content);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
