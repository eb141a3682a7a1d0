package dev.cadwright.hub.http;

import dev.cadwright.hub.Pause;
import java.time.Duration;

/** Waits in small pieces, so that a long wait is given up once nothing more is wanted. */
record StoppablePause(Pause pause, Runnable stop) implements Pause {
    private static final Duration PIECE = Duration.ofMillis(250);

    @Override
    public void of(Duration duration) throws InterruptedException {
        Duration left = duration;
        while (left.compareTo(PIECE) > 0) {
            stop.run();
            pause.of(PIECE);
            left = left.minus(PIECE);
        }
        stop.run();
        pause.of(left);
        stop.run();
    }
}
