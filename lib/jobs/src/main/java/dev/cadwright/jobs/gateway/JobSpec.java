package dev.cadwright.jobs.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.JobKinds;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;

/**
 * A job to submit.
 *
 * @param id from {@link JobLedger#newId}
 * @param input objects of the form {@code {"$from": "<job id>", "path": "/manifest"}} in it stand for a part of the
 *     output of another job; {@code path} is a JSON Pointer (RFC 6901), absent for the whole output
 * @param after jobs that have to succeed first; the jobs that {@code input} refers to are added to these
 * @param priority larger is claimed first, -100 to 100; 0 is normal
 * @param maxAttempts failed attempts allowed for each unit, 1 to 100
 * @param labels names and values kept with the job
 */
public record JobSpec(
        UUID id,
        String kind,
        JsonNode input,
        Set<UUID> after,
        int priority,
        Optional<Instant> deadline,
        int maxAttempts,
        Map<String, String> labels,
        Optional<String> traceId) {
    public static final int DEFAULT_ATTEMPTS = 5;
    public static final int MAX_AFTER = 100;

    public JobSpec {
        Objects.requireNonNull(id, "id");
        JobKinds.requireValid(kind);
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(traceId, "traceId");
        labels = Map.copyOf(labels);
        SequencedSet<UUID> all = new LinkedHashSet<>(after);
        all.addAll(References.in(input));
        after = java.util.Collections.unmodifiableSequencedSet(all);
        requireRange("priority", priority, -100, 100);
        requireRange("maxAttempts", maxAttempts, 1, 100);
        requireRange("the number of jobs to wait for", after.size(), 0, MAX_AFTER);
        if (after.contains(id)) {
            throw new IllegalArgumentException("a job cannot wait for itself");
        }
    }

    /** A job of normal priority that waits for nothing but what its input refers to. */
    public static JobSpec of(UUID id, String kind, JsonNode input) {
        return new JobSpec(
                id, kind, input, Set.of(), 0, Optional.empty(), DEFAULT_ATTEMPTS, Map.of(), Optional.empty());
    }

    public JobSpec withAfter(Set<UUID> jobs) {
        return new JobSpec(id, kind, input, jobs, priority, deadline, maxAttempts, labels, traceId);
    }

    public JobSpec withPriority(int value) {
        return new JobSpec(id, kind, input, after, value, deadline, maxAttempts, labels, traceId);
    }

    public JobSpec withDeadline(Instant value) {
        return new JobSpec(id, kind, input, after, priority, Optional.of(value), maxAttempts, labels, traceId);
    }

    public JobSpec withMaxAttempts(int value) {
        return new JobSpec(id, kind, input, after, priority, deadline, value, labels, traceId);
    }

    public JobSpec withLabels(Map<String, String> values) {
        return new JobSpec(id, kind, input, after, priority, deadline, maxAttempts, values, traceId);
    }

    public JobSpec withTraceId(String value) {
        return new JobSpec(id, kind, input, after, priority, deadline, maxAttempts, labels, Optional.of(value));
    }

    private static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most + ": " + value);
        }
    }
}
