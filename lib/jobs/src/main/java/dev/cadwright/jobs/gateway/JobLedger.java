package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The API's jobs: what clients asked for and what the services reported. All methods block; call them from a worker
 * thread. Another tenant's job is as good as none. When the database cannot be reached they throw
 * {@link dev.cadwright.jobs.sql.DatabaseException}, and nothing has happened or everything.
 */
public interface JobLedger {
    /** A new identifier for a job; later ones are larger. */
    UUID newId();

    /** Accepts jobs; after {@link SubmitOutcome.Accepted} they survive any crash. */
    SubmitOutcome submit(Submission submission);

    Optional<Job> find(String tenant, UUID id);

    /**
     * Newest first.
     *
     * @param cursor {@link Page#next} of the part before; empty for the first
     * @param limit 1 to 1000
     * @throws IllegalArgumentException if the cursor is not one
     */
    Page<Job> list(String tenant, JobFilter filter, Optional<String> cursor, int limit);

    CancelOutcome cancel(String tenant, UUID id, String reason);

    RetryOutcome retry(String tenant, UUID id);

    /** Events of a job with {@code seq > afterSeq}, in order, at most {@code limit}; none for an unknown job. */
    List<JobEvent> events(String tenant, UUID id, long afterSeq, int limit);

    /**
     * Records an event that came from a service; safe to repeat and in any order.
     *
     * @param eventId {@code ce_id} of the CloudEvent
     */
    EventOutcome apply(String eventId, JobEvent event);
}
