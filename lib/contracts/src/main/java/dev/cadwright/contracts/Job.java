package dev.cadwright.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A job as the API shows it.
 *
 * @param input as it was submitted, with references unresolved
 * @param round how often it was started: 1, then one more for each retry
 * @param seq seq of the last event that is part of this record
 * @param retries attempts that failed and were repeated, in this round
 * @param cancelRequested true from the moment a cancellation was accepted
 * @param output set when succeeded
 * @param error set when failed
 * @param labels free names and values given by the client
 */
public record Job(
        UUID id,
        String kind,
        String tenant,
        JobState state,
        int priority,
        List<UUID> after,
        JsonNode input,
        int maxAttempts,
        Optional<Instant> deadline,
        Map<String, String> labels,
        Optional<String> traceId,
        int round,
        long seq,
        int retries,
        boolean cancelRequested,
        Progress progress,
        Optional<JsonNode> output,
        Optional<JobError> error,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Instant updatedAt) {
    public Job {
        Objects.requireNonNull(id, "id");
        JobKinds.requireValid(kind);
        Tenants.requireValid(tenant);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        // Reading JSON turns an absent tree into a JSON null.
        output = state == JobState.SUCCEEDED ? output : Optional.empty();
        after = List.copyOf(after);
        labels = Map.copyOf(labels);
    }
}
