package dev.cadwright.neural.generate;

import java.util.List;

/**
 * Programs wanted for point clouds.
 *
 * @param clouds each x y z triples of {@code points} of the model's configuration, in [-1, 1]
 * @param candidates programs a cloud; with more than one the first is greedy and the others are sampled. Where none is a
 *     solid, a few more are sampled
 * @param temperature 0 for greedy decoding
 * @param topK 0 for all tokens
 * @param topP 1 for all tokens
 * @param constrained whether the grammar of the tokens masks what cannot follow
 * @param refine whether the numbers of the chosen program are moved to fit the input points better
 */
public record GenerationRequest(
        List<float[]> clouds,
        int candidates,
        double temperature,
        int topK,
        double topP,
        long seed,
        int maxTokens,
        Selection selection,
        boolean constrained,
        boolean refine) {
    public GenerationRequest {
        clouds = List.copyOf(clouds);
        if (candidates < 1 || candidates > 256) {
            throw new IllegalArgumentException("candidates must be from 1 to 256, not " + candidates);
        }
        if (!(temperature >= 0) || temperature > 10) {
            throw new IllegalArgumentException("temperature must be from 0 to 10, not " + temperature);
        }
        if (topK < 0) {
            throw new IllegalArgumentException("topK must not be negative");
        }
        if (!(topP > 0) || topP > 1) {
            throw new IllegalArgumentException("topP must be above 0 and at most 1, not " + topP);
        }
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be positive");
        }
    }

    /** One greedy program a cloud. */
    public static GenerationRequest greedy(List<float[]> clouds) {
        return new GenerationRequest(clouds, 1, 0, 0, 1, 0, 160, Selection.FIRST, true, false);
    }

    /** The best of {@code candidates} by the input points: one greedy, the others sampled at 0.7. */
    public static GenerationRequest bestOf(List<float[]> clouds, int candidates, long seed) {
        return new GenerationRequest(clouds, candidates, 0.7, 0, 1, seed, 160, Selection.INPUT, true, false);
    }

    public GenerationRequest withRefinement() {
        return new GenerationRequest(
                clouds, candidates, temperature, topK, topP, seed, maxTokens, selection, constrained, true);
    }
}
