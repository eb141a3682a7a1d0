package dev.cadwright.cli.local.model;

import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Terminal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How far a transfer of several files is: bytes, rate, time left. Used by one thread at a time. */
final class TransferBar implements AutoCloseable {
    private static final long UNIT = 1_000_000;

    private final ProgressBar bar;
    private final Map<String, Long> done = new HashMap<>();
    private final long begin = System.nanoTime();
    private long sum;
    private long atBegin;
    private long total;

    TransferBar(Terminal terminal, String label) {
        this.bar = new ProgressBar(terminal, label + ", MB");
    }

    /** All that is to be there in the end. */
    void total(long bytes) {
        total = bytes;
    }

    /** So much of a file is there. What is there when a file is first heard of did not have to come. */
    void set(String file, long bytes) {
        Long before = done.put(file, bytes);
        sum += bytes - (before == null ? 0 : before);
        if (before == null) {
            atBegin += bytes;
        }
        show();
    }

    /** Of what has to come now, so that the time left is that of this transfer. */
    private void show() {
        double seconds =
                Math.max(1e-3, Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3);
        long came = Math.max(0, sum - atBegin);
        bar.update(
                Math.ceilDiv(came, UNIT),
                Math.ceilDiv(Math.max(came, total - atBegin), UNIT),
                Quantities.bytes(Math.round(came / seconds)) + "/s");
    }

    @Override
    public void close() {
        bar.close();
    }
}
