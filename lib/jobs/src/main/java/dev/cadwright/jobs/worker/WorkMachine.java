package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.jobs.worker.Decision.FollowUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The life of a job and its units, as pure functions: what is, and what happened, give what is to be written. Whoever
 * calls them holds the job's row, and the unit's where there is one, and has checked that the attempt still owns the
 * unit. A cancellation that was taken in before the job ended always wins; otherwise the first final state stays.
 */
final class WorkMachine {
    private static final FollowUp NOTHING = new FollowUp.Nothing();

    private WorkMachine() {}

    /**
     * A command to run the job arrived.
     *
     * @return empty when it changes nothing, because it came before
     */
    static Optional<Decision> run(Optional<WorkStatus> known, JobCommand.Run command, boolean kindIsKnown) {
        if (known.isPresent() && known.get().round() >= command.round()) {
            return Optional.empty();
        }
        WorkStatus queued = fresh(command.round(), command.nextSeq(), command.maxAttempts());
        if (!kindIsKnown) {
            JobError error =
                    JobError.permanent("unknown_kind", "this service does not run jobs of kind " + command.kind());
            return Optional.of(Decision.of(queued.in(JobState.FAILED), NOTHING, new JobChange.Failed(error)));
        }
        FollowUp units = known.isPresent() ? new FollowUp.ResetUnfinished() : new FollowUp.AddPlan();
        return Optional.of(Decision.of(queued, units));
    }

    /**
     * A command to cancel a round of the job arrived. Where the service has not seen that round, it notes it as
     * cancelled, so that a late command to run it changes nothing.
     *
     * @param unitsRun whether any unit is being run
     * @return empty when it changes nothing
     */
    static Optional<Decision> cancel(Optional<WorkStatus> known, JobCommand.Cancel command, boolean unitsRun) {
        if (known.isEmpty() || known.get().round() < command.round()) {
            WorkStatus unseen = fresh(command.round(), command.nextSeq(), 1);
            return Optional.of(cancelled(unseen.cancelling(command.reason())));
        }
        WorkStatus work = known.get();
        if (work.round() > command.round() || work.isFinal() || work.isCancelling()) {
            return Optional.empty();
        }
        WorkStatus cancelling = work.cancelling(command.reason());
        return Optional.of(
                unitsRun
                        ? Decision.of(
                                cancelling, new FollowUp.CancelReady(), new JobChange.Cancelling(command.reason()))
                        : cancelled(cancelling));
    }

    /**
     * A unit of the job was claimed. A worker may crash between its claim and the event that tells of it, so this comes
     * before whatever else is written for an attempt.
     */
    static Optional<Decision> started(WorkStatus work) {
        return work.state() == JobState.QUEUED && !work.isCancelling()
                ? Optional.of(Decision.of(work.in(JobState.RUNNING), NOTHING, new JobChange.Started()))
                : Optional.empty();
    }

    /**
     * An attempt returned.
     *
     * @param isMoreToDo for {@link Stage#PLAN}, whether the plan has units; for {@link Stage#WORK}, whether other ones
     *     have not succeeded yet
     * @param othersRun whether other units of the job are being run
     * @param output what the attempt returned, for {@link Stage#FINISH}
     */
    static Decision succeeded(
            WorkStatus work, UnitStatus unit, boolean isMoreToDo, boolean othersRun, JsonNode output) {
        if (work.isFinal() || work.isCancelling()) {
            return stopped(work, unit, othersRun);
        }
        UnitStatus done = unit.in(UnitState.SUCCEEDED);
        FollowUp finish = new FollowUp.AddFinish();
        return switch (unit.stage()) {
            case PLAN -> Decision.of(work, done, isMoreToDo ? new FollowUp.AddWork() : finish);
            case WORK -> Decision.of(work, done, isMoreToDo ? NOTHING : finish);
            case FINISH -> Decision.of(work.in(JobState.SUCCEEDED), done, NOTHING, new JobChange.Succeeded(output));
        };
    }

    /**
     * An attempt failed, or its lease ran out.
     *
     * @param backOff delay before the next attempt, if one is made
     */
    static Decision failed(
            WorkStatus work, UnitStatus unit, JobError error, Duration backOff, Instant now, boolean othersRun) {
        if (work.isFinal() || work.isCancelling()) {
            return stopped(work, unit, othersRun);
        }
        boolean isTransient = error.classification() == JobError.Classification.TRANSIENT;
        if (isTransient && unit.failures() + 1 < work.maxAttempts()) {
            JobChange retrying =
                    new JobChange.Retrying(unit.stage().name(), unit.index(), unit.attempt(), now.plus(backOff), error);
            return Decision.of(work, unit.failed(UnitState.READY), new FollowUp.BackOff(backOff), retrying);
        }
        return Decision.of(
                work.in(JobState.FAILED),
                unit.failed(UnitState.FAILED),
                new FollowUp.CancelReady(),
                new JobChange.Failed(isTransient ? error.asExhausted() : error));
    }

    /**
     * An attempt ended before its work was done, because it was told to. Where its job goes on, another attempt follows,
     * and none is counted as failed.
     */
    static Decision stopped(WorkStatus work, UnitStatus unit, boolean othersRun) {
        if (!work.isFinal() && !work.isCancelling()) {
            return Decision.of(work, unit.in(UnitState.READY), NOTHING);
        }
        UnitStatus stopped = unit.in(UnitState.CANCELLED);
        if (work.isCancelling() && !othersRun) {
            Decision end = cancelled(work);
            return new Decision(end.work(), Optional.of(stopped), end.changes(), end.followUp());
        }
        return Decision.of(work, stopped, NOTHING);
    }

    /** The deadline of the job has passed. */
    static Optional<Decision> deadlinePassed(WorkStatus work) {
        if (work.isFinal() || work.isCancelling()) {
            return Optional.empty();
        }
        JobError error = JobError.exhausted("deadline_exceeded", "the job did not end before its deadline");
        return Optional.of(
                Decision.of(work.in(JobState.FAILED), new FollowUp.CancelReady(), new JobChange.Failed(error)));
    }

    private static WorkStatus fresh(int round, long nextSeq, int maxAttempts) {
        return new WorkStatus(JobState.QUEUED, round, nextSeq - 1, maxAttempts, Optional.empty());
    }

    private static Decision cancelled(WorkStatus work) {
        return Decision.of(
                work.in(JobState.CANCELLED),
                new FollowUp.CancelReady(),
                new JobChange.Cancelled(work.cancelReason().orElse("")));
    }
}
