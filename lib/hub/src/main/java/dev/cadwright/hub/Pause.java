package dev.cadwright.hub;

import java.time.Duration;

/** How to wait; tests wait otherwise. */
@FunctionalInterface
public interface Pause {
    void of(Duration duration) throws InterruptedException;

    /** By sleeping. */
    static Pause real() {
        return Thread::sleep;
    }
}
