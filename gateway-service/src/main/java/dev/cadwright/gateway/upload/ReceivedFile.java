package dev.cadwright.gateway.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body that has arrived whole, in a temporary file that goes with {@link #close()}. */
record ReceivedFile(Path path, long size, String sha256) implements AutoCloseable {

    /** Whether it begins as a ZIP file does. */
    boolean looksZipped() {
        try (var input = Files.newInputStream(path)) {
            var head = input.readNBytes(4);
            return head.length == 4
                    && head[0] == 'P'
                    && head[1] == 'K'
                    && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
