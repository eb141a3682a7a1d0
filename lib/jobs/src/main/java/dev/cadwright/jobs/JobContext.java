package dev.cadwright.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.Progress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One attempt at one stage of a job, as its handler sees it. */
public interface JobContext {
    UUID jobId();

    String kind();

    String tenant();

    /** The job's input, as {@code docs/jobs-kinds.md} defines it for the kind. */
    JsonNode input();

    /** Claims of this unit so far, this one included; it also fences off earlier attempts. */
    int attempt();

    Optional<String> traceId();

    /** Total time limit of the job, over all attempts. */
    Optional<Instant> deadline();

    /** Tells when to stop; the same object for the whole attempt. */
    Cancellation cancellation();

    /**
     * The same store, but refusing to store anything once this attempt may have lost its lease; handlers write through
     * it. It throws {@link StoppedException} then.
     */
    ArtifactStore guarded(ArtifactStore store);

    /**
     * Reports how far this unit is; cheap, may be called at any rate. Reports are coalesced, aggregated over the units
     * of the job and published about once a second. Never blocks and never fails.
     */
    void progress(Progress progress);
}
