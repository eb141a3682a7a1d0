package dev.cadwright.jobs.quarkus;

import dev.cadwright.contracts.JobEvent;
import io.smallrye.mutiny.Multi;
import java.util.UUID;

/** Follows a job's events: those recorded, then those to come, up to its final one. */
public interface JobFeed {
    /**
     * Events with {@code seq > afterSeq}, in order, without gaps; completes after a final event that no retry follows.
     * Works on every replica, whichever recorded the event. Completes at once for an unknown job.
     */
    Multi<JobEvent> follow(String tenant, UUID job, long afterSeq);
}
