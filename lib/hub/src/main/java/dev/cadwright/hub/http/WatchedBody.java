package dev.cadwright.hub.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;

/** The body of an answer; whoever watches over it can end a read that waits for bytes in vain. */
final class WatchedBody extends InputStream {
    private final InputStream body;
    private final Watch watch;
    private volatile long lastByte = System.nanoTime();
    private volatile boolean ended;

    WatchedBody(InputStream body, Watch watch) {
        this.body = body;
        this.watch = watch;
        watch.add(this);
    }

    /** How long nothing has come. */
    long silentNanos() {
        return System.nanoTime() - lastByte;
    }

    /** Makes the read fail that is under way. */
    void end() throws IOException {
        ended = true;
        body.close();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = body.read(target, offset, length);
        if (ended) {
            throw new HttpTimeoutException("no more bytes came");
        }
        lastByte = System.nanoTime();
        return count;
    }

    @Override
    public void close() throws IOException {
        watch.remove(this);
        body.close();
    }
}
