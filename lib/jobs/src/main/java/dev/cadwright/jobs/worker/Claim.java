package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A claimed unit, with all that its handler needs.
 *
 * @param hasStarted whether it was told that the job has started
 * @param failures attempts of this round that failed before
 */
public record Claim(
        Attempt attempt,
        String kind,
        String tenant,
        Stage stage,
        int index,
        int failures,
        boolean hasStarted,
        JsonNode jobInput,
        JsonNode unitInput,
        long size,
        Optional<JsonNode> checkpoint,
        Optional<Instant> deadline,
        Optional<String> traceId) {}
