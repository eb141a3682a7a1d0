package dev.cadwright.standalone;

import java.time.Instant;
import java.util.Optional;

/**
 * What the supervisor last noted about one process.
 *
 * @param identity present from its start until its end was seen
 * @param since when it got into this phase
 * @param started when the present process was started
 * @param seconds from the start of the present process until it was first ready
 * @param restarts how often it had to be started again since the suite came up
 * @param fingerprint of the {@link ProcessPlan} it runs by
 */
public record ProcessState(
        String name,
        Phase phase,
        Optional<ProcessIdentity> identity,
        int port,
        Instant since,
        Optional<Instant> started,
        Optional<Double> seconds,
        int restarts,
        String fingerprint) {

    /** Where a process stands. */
    public enum Phase {
        /** Others have to be ready first. */
        WAITING,
        STARTING,
        READY,
        /** It ended by itself; it is started again after a pause. */
        RESTARTING,
        STOPPED
    }

    public boolean isAlive() {
        return identity.map(ProcessIdentity::isAlive).orElse(false);
    }
}
