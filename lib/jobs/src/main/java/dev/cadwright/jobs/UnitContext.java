package dev.cadwright.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One attempt at one planned unit. */
public interface UnitContext extends JobContext {
    /** Position of the unit in the plan, from 0. */
    int index();

    /** What the plan gave this unit. */
    JsonNode unitInput();

    /** What the last attempt that saved one left for this one; survives crashes, retries and restarts. */
    Optional<JsonNode> checkpoint();

    /**
     * Replaces the checkpoint, durably, before it returns. The value is a small pointer; what it points to must be
     * complete before this call.
     *
     * @throws StoppedException if this attempt has lost its lease; then nothing was saved and nothing may be
     */
    void saveCheckpoint(JsonNode checkpoint);
}
