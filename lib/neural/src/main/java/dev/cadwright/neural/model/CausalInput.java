package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a decoder reads in one forward pass. All arrays belong to one manager, which will own the results.
 *
 * @param ids tokens [batch, time]
 * @param embeddings [batch, time, width], used in place of those of the tokens
 * @param mask [batch, past + time]: 0 where nothing is (left or right padding); without it everything counts
 * @param segments [batch, past + time]: numbers of the texts packed into a row, which do not see each other
 * @param positions [batch, time], or [3, batch, time] where positions have three dimensions; without them, positions
 *     count from the length of the cache, padding included
 * @param cache keys and values of what came before
 * @param media what stands in place of some tokens, by the names that transformers gives them: {@code pixel_values},
 *     {@code image_grid_thw}, {@code pixel_values_videos}, {@code video_grid_thw}, {@code point_cloud},
 *     {@code point_clouds}, {@code is_pc}, {@code is_img}
 * @param hiddenStates whether the states between layers are wanted
 * @param logits of which positions
 */
public record CausalInput(
        NDArray ids,
        Optional<NDArray> embeddings,
        Optional<NDArray> mask,
        Optional<NDArray> segments,
        Optional<NDArray> positions,
        Optional<KeyValueCache> cache,
        Map<String, NDArray> media,
        boolean hiddenStates,
        LogitsOf logits) {
    /** Positions whose logits are wanted; those of a large vocabulary are the larger part of a prompt's work. */
    public enum LogitsOf {
        ALL,
        LAST,
        NONE
    }

    public CausalInput {
        Objects.requireNonNull(ids);
        Objects.requireNonNull(logits);
        media = Map.copyOf(media);
        if (ids.getShape().dimension() != 2) {
            throw new IllegalArgumentException("tokens are [batch, time], not " + ids.getShape());
        }
    }

    /** All logits of whole rows of tokens [batch, time]. */
    public static CausalInput of(NDArray ids) {
        return new CausalInput(
                ids,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                false,
                LogitsOf.ALL);
    }

    public CausalInput withEmbeddings(NDArray replaced) {
        return new CausalInput(
                ids, Optional.of(replaced), mask, segments, positions, cache, media, hiddenStates, logits);
    }

    public CausalInput withMask(NDArray replaced) {
        return new CausalInput(
                ids, embeddings, Optional.of(replaced), segments, positions, cache, media, hiddenStates, logits);
    }

    public CausalInput withSegments(NDArray replaced) {
        return new CausalInput(
                ids, embeddings, mask, Optional.of(replaced), positions, cache, media, hiddenStates, logits);
    }

    public CausalInput withPositions(NDArray replaced) {
        return new CausalInput(
                ids, embeddings, mask, segments, Optional.of(replaced), cache, media, hiddenStates, logits);
    }

    public CausalInput withCache(KeyValueCache replaced) {
        return new CausalInput(
                ids, embeddings, mask, segments, positions, Optional.of(replaced), media, hiddenStates, logits);
    }

    public CausalInput withMedia(Map<String, NDArray> replaced) {
        return new CausalInput(ids, embeddings, mask, segments, positions, cache, replaced, hiddenStates, logits);
    }

    public CausalInput withHiddenStates() {
        return new CausalInput(ids, embeddings, mask, segments, positions, cache, media, true, logits);
    }

    public CausalInput with(LogitsOf wanted) {
        return new CausalInput(ids, embeddings, mask, segments, positions, cache, media, hiddenStates, wanted);
    }

    int past() {
        return cache.map(KeyValueCache::length).orElse(0);
    }

    int time() {
        return Math.toIntExact(ids.getShape().get(1));
    }
}
