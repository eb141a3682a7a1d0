package dev.cadwright.service.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A line of the predictions that {@code inference.generate} writes, as far as scoring needs it. */
record Prediction(String name, List<Candidate> candidates, Integer chosen) {
    /** @param category of its execution when it was generated */
    record Candidate(String text, String language, String category, JsonNode tokens) {}

    Prediction {
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
        if (name == null) {
            throw new IllegalArgumentException("a prediction without the name of its sample");
        }
        if (chosen != null && (chosen < 0 || chosen >= candidates.size())) {
            throw new IllegalArgumentException(
                    "prediction " + name + " chose candidate " + chosen + " of " + candidates.size());
        }
    }

    /** The candidate that is the answer; empty when none can be executed. */
    Optional<Candidate> answer() {
        return Optional.ofNullable(chosen).map(candidates::get);
    }

    /** Why there is no answer: the first candidate's category. */
    String firstCategory() {
        return candidates.stream().map(Candidate::category).findFirst().orElse("missing");
    }
}
