package dev.cadwright.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Progress on standard error: a bar with the time left where a person watches, else a line now and then.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 28;
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(15);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private final InstantSource clock;
    private final String label;
    private final Instant begin;
    private Instant drawn = Instant.MIN;
    private String last = "";

    public ProgressBar(Terminal terminal, String label) {
        this(terminal, label, InstantSource.system());
    }

    ProgressBar(Terminal terminal, String label, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.label = label;
        this.begin = clock.instant();
    }

    /**
     * Shows how far the work has come.
     *
     * @param total 0 when it is not known
     * @param message what is being done; may be empty
     */
    public void update(long done, long total, String message) {
        Instant now = clock.instant();
        Duration pause = terminal.interactive() ? REDRAW : SAY_AGAIN;
        boolean due = drawn.equals(Instant.MIN) || Duration.between(drawn, now).compareTo(pause) >= 0;
        last = line(done, total, message, now);
        if (due) {
            drawn = now;
            draw();
        }
    }

    /** Leaves the last state on the screen, on a line of its own. */
    @Override
    public void close() {
        if (!last.isEmpty()) {
            draw();
        }
        if (terminal.interactive()) {
            terminal.err().println();
        }
    }

    private void draw() {
        if (terminal.interactive()) {
            terminal.err().print(CLEAR_LINE + last);
            terminal.err().flush();
        } else {
            terminal.err().println(last);
        }
        last = terminal.interactive() ? last : "";
    }

    private String line(long done, long total, String message, Instant now) {
        Duration spent = Duration.between(begin, now);
        if (total <= 0) {
            return "%s  %s  %s"
                    .formatted(label, Quantities.duration(spent), message)
                    .stripTrailing();
        }
        int filled = (int) Math.min(WIDTH, WIDTH * done / total);
        String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
        return "%s %s %d/%d  %s  %s"
                .formatted(label, bar, done, total, timeLeft(done, total, spent), message)
                .stripTrailing();
    }

    private static String timeLeft(long done, long total, Duration spent) {
        if (done == 0 || done >= total) {
            return Quantities.duration(spent);
        }
        long millis = Math.round(spent.toMillis() * ((double) (total - done) / done));
        return Quantities.duration(Duration.ofMillis(millis)) + " left";
    }
}
