package dev.cadwright.standalone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the supervisor last noted about the suite.
 *
 * @param started when this supervisor began
 * @param readySeconds from then until every process was ready for the first time
 * @param problem why the suite cannot run; one sentence for a person
 */
public record SuiteState(
        ProcessIdentity supervisor,
        Phase phase,
        Instant started,
        Optional<Double> readySeconds,
        Optional<String> problem,
        List<ProcessState> processes) {

    /** Where the suite stands. */
    public enum Phase {
        STARTING,
        /** Every process has been ready once; each keeps its own phase from then on. */
        UP,
        STOPPING,
        STOPPED,
        /** The supervisor has given up; see the problem. */
        FAILED
    }

    public SuiteState {
        processes = List.copyOf(processes);
    }

    /** Whether the supervisor that wrote this still runs. */
    public boolean isSupervised() {
        return supervisor.isAlive();
    }
}
