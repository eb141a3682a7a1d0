package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.Progress;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.outbox.Inbox;
import dev.cadwright.jobs.sql.Database;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.sql.Transaction;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * {@link WorkerStore} in PostgreSQL. Every change locks the job's row first and the unit's second; heartbeats lock
 * units only; claims skip what is locked. So no two of them wait for each other in a circle.
 */
public final class SqlWorkerStore implements WorkerStore {
    private static final String CONSUMER = "worker";
    private static final Duration INBOX_KEPT = Duration.ofDays(15);
    private static final int SCAN = 100;
    private static final long NO_UNIT = -1;

    private final Database database;
    private final String service;
    private final Set<String> kinds;
    private final UuidV7 ids;
    private final Runnable afterCommit;

    /** @param afterCommit told when there may be messages to send */
    public SqlWorkerStore(Database database, String service, Set<String> kinds, UuidV7 ids, Runnable afterCommit) {
        this.database = Objects.requireNonNull(database, "database");
        this.service = Objects.requireNonNull(service, "service");
        this.kinds = Set.copyOf(kinds);
        this.ids = Objects.requireNonNull(ids, "ids");
        this.afterCommit = Objects.requireNonNull(afterCommit, "afterCommit");
    }

    @Override
    public Set<String> kinds() {
        return kinds;
    }

    @Override
    public boolean accept(String commandId, JobCommand command) {
        boolean changed = database.inTransaction(t -> {
            if (!Inbox.note(t, CONSUMER, commandId)) {
                return false;
            }
            boolean isNew = WorkTable.insert(t, command);
            JobChanges job = JobChanges.lock(t, command.jobId(), Duration.ZERO, service, ids);
            Optional<WorkStatus> known = isNew ? Optional.empty() : Optional.of(job.status());
            Optional<Decision> decision =
                    switch (command) {
                        case JobCommand.Run run -> WorkMachine.run(known, run, kinds.contains(run.kind()));
                        case JobCommand.Cancel cancel -> WorkMachine.cancel(known, cancel, job.anyOtherRuns(NO_UNIT));
                    };
            decision.ifPresent(d -> begin(t, command, job, d));
            return decision.isPresent();
        });
        afterCommit.run();
        return changed;
    }

    private static void begin(Transaction transaction, JobCommand command, JobChanges job, Decision decision) {
        if (command instanceof JobCommand.Run run) {
            WorkTable.begin(transaction, run);
            job.reload();
        }
        job.write(decision);
    }

    @Override
    public List<Claim> claim(String owner, int limit, Duration lease) {
        return database.statement(t -> UnitTable.claim(t, kinds, owner, limit, lease));
    }

    @Override
    public Map<Attempt, Beat> heartbeat(Collection<Attempt> attempts, Duration lease) {
        Map<Attempt, Beat> beats = new HashMap<>();
        if (attempts.isEmpty()) {
            return beats;
        }
        Map<Long, UnitTable.Owned> owned = new HashMap<>();
        database.statement(t -> UnitTable.extend(t, attempts, lease)).forEach(o -> owned.put(o.unit(), o));
        attempts.forEach(attempt -> beats.put(attempt, beat(owned.get(attempt.unit()), attempt)));
        return beats;
    }

    private static Beat beat(UnitTable.Owned owned, Attempt attempt) {
        if (owned == null || owned.attempt() != attempt.number()) {
            return Beat.LOST;
        }
        if (owned.cancelled()) {
            return Beat.CANCELLED;
        }
        return owned.active() ? Beat.ALIVE : Beat.ENDED;
    }

    @Override
    public Settlement started(Attempt attempt) {
        return settle(attempt, (job, unit) -> {});
    }

    @Override
    public Settlement progress(Attempt attempt, Progress progress, Duration minimum) {
        Settlement settlement = database.inTransaction(t -> {
            JobChanges job = JobChanges.lock(t, attempt.job(), minimum, service, ids);
            Optional<UnitTable.Locked> unit = UnitTable.lockOwned(t, attempt);
            unit.ifPresent(u -> {
                job.start();
                job.progress(attempt, u, progress);
            });
            return unit.isPresent() ? Settlement.RECORDED : Settlement.LOST;
        });
        afterCommit.run();
        return settlement;
    }

    @Override
    public Settlement saveCheckpoint(Attempt attempt, JsonNode checkpoint) {
        boolean saved = database.statement(t -> UnitTable.saveCheckpoint(t, attempt, checkpoint));
        return saved ? Settlement.RECORDED : Settlement.LOST;
    }

    @Override
    public Settlement succeeded(Attempt attempt, Result result, Optional<Progress> progress) {
        Plan plan = result instanceof Result.Planned planned ? planned.plan() : new Plan(List.of());
        JsonNode value = result instanceof Result.Value v ? v.json() : NullNode.getInstance();
        return settle(attempt, (job, unit) -> {
            progress.ifPresent(p -> job.progress(attempt, unit, p));
            boolean isMoreToDo =
                    switch (unit.status().stage()) {
                        case PLAN -> !plan.units().isEmpty();
                        case WORK -> job.anyOtherWorkIsUnfinished(attempt);
                        case FINISH -> false;
                    };
            Decision decision = WorkMachine.succeeded(
                    job.status(), unit.status(), isMoreToDo, job.anyOtherRuns(attempt.unit()), value);
            job.write(attempt, unit, decision, plan, JsonText.of(value));
        });
    }

    @Override
    public Settlement failed(Attempt attempt, JobError error, Duration backOff) {
        return settle(
                attempt,
                (job, unit) -> job.write(
                        attempt,
                        unit,
                        WorkMachine.failed(
                                job.status(),
                                unit.status(),
                                error,
                                backOff,
                                job.now(),
                                job.anyOtherRuns(attempt.unit()))));
    }

    @Override
    public Settlement stopped(Attempt attempt) {
        return settle(
                attempt,
                (job, unit) -> job.write(
                        attempt,
                        unit,
                        WorkMachine.stopped(job.status(), unit.status(), job.anyOtherRuns(attempt.unit()))));
    }

    private Settlement settle(Attempt attempt, BiConsumer<JobChanges, UnitTable.Locked> change) {
        Settlement settlement = database.inTransaction(t -> {
            JobChanges job = JobChanges.lock(t, attempt.job(), Duration.ZERO, service, ids);
            Optional<UnitTable.Locked> unit = UnitTable.lockOwned(t, attempt);
            unit.ifPresent(u -> {
                job.start();
                change.accept(job, u);
            });
            return unit.isPresent() ? Settlement.RECORDED : Settlement.LOST;
        });
        afterCommit.run();
        return settlement;
    }

    @Override
    public List<JsonNode> results(UUID job) {
        return database.statement(t -> UnitTable.results(t, job));
    }

    @Override
    public int expireLeases(BackOff backOff) {
        int expired = 0;
        for (Attempt attempt : database.statement(t -> UnitTable.expired(t, SCAN))) {
            expired += database.inTransaction(t -> expire(t, attempt, backOff)) ? 1 : 0;
        }
        if (expired > 0) {
            afterCommit.run();
        }
        return expired;
    }

    private boolean expire(Transaction transaction, Attempt attempt, BackOff backOff) {
        JobChanges job = JobChanges.lock(transaction, attempt.job(), Duration.ZERO, service, ids);
        Optional<UnitTable.Locked> unit = UnitTable.lockExpired(transaction, attempt);
        if (unit.isEmpty()) {
            return false;
        }
        job.start();
        UnitTable.Locked u = unit.get();
        job.write(
                attempt,
                u,
                WorkMachine.failed(
                        job.status(),
                        u.status(),
                        JobError.temporary("lease_expired", "the worker went away or hung"),
                        backOff.delay(u.status().failures()),
                        job.now(),
                        job.anyOtherRuns(attempt.unit())));
        return true;
    }

    @Override
    public int enforceDeadlines() {
        int ended = 0;
        for (UUID id : database.statement(t -> WorkTable.late(t, SCAN))) {
            ended += database.inTransaction(t -> {
                JobChanges job = JobChanges.lock(t, id, Duration.ZERO, service, ids);
                Optional<Decision> decision = WorkTable.deadlineHasPassed(t, id)
                        ? WorkMachine.deadlinePassed(job.status())
                        : Optional.empty();
                decision.ifPresent(job::write);
                return decision.isPresent() ? 1 : 0;
            });
        }
        if (ended > 0) {
            afterCommit.run();
        }
        return ended;
    }

    @Override
    public void maintain() {
        database.statement(t -> Inbox.forget(t, INBOX_KEPT));
    }

    @Override
    public Backlog backlog() {
        return database.statement(t ->
                t.first("""
                        SELECT count(*) FILTER (WHERE state = 'READY' AND not_before <= clock_timestamp()),
                            count(*) FILTER (WHERE state = 'RUNNING')
                        FROM unit WHERE state IN ('READY', 'RUNNING')
                        """, row -> new Backlog(row.getLong(0), row.getLong(1))).orElseThrow());
    }
}
