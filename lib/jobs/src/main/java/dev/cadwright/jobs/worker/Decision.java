package dev.cadwright.jobs.worker;

import dev.cadwright.contracts.JobChange;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be written, in one transaction, because of something that happened.
 *
 * @param work the job afterwards, without the events' seqs
 * @param unit the unit afterwards; empty when it was not about a unit
 * @param changes events, in order
 * @param followUp what else happens to the job's units
 */
record Decision(WorkStatus work, Optional<UnitStatus> unit, List<JobChange> changes, FollowUp followUp) {

    /** What happens to the other units of the job. */
    sealed interface FollowUp {
        record Nothing() implements FollowUp {}

        /** A unit that plans the job is added. */
        record AddPlan() implements FollowUp {}

        /** The units that the plan names are added. */
        record AddWork() implements FollowUp {}

        /** The unit that finishes the job is added. */
        record AddFinish() implements FollowUp {}

        /** Units that nobody runs are not run any more. */
        record CancelReady() implements FollowUp {}

        /** Units that have not succeeded become ready, with all their attempts before them. */
        record ResetUnfinished() implements FollowUp {}

        /** The unit waits before its next attempt. */
        record BackOff(Duration delay) implements FollowUp {}
    }

    Decision {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(followUp, "followUp");
        changes = List.copyOf(changes);
    }

    static Decision of(WorkStatus work, FollowUp followUp, JobChange... changes) {
        return new Decision(work, Optional.empty(), List.of(changes), followUp);
    }

    static Decision of(WorkStatus work, UnitStatus unit, FollowUp followUp, JobChange... changes) {
        return new Decision(work, Optional.of(unit), List.of(changes), followUp);
    }
}
