package dev.cadwright.service.inference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the predictions.
 *
 * @param chosen index of the chosen candidate; absent when none can be executed
 * @param artifacts SHA-256 by format of the chosen candidate's files
 */
record Prediction(
        String name, String split, List<Written> candidates, Optional<Integer> chosen, Map<String, String> artifacts) {
    /**
     * One program.
     *
     * @param category of its execution; {@code skipped} for a candidate that was not chosen and so not executed
     * @param distance to the input points, where it was measured
     */
    record Written(
            String text,
            String language,
            String category,
            boolean valid,
            int tokens,
            String finishReason,
            Optional<Double> distance) {}
}
