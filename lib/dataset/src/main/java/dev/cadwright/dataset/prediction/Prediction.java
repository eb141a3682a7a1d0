package dev.cadwright.dataset.prediction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model wrote for one sample, see {@code docs/jobs-kinds.md}.
 *
 * @param name the sample's id
 * @param chosen index of the candidate that is the answer; absent when none can be executed
 * @param artifacts SHA-256 by format of the chosen candidate's files
 */
public record Prediction(
        String name,
        String split,
        List<Candidate> candidates,
        Optional<Integer> chosen,
        Map<String, String> artifacts) {
    private static final String OK = "ok";

    /**
     * One program.
     *
     * @param language of {@code text}: {@code sketch}, or {@code blocks} for one that describes no solid, as the model
     *     wrote it
     * @param category of its execution; {@code skipped} for a candidate that was not chosen and so not executed
     * @param tokens how many the model wrote
     * @param distance to the input points, where it was measured
     */
    public record Candidate(
            String text,
            String language,
            String category,
            Optional<Integer> tokens,
            Optional<String> finishReason,
            Optional<Double> distance) {
        public Candidate {
            text = text == null ? "" : text;
            language = language == null ? "" : language;
            category = category == null ? "missing" : category;
            tokens = tokens == null ? Optional.empty() : tokens;
            finishReason = finishReason == null ? Optional.empty() : finishReason;
            distance = distance == null ? Optional.empty() : distance;
        }

        /** Whether its execution gave a valid solid. */
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public boolean valid() {
            return category.equals(OK);
        }
    }

    public Prediction {
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
        chosen = chosen == null ? Optional.empty() : chosen;
        artifacts = artifacts == null ? Map.of() : Map.copyOf(artifacts);
        if (name == null) {
            throw new IllegalArgumentException("a prediction without the name of its sample");
        }
        if (chosen.isPresent() && (chosen.get() < 0 || chosen.get() >= candidates.size())) {
            throw new IllegalArgumentException(
                    "prediction " + name + " chose candidate " + chosen.get() + " of " + candidates.size());
        }
    }

    /** The candidate that is the answer; empty when none can be executed. */
    public Optional<Candidate> answer() {
        return chosen.map(candidates::get);
    }

    /** The category of the answer; without one, why there is none: the first candidate's. */
    public String category() {
        return answer().or(() -> candidates.stream().findFirst())
                .map(Candidate::category)
                .orElse("missing");
    }

    public Prediction withArtifacts(Map<String, String> files) {
        return new Prediction(name, split, candidates, chosen, files);
    }
}
