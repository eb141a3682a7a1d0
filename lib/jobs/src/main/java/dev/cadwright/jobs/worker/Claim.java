package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A claimed unit, with all that its handler needs.
 *
 * @param failures attempts of this round that failed before
 */
public record Claim(
        Attempt attempt,
        String kind,
        String tenant,
        Stage stage,
        int index,
        int failures,
        JsonNode jobInput,
        JsonNode unitInput,
        long size,
        Optional<JsonNode> checkpoint,
        Optional<Instant> deadline,
        Optional<String> traceId) {}
