package dev.cadwright.cli.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Where a command writes: files appear whole or not at all, and replace others only when told to. */
public record OutputFolder(Path folder, boolean overwrite) {
    /** @return the file written */
    public Path write(String name, byte[] content) throws IOException {
        Path target = folder.resolve(name);
        if (!overwrite && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path temporary = target.resolveSibling(".cadwright-" + UUID.randomUUID() + ".part");
        try {
            Files.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return target;
    }
}
