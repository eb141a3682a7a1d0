package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.outbox.Outbox;
import dev.cadwright.jobs.outbox.OutboxMessage;
import dev.cadwright.jobs.sql.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes decisions about one job, whose row this transaction holds: state, units, and events with their seqs. */
final class JobChanges {
    private static final Plan.PlannedUnit EMPTY_UNIT = new Plan.PlannedUnit(NullNode.getInstance(), 1);
    private static final Plan NO_PLAN = new Plan(List.of());

    private final Transaction transaction;
    private final String service;
    private final UuidV7 ids;
    private final Duration progressInterval;
    private WorkRow row;

    private JobChanges(Transaction transaction, WorkRow row, Duration progressInterval, String service, UuidV7 ids) {
        this.transaction = transaction;
        this.row = row;
        this.progressInterval = progressInterval;
        this.service = service;
        this.ids = ids;
    }

    static JobChanges lock(Transaction transaction, UUID job, Duration progressInterval, String service, UuidV7 ids) {
        WorkRow row = WorkTable.lock(transaction, job, progressInterval)
                .orElseThrow(() -> new IllegalStateException("a unit without its job: " + job));
        return new JobChanges(transaction, row, progressInterval, service, ids);
    }

    void reload() {
        row = WorkTable.lock(transaction, row.id(), progressInterval).orElseThrow();
    }

    WorkStatus status() {
        return row.status();
    }

    Instant now() {
        return transaction.now();
    }

    boolean anyOtherRuns(long unit) {
        return UnitTable.anyOtherRuns(transaction, row.id(), unit);
    }

    boolean anyOtherWorkIsUnfinished(Attempt attempt) {
        return UnitTable.anyOtherWorkIsUnfinished(transaction, attempt);
    }

    /** Tells that the job has started, if nobody was told. */
    void start() {
        WorkMachine.started(row.status()).ifPresent(this::write);
    }

    void write(Decision decision) {
        follow(decision.followUp(), NO_PLAN);
        record(decision.work(), decision.changes());
    }

    void write(Attempt attempt, UnitTable.Locked unit, Decision decision) {
        write(attempt, unit, decision, NO_PLAN, null);
    }

    /** @param result JSON, kept if the unit has succeeded */
    void write(Attempt attempt, UnitTable.Locked before, Decision decision, Plan plan, String result) {
        UnitStatus unit = decision.unit().orElseThrow();
        boolean succeeded = unit.state() == UnitState.SUCCEEDED;
        if (succeeded) {
            UnitTable.Locked now = UnitTable.lockOwned(transaction, attempt).orElse(before);
            progress(
                    attempt,
                    now,
                    Progress.of(now.total(), now.total(), row.progress().message()));
        }
        Duration delay = decision.followUp() instanceof Decision.FollowUp.BackOff b ? b.delay() : Duration.ZERO;
        UnitTable.settle(transaction, attempt, unit, delay, succeeded ? result : null);
        follow(decision.followUp(), plan);
        record(decision.work(), decision.changes());
    }

    private void follow(Decision.FollowUp followUp, Plan plan) {
        switch (followUp) {
            case Decision.FollowUp.Nothing n -> {}
            case Decision.FollowUp.BackOff b -> {}
            case Decision.FollowUp.AddPlan a -> UnitTable.add(transaction, row, Stage.PLAN, List.of(EMPTY_UNIT));
            case Decision.FollowUp.AddWork a -> addWork(plan);
            case Decision.FollowUp.AddFinish a -> UnitTable.add(transaction, row, Stage.FINISH, List.of(EMPTY_UNIT));
            case Decision.FollowUp.CancelReady c -> UnitTable.cancelReady(transaction, row.id());
            case Decision.FollowUp.ResetUnfinished r -> {
                UnitTable.add(transaction, row, Stage.PLAN, List.of(EMPTY_UNIT));
                UnitTable.resetUnfinished(transaction, row);
            }
        }
    }

    private void addWork(Plan plan) {
        UnitTable.add(transaction, row, Stage.WORK, plan.units());
        long total = plan.units().stream().mapToLong(Plan.PlannedUnit::size).sum();
        report(new Progress(0, total, row.progress().message(), row.progress().metrics()));
    }

    /** Takes over what a unit reports; an event tells of it if the last one is old enough. */
    void progress(Attempt attempt, UnitTable.Locked unit, Progress report) {
        if (row.status().isFinal()) {
            return;
        }
        Progress known = row.progress();
        long done = known.done();
        long total = known.total();
        if (unit.status().stage() == Stage.WORK) {
            // The job's amounts are the sums over its units; adding differences spares reading all of them.
            long unitTotal = report.total() > 0 ? report.total() : unit.total();
            long unitDone = Math.min(report.done(), unitTotal);
            UnitTable.progress(transaction, attempt, unitDone, unitTotal);
            done += unitDone - unit.done();
            total += unitTotal - unit.total();
        }
        report(new Progress(done, total, report.message(), merged(known.metrics(), report.metrics())));
    }

    private static Map<String, Double> merged(Map<String, Double> known, Map<String, Double> reported) {
        Map<String, Double> merged = new TreeMap<>(known);
        merged.putAll(reported);
        return merged.size() <= Progress.MAX_METRICS ? merged : reported;
    }

    private void report(Progress progress) {
        boolean isNews = row.isProgressPending() || !progress.equals(row.progress());
        row = with(row.status(), progress, isNews);
        if (isNews && row.isProgressDue() && row.status().state() == JobState.RUNNING) {
            tellProgress();
            WorkTable.write(transaction, row.id(), row.status());
        } else if (isNews) {
            WorkTable.writeProgress(transaction, row.id(), progress, false);
        }
    }

    private void tellProgress() {
        append(new JobChange.Progressed(row.progress()));
        WorkTable.writeProgress(transaction, row.id(), row.progress(), true);
        row = with(row.status(), row.progress(), false);
    }

    /** Writes the job's new state with its events; progress that nobody was told of comes before the end. */
    private void record(WorkStatus next, List<JobChange> changes) {
        WorkStatus before = row.status();
        boolean isSameRound = before.round() == next.round();
        if (isSameRound && row.isProgressPending() && next.isFinal() && before.state() == JobState.RUNNING) {
            tellProgress();
        }
        long seq = isSameRound ? row.status().seq() : next.seq();
        row = with(
                new WorkStatus(next.state(), next.round(), seq, next.maxAttempts(), next.cancelReason()),
                row.progress(),
                row.isProgressPending());
        changes.forEach(this::append);
        WorkTable.write(transaction, row.id(), row.status());
    }

    private void append(JobChange change) {
        WorkStatus status = row.status().after(1);
        row = with(status, row.progress(), row.isProgressPending());
        JobEvent event = new JobEvent(
                row.id(), row.kind(), row.tenant(), status.round(), status.seq(), transaction.now(), change);
        Outbox.add(transaction, List.of(OutboxMessage.of(ids.next(), service, event, row.traceId())));
    }

    private WorkRow with(WorkStatus status, Progress progress, boolean pending) {
        return new WorkRow(
                row.id(),
                row.tenant(),
                row.kind(),
                row.priority(),
                row.traceId(),
                status,
                progress,
                pending,
                row.isProgressDue());
    }
}
