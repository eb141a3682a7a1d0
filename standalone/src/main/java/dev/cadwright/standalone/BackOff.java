package dev.cadwright.standalone;

import java.time.Duration;

/** How long to wait before a process that keeps ending is started again: doubled each time, up to a limit. */
final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /** The pause after a run of the given length; a long run is forgiven everything before it. */
    Duration after(Duration run) {
        if (run.compareTo(STEADY) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
