package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.outbox.Inbox;
import dev.cadwright.jobs.sql.Database;
import dev.cadwright.jobs.sql.Transaction;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link JobLedger} in PostgreSQL. */
public final class SqlJobLedger implements JobLedger {
    private static final System.Logger LOG = System.getLogger(SqlJobLedger.class.getName());
    private static final String CONSUMER = "ledger";
    private static final Duration INBOX_KEPT = Duration.ofDays(15);
    private static final int MAX_PAGE = 1000;

    private final Database database;
    private final UuidV7 ids;
    private final Runnable afterCommit;

    /** @param afterCommit told when there are messages to send */
    public SqlJobLedger(Database database, UuidV7 ids, Runnable afterCommit) {
        this.database = database;
        this.ids = ids;
        this.afterCommit = afterCommit;
    }

    @Override
    public UUID newId() {
        return ids.next();
    }

    @Override
    public SubmitOutcome submit(Submission submission) {
        SubmitOutcome outcome;
        try {
            outcome = database.inTransaction(t -> new Submitting(t, new Lifecycle(t, ids)).submit(submission));
        } catch (Submitting.RefusedException e) {
            return e.outcome();
        }
        afterCommit.run();
        return outcome;
    }

    @Override
    public Optional<Job> find(String tenant, UUID id) {
        return database.statement(t -> JobTable.find(t, tenant, id)).map(JobRow::toJob);
    }

    @Override
    public Page<Job> list(String tenant, JobFilter filter, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit must be between 1 and " + MAX_PAGE + ": " + limit);
        }
        Optional<UUID> before = cursor.map(Cursor::decode);
        List<JobRow> rows = database.statement(t -> JobTable.list(t, tenant, filter, before, limit + 1));
        List<Job> jobs = rows.stream().limit(limit).map(JobRow::toJob).toList();
        Optional<String> next =
                rows.size() > limit ? Optional.of(Cursor.encode(jobs.getLast().id())) : Optional.empty();
        return new Page<>(jobs, next);
    }

    @Override
    public CancelOutcome cancel(String tenant, UUID id, String reason) {
        CancelOutcome outcome = database.inTransaction(t -> {
            Optional<JobRow> row = lock(t, tenant, id);
            return row.isPresent() ? cancel(t, row.get(), reason) : new CancelOutcome.NotFound();
        });
        afterCommit.run();
        return outcome;
    }

    private CancelOutcome cancel(Transaction transaction, JobRow row, String reason) {
        return switch (row.state) {
            case SUCCEEDED, FAILED, CANCELLED -> new CancelOutcome.AlreadyFinal(row.toJob());
            case WAITING -> {
                row.cancelRequestedAt = transaction.now();
                new Lifecycle(transaction, ids).end(row, new JobChange.Cancelled(reason));
                yield new CancelOutcome.Cancelled(row.toJob());
            }
            case QUEUED, RUNNING -> {
                if (row.cancelRequestedAt == null) {
                    new Lifecycle(transaction, ids).requestCancel(row, reason);
                }
                yield new CancelOutcome.Requested(row.toJob());
            }
        };
    }

    @Override
    public RetryOutcome retry(String tenant, UUID id) {
        RetryOutcome outcome = database.inTransaction(t -> {
            // What it waits for never changes; locking that first keeps the order of locks, parents before children.
            Optional<JobRow> known = JobTable.find(t, tenant, id);
            known.ifPresent(row -> JobTable.share(t, tenant, row.request.after()));
            Optional<JobRow> row = known.flatMap(k -> lock(t, tenant, id));
            return row.isPresent() ? retry(t, row.get()) : new RetryOutcome.NotFound();
        });
        afterCommit.run();
        return outcome;
    }

    private RetryOutcome retry(Transaction transaction, JobRow row) {
        if (row.state != JobState.FAILED && row.state != JobState.CANCELLED) {
            return new RetryOutcome.NotRetryable(row.toJob());
        }
        row.round++;
        new Lifecycle(transaction, ids).advance(row);
        return new RetryOutcome.Retried(row.toJob());
    }

    private static Optional<JobRow> lock(Transaction transaction, String tenant, UUID id) {
        return JobTable.lock(transaction, id).filter(row -> row.request.tenant().equals(tenant));
    }

    @Override
    public List<JobEvent> events(String tenant, UUID id, long afterSeq, int limit) {
        return database.statement(t -> EventTable.list(t, tenant, id, afterSeq, Math.min(limit, MAX_PAGE)));
    }

    @Override
    public EventOutcome apply(String eventId, JobEvent event) {
        EventOutcome outcome = database.inTransaction(t -> {
            Optional<JobRow> row = JobTable.lock(t, event.jobId());
            return row.isPresent() ? apply(t, row.get(), eventId, event) : EventOutcome.UNKNOWN_JOB;
        });
        afterCommit.run();
        return outcome;
    }

    private EventOutcome apply(Transaction transaction, JobRow row, String eventId, JobEvent event) {
        if (event.seq() <= row.seq || !Inbox.note(transaction, CONSUMER, eventId)) {
            return EventOutcome.DUPLICATE;
        }
        if (event.seq() > row.seq + 1) {
            EventTable.hold(transaction, event);
            return EventOutcome.HELD;
        }
        Optional<JobEvent> next = Optional.of(event);
        while (next.isPresent()) {
            follow(transaction, row, next.get());
            next = EventTable.release(transaction, row.id(), row.seq + 1);
        }
        JobTable.update(transaction, row);
        if (row.state.isFinal()) {
            new Lifecycle(transaction, ids).advanceDependents(row.id());
        }
        return EventOutcome.APPLIED;
    }

    private static void follow(Transaction transaction, JobRow row, JobEvent event) {
        if (!row.apply(event)) {
            LOG.log(
                    Level.ERROR,
                    "event {0} of job {1} contradicts its state {2}",
                    event.change().word(),
                    row.id(),
                    row.state);
        }
        EventTable.append(transaction, event);
    }

    /** Ends waiting jobs whose deadline has passed, and forgets what is kept for a time only. Call it now and then. */
    public void maintain() {
        List<UUID> late = database.statement(t -> t.list(
                "SELECT id FROM job WHERE state = 'WAITING' AND deadline < clock_timestamp() ORDER BY id LIMIT 100",
                row -> row.getUUID(0)));
        for (UUID id : late) {
            database.run(t -> JobTable.lock(t, id)
                    .filter(row -> row.state == JobState.WAITING)
                    .ifPresent(row -> new Lifecycle(t, ids)
                            .fail(row, JobError.exhausted("deadline_exceeded", "the deadline passed while waiting"))));
        }
        database.statement(KeyTable::forget);
        database.statement(t -> Inbox.forget(t, INBOX_KEPT));
        if (!late.isEmpty()) {
            afterCommit.run();
        }
    }
}
