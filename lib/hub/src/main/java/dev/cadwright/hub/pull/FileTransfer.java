package dev.cadwright.hub.pull;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.RemoteFile;
import dev.cadwright.hub.cache.PartialBlob;
import dev.cadwright.hub.cache.PartialBlob.Range;
import dev.cadwright.hub.http.Answer;
import dev.cadwright.hub.http.Ask;
import dev.cadwright.hub.http.HubHttp;
import dev.cadwright.hub.http.Patience;
import dev.cadwright.hub.http.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Fetches the ranges of one file, each in a call of its own, on any thread. */
final class FileTransfer {
    private static final int CHUNK = 256 << 10;

    private final HubHttp http;
    private final RemoteFile file;
    private final String repository;
    private final URI location;
    private final PartialBlob blob;
    private final PullEvent.Listener listener;
    /** Where the hub has redirected to: good for further ranges until it is refused. */
    private final AtomicReference<URI> storage = new AtomicReference<>();

    private final AtomicLong fetched = new AtomicLong();
    private final AtomicLong done;
    private volatile boolean ignoresRanges;

    FileTransfer(
            HubHttp http,
            RemoteFile file,
            String repository,
            URI location,
            PartialBlob blob,
            PullEvent.Listener listener) {
        this.http = http;
        this.file = file;
        this.repository = repository;
        this.location = location;
        this.blob = blob;
        this.listener = listener;
        this.done = new AtomicLong(blob.done());
        listener.on(new PullEvent.Advanced(file.path(), done.get(), blob.size()));
    }

    /** Bytes that came over the wire. */
    long fetched() {
        return fetched.get();
    }

    /** Whether the file has to come in one piece: its source does not know ranges. */
    boolean ignoresRanges() {
        return ignoresRanges;
    }

    /** Fetches what is missing of a range; returns early once it turns out that the source knows no ranges. */
    void fetch(Range range) throws InterruptedException, IOException {
        Patience patience = http.patience();
        while (!ignoresRanges && blob.done(range) < range.end() - range.start()) {
            long before = blob.done(range);
            try {
                fetchOnce(range);
            } catch (TransientFailure failure) {
                if (blob.done(range) > before) {
                    patience.progressed();
                }
                recover(failure, patience);
            }
        }
    }

    /** Fetches the file from its beginning, for a source that knows no ranges. */
    void fetchWhole() throws InterruptedException, IOException {
        Patience patience = http.patience();
        long furthest = 0;
        while (true) {
            long[] reached = {0};
            try {
                wholeOnce(reached);
                return;
            } catch (TransientFailure failure) {
                if (reached[0] > furthest) {
                    furthest = reached[0];
                    patience.progressed();
                }
                recover(failure, patience);
            }
        }
    }

    private void recover(TransientFailure failure, Patience patience) throws InterruptedException {
        if (failure.kind() == TransientFailure.Kind.EXPIRED) {
            storage.set(null);
        }
        patience.afterFailure(
                failure, (wait, reason) -> listener.on(new PullEvent.Retrying(file.path(), reason, wait)));
    }

    private void fetchOnce(Range range) throws TransientFailure, InterruptedException, IOException {
        long start = range.start() + blob.done(range);
        boolean isAll = start == 0 && range.end() == blob.size();
        try (Answer answer = open(isAll ? Optional.empty() : Optional.of(new long[] {start, range.end()}))) {
            if (isAll) {
                requireWhole(answer);
            } else if (answer.status() != 206) {
                ignoresRanges = true;
                return;
            } else {
                requireRange(answer, start);
            }
            long missing = range.end() - start;
            copy(answer.body(), missing, chunk -> {
                done.addAndGet(chunk.remaining());
                blob.append(range, chunk);
            });
        }
    }

    private void wholeOnce(long[] reached) throws TransientFailure, InterruptedException, IOException {
        try (Answer answer = open(Optional.empty())) {
            requireWhole(answer);
            copy(answer.body(), blob.size(), chunk -> {
                int count = chunk.remaining();
                blob.overwrite(reached[0], chunk);
                reached[0] += count;
                done.set(blob.done());
            });
            if (answer.body().read() >= 0) {
                throw wrongSize("more than %d bytes".formatted(blob.size()));
            }
        }
    }

    private Answer open(Optional<long[]> part) throws TransientFailure, InterruptedException {
        URI known = storage.get();
        Ask ask = Ask.get(known == null ? location : known);
        Answer answer =
                http.send(part.map(bounds -> ask.range(bounds[0], bounds[1])).orElse(ask), what());
        storage.compareAndSet(null, answer.uri());
        return answer;
    }

    /** Takes at most {@code length} bytes. */
    private void copy(InputStream body, long length, Sink sink) throws TransientFailure, IOException {
        byte[] buffer = new byte[(int) Math.min(CHUNK, Math.max(1, length))];
        long left = length;
        while (left > 0) {
            http.throwIfStopped();
            int count = read(body, buffer, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw brokenOff(new IOException("%d bytes are missing".formatted(left)));
            }
            fetched.addAndGet(count);
            sink.take(ByteBuffer.wrap(buffer, 0, count));
            left -= count;
            listener.on(new PullEvent.Advanced(file.path(), done.get(), blob.size()));
        }
    }

    private int read(InputStream body, byte[] buffer, int count) throws TransientFailure {
        try {
            return body.read(buffer, 0, count);
        } catch (IOException e) {
            http.throwIfStopped();
            throw brokenOff(e);
        }
    }

    private void requireWhole(Answer answer) {
        if (answer.status() != 200) {
            throw new HubException(
                    HubException.Code.BAD_ANSWER,
                    "The storage of %s answers with status %d.".formatted(what(), answer.status()));
        }
        Optional<String> length = answer.header("Content-Length");
        if (length.isPresent() && !length.get().equals(Long.toString(blob.size()))) {
            throw wrongSize(length.get() + " bytes");
        }
    }

    private void requireRange(Answer answer, long start) {
        String range = answer.header("Content-Range").orElse("");
        String expected = "bytes %d-".formatted(start);
        if (!range.startsWith(expected)) {
            throw new HubException(
                    HubException.Code.BAD_ANSWER,
                    "The storage of %s answers with the range \"%s\" instead of \"%s…\"."
                            .formatted(what(), range, expected));
        }
        String total = range.substring(range.indexOf('/') + 1);
        if (!total.equals("*") && !total.equals(Long.toString(blob.size()))) {
            throw wrongSize(total + " bytes");
        }
    }

    private HubException wrongSize(String found) {
        return new HubException(
                HubException.Code.SIZE_MISMATCH,
                "%s should have %d bytes, but its storage has %s.".formatted(what(), blob.size(), found));
    }

    private TransientFailure brokenOff(IOException e) {
        return new TransientFailure(
                TransientFailure.Kind.UNREACHABLE, "The transfer of %s broke off".formatted(file.path()), e);
    }

    private String what() {
        return repository + "/" + file.path();
    }

    /** Where bytes go. */
    @FunctionalInterface
    private interface Sink {
        void take(ByteBuffer chunk) throws IOException;
    }
}
