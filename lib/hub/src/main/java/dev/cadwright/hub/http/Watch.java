package dev.cadwright.hub.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends reads that have waited too long, and all of them once the user wants to stop. */
final class Watch implements AutoCloseable {
    private static final long MILLIS = 200;

    private final Set<WatchedBody> bodies = ConcurrentHashMap.newKeySet();
    private final Duration stall;
    private final Runnable stop;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hub-watch").daemon().factory());

    Watch(Duration stall, Runnable stop) {
        this.stall = stall;
        this.stop = stop;
        var unused = clock.scheduleWithFixedDelay(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    void add(WatchedBody body) {
        bodies.add(body);
    }

    void remove(WatchedBody body) {
        bodies.remove(body);
    }

    private void look() {
        boolean isStopped = isStopped();
        for (WatchedBody body : bodies) {
            if (isStopped || body.silentNanos() > stall.toNanos()) {
                bodies.remove(body);
                end(body);
            }
        }
    }

    private boolean isStopped() {
        try {
            stop.run();
            return false;
        } catch (RuntimeException e) {
            // The reader asks again and throws it where it belongs.
            return true;
        }
    }

    private static void end(WatchedBody body) {
        try {
            body.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a body cannot be closed", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
