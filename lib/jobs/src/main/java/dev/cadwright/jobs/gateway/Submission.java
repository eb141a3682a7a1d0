package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.Tenants;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Jobs to accept together or not at all.
 *
 * @param jobs at least one; a job may name earlier ones of the list in {@code after}
 */
public record Submission(String tenant, List<JobSpec> jobs, Optional<IdempotencyKey> key) {
    public Submission {
        Tenants.requireValid(tenant);
        jobs = List.copyOf(jobs);
        Objects.requireNonNull(key, "key");
        if (jobs.isEmpty()) {
            throw new IllegalArgumentException("nothing to submit");
        }
    }

    public static Submission of(String tenant, JobSpec... jobs) {
        return new Submission(tenant, List.of(jobs), Optional.empty());
    }

    public Submission withKey(IdempotencyKey value) {
        return new Submission(tenant, jobs, Optional.of(value));
    }
}
