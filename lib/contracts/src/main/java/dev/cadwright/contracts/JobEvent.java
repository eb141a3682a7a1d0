package dev.cadwright.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One event of a job: the {@code data} of a CloudEvent on {@link Topics#JOB_EVENTS}, keyed by job id.
 *
 * @param round how often the job was started by a client: 1, then one more for each retry
 * @param seq position among the events of the job: 1, 2, 3 … without gaps, over all rounds
 * @param time when the change was recorded, by the clock of the database
 */
public record JobEvent(UUID jobId, String kind, String tenant, int round, long seq, Instant time, JobChange change) {
    public JobEvent {
        Objects.requireNonNull(jobId, "jobId");
        JobKinds.requireValid(kind);
        Tenants.requireValid(tenant);
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(change, "change");
        if (round < 1 || seq < 1) {
            throw new IllegalArgumentException("round and seq start at 1: " + round + ", " + seq);
        }
    }

    /** Type of the CloudEvent, as {@code cadwright.training.job.succeeded.v1}. */
    @JsonIgnore
    public String type() {
        return "cadwright." + JobKinds.service(kind) + ".job." + change.word() + ".v1";
    }
}
