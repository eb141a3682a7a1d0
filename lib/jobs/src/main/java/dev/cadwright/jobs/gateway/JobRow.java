package dev.cadwright.jobs.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A job while a transaction changes it: what was asked for stays, what became of it follows its events. */
final class JobRow {
    /** What was asked for. */
    record Request(
            UUID id,
            String tenant,
            String kind,
            int priority,
            List<UUID> after,
            JsonNode input,
            int maxAttempts,
            Optional<Instant> deadline,
            Map<String, String> labels,
            Optional<String> traceId,
            Instant createdAt) {}

    final Request request;
    JobState state = JobState.WAITING;
    int round = 1;
    long seq;
    Long handoverSeq;
    int retries;
    Instant cancelRequestedAt;
    Progress progress = Progress.NONE;
    JsonNode output;
    JobError error;
    Instant startedAt;
    Instant finishedAt;
    Instant updatedAt;

    JobRow(Request request) {
        this.request = request;
        this.updatedAt = request.createdAt();
    }

    UUID id() {
        return request.id();
    }

    /**
     * Follows the next event.
     *
     * @return false if the event contradicts the state; then only seq follows
     */
    boolean apply(JobEvent event) {
        if (event.seq() != seq + 1) {
            throw new IllegalArgumentException("event " + event.seq() + " does not follow " + seq);
        }
        seq = event.seq();
        updatedAt = event.time();
        JobState next = event.change().stateAfter(state);
        if (!state.canBecome(next)) {
            return false;
        }
        boolean isRetry = state.isFinal();
        state = next;
        round = event.round();
        if (isRetry) {
            forgetRound();
        }
        follow(event.change(), event.time());
        return true;
    }

    private void forgetRound() {
        handoverSeq = null;
        retries = 0;
        cancelRequestedAt = null;
        output = null;
        error = null;
        startedAt = null;
        finishedAt = null;
    }

    private void follow(JobChange change, Instant time) {
        switch (change) {
            case JobChange.Waiting w -> {}
            case JobChange.Queued q -> {}
            case JobChange.Started s -> startedAt = time;
            case JobChange.Progressed p -> progress = p.progress();
            case JobChange.Retrying r -> retries++;
            case JobChange.Cancelling c -> cancelRequestedAt = cancelRequestedAt == null ? time : cancelRequestedAt;
            case JobChange.Succeeded s -> {
                output = s.output();
                progress = new Progress(progress.total(), progress.total(), progress.message(), progress.metrics());
                finishedAt = time;
            }
            case JobChange.Failed f -> {
                error = f.error();
                finishedAt = time;
            }
            case JobChange.Cancelled c -> finishedAt = time;
        }
    }

    Job toJob() {
        return new Job(
                request.id(),
                request.kind(),
                request.tenant(),
                state,
                request.priority(),
                request.after(),
                request.input(),
                request.maxAttempts(),
                request.deadline(),
                request.labels(),
                request.traceId(),
                round,
                seq,
                retries,
                cancelRequestedAt != null,
                progress,
                Optional.ofNullable(output),
                Optional.ofNullable(error),
                request.createdAt(),
                Optional.ofNullable(startedAt),
                Optional.ofNullable(finishedAt),
                updatedAt);
    }
}
