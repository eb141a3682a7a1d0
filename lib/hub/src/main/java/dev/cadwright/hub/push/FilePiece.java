package dev.cadwright.hub.push;

import dev.cadwright.hub.http.Ask;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A piece of a file as the body of a request, read as it is sent. */
final class FilePiece extends FilterInputStream {
    /** Slow lines are not the hub's fault: at this many bytes a second a piece may still arrive. */
    private static final long SLOWEST = 64 << 10;

    private static final Duration LEAST = Duration.ofMinutes(2);

    private final LongConsumer sent;
    private final long length;
    private long count;

    private FilePiece(InputStream stream, long length, LongConsumer sent) {
        super(stream);
        this.length = length;
        this.sent = sent;
    }

    /** @param sent told how much of the piece has been read */
    static Ask put(URI target, Path file, long start, long end, LongConsumer sent) {
        BodyPublisher body = BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> open(file, start, end - start, sent)), Math.max(1, end - start));
        return new Ask(
                "PUT",
                target,
                Map.of(),
                Optional.of(() -> body),
                Optional.of(LEAST.plusSeconds((end - start) / SLOWEST)));
    }

    private static InputStream open(Path file, long start, long length, LongConsumer sent) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new FilePiece(Channels.newInputStream(channel.position(start)), length, sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        if (count >= length) {
            return -1;
        }
        int read = super.read(target, offset, (int) Math.min(wanted, length - count));
        count += Math.max(0, read);
        sent.accept(count);
        return read;
    }
}
