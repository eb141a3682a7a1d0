package dev.cadwright.hub.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that appear under their names whole, and stay there after a loss of power. */
public final class AtomicFiles {
    private AtomicFiles() {}

    static void write(Path target, String text) throws IOException {
        Path temporary = beside(target);
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        move(temporary, target);
    }

    /** Gives a file, already durable, its name. */
    public static void move(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(target.getParent());
    }

    static void link(Path pointer, Path blob) throws IOException {
        Path temporary = beside(pointer);
        try {
            Files.createSymbolicLink(temporary, pointer.getParent().relativize(blob));
        } catch (IOException | UnsupportedOperationException e) {
            // No links on this disk, or not for this user.
            copy(pointer, blob);
            return;
        }
        move(temporary, pointer);
    }

    /** A hard link costs nothing; where there are none, a real copy. */
    static void copy(Path pointer, Path blob) throws IOException {
        Path temporary = beside(pointer);
        try {
            Files.createLink(temporary, blob);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(blob, temporary);
            force(temporary);
        }
        move(temporary, pointer);
    }

    /** Makes a file or a folder's entries durable. */
    public static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path beside(Path target) {
        return target.resolveSibling("." + UUID.randomUUID() + ".incomplete");
    }
}
