package dev.cadwright.jobs.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.outbox.Outbox;
import dev.cadwright.jobs.outbox.OutboxMessage;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.sql.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the gateway itself does to jobs in one transaction: let them wait, hand them over, end them before that. Rows
 * are locked by the caller, parents before the jobs that wait for them.
 */
final class Lifecycle {
    /** Bytes of an input, with references resolved, that fit well into a command. */
    static final int MAX_INPUT = 512 << 10;

    private static final String SERVICE = "gateway";

    private final Transaction transaction;
    private final UuidV7 ids;
    private final Deque<UUID> ended = new ArrayDeque<>();

    Lifecycle(Transaction transaction, UuidV7 ids) {
        this.transaction = transaction;
        this.ids = ids;
    }

    /** Decides by the jobs that {@code row} needs whether it waits, is handed over or has failed; stores the row. */
    void advance(JobRow row) {
        Map<UUID, JobRow> needed = new HashMap<>();
        JobTable.findAll(transaction, row.request.after()).forEach(job -> needed.put(job.id(), job));
        if (needed.size() < row.request.after().size()) {
            fail(row, JobError.permanent("dependency_failed", "a job that this one needs is gone"));
            return;
        }
        Optional<JobRow> broken = needed.values().stream()
                .filter(job -> job.state == JobState.FAILED || job.state == JobState.CANCELLED)
                .findFirst();
        if (broken.isPresent()) {
            fail(row, dependencyFailed(broken.get()));
        } else if (needed.values().stream().allMatch(job -> job.state == JobState.SUCCEEDED)) {
            release(row, needed);
        } else {
            await(row);
        }
    }

    private static JobError dependencyFailed(JobRow job) {
        String word = job.state == JobState.FAILED ? "failed" : "was cancelled";
        return JobError.permanent("dependency_failed", "job " + job.id() + ", which this one needs, " + word);
    }

    private void await(JobRow row) {
        if (isFirstOfRound(row)) {
            record(row, new JobChange.Waiting(row.request.after()));
            JobTable.update(transaction, row);
        }
        for (UUID needed : row.request.after()) {
            transaction.update(
                    "INSERT INTO job_dependency (needs, job_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                    needed,
                    row.id());
        }
    }

    private void release(JobRow row, Map<UUID, JobRow> needed) {
        Map<UUID, JsonNode> outputs = new HashMap<>();
        needed.forEach((id, job) -> outputs.put(id, job.output));
        switch (References.resolve(row.request.input(), outputs)) {
            case References.Resolution.Unresolved u -> fail(row, u.error());
            case References.Resolution.Resolved r -> {
                if (size(r.input()) > MAX_INPUT) {
                    fail(row, JobError.permanent("input_too_large", "with its references the input is too large"));
                } else {
                    handOver(row, r.input());
                }
            }
        }
    }

    static int size(JsonNode input) {
        return JsonText.of(input).getBytes(StandardCharsets.UTF_8).length;
    }

    private void handOver(JobRow row, JsonNode input) {
        record(row, new JobChange.Queued());
        row.handoverSeq = row.seq + 1;
        JobCommand command = new JobCommand.Run(
                row.id(),
                row.request.kind(),
                row.request.tenant(),
                row.round,
                row.handoverSeq,
                row.request.priority(),
                row.request.deadline(),
                row.request.maxAttempts(),
                input,
                row.request.traceId());
        Outbox.add(transaction, List.of(OutboxMessage.of(ids.next(), command, transaction.now())));
        JobTable.update(transaction, row);
        forgetDependencies(row);
    }

    /** Ends a job that was not handed over, and then whatever waits for it. */
    void fail(JobRow row, JobError error) {
        end(row, new JobChange.Failed(error));
    }

    /** Ends a job that was not handed over, and then whatever waits for it. */
    void end(JobRow row, JobChange change) {
        if (isFirstOfRound(row)) {
            record(row, new JobChange.Waiting(row.request.after()));
        }
        record(row, change);
        JobTable.update(transaction, row);
        forgetDependencies(row);
        advanceDependents(row.id());
    }

    private static boolean isFirstOfRound(JobRow row) {
        return row.seq == 0 || row.state.isFinal();
    }

    /** Asks the service to stop the job; the row is stored. */
    void requestCancel(JobRow row, String reason) {
        row.cancelRequestedAt = transaction.now();
        row.updatedAt = transaction.now();
        JobCommand command = new JobCommand.Cancel(
                row.id(),
                row.request.kind(),
                row.request.tenant(),
                row.round,
                row.handoverSeq,
                reason,
                row.request.traceId());
        Outbox.add(transaction, List.of(OutboxMessage.of(ids.next(), command, transaction.now())));
        JobTable.update(transaction, row);
    }

    /** Looks again at every job that waits for one that has ended; those may end, too. */
    void advanceDependents(UUID id) {
        ended.add(id);
        if (ended.size() > 1) {
            return; // The loop below is running already, further up the stack.
        }
        for (; !ended.isEmpty(); ended.removeFirst()) {
            for (UUID dependent : dependents(ended.getFirst())) {
                JobTable.lock(transaction, dependent)
                        .filter(row -> row.state == JobState.WAITING)
                        .ifPresent(this::advance);
            }
        }
    }

    private List<UUID> dependents(UUID job) {
        return transaction.list(
                "SELECT job_id FROM job_dependency WHERE needs = $1 ORDER BY job_id", row -> row.getUUID(0), job);
    }

    private void forgetDependencies(JobRow row) {
        if (!row.request.after().isEmpty()) {
            transaction.update("DELETE FROM job_dependency WHERE job_id = $1", row.id());
        }
    }

    /** Writes an event of the gateway's own: into the history and to the topic. */
    private void record(JobRow row, JobChange change) {
        JobEvent event = new JobEvent(
                row.id(), row.request.kind(), row.request.tenant(), row.round, row.seq + 1, transaction.now(), change);
        if (!row.apply(event)) {
            throw new IllegalStateException(row.state + " cannot become " + change.word() + ": job " + row.id());
        }
        EventTable.append(transaction, event);
        Outbox.add(transaction, List.of(OutboxMessage.of(ids.next(), SERVICE, event, row.request.traceId())));
    }
}
