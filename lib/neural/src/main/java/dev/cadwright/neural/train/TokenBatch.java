package dev.cadwright.neural.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.model.CausalInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of tokens ready for a model. Rows are filled up on the right, or however the maker of ready batches liked it.
 *
 * @param ids [rows, time]
 * @param mask [rows, time], as the model reads it; without one everything counts
 * @param labels [rows, time], -100 where nothing is learnt; each is predicted by what stands before it
 * @param segments [rows, time], numbers of the texts that share a row
 * @param positions [rows, time], within each text
 * @param media what stands in place of some tokens, by transformers' names
 * @param targets labels that count
 */
record TokenBatch(
        int rows,
        int time,
        long[] ids,
        Optional<long[]> mask,
        long[] labels,
        Optional<long[]> segments,
        Optional<long[]> positions,
        Map<String, Medium> media,
        int targets)
        implements Batch {
    static final long IGNORED = -100;

    /** An array of what is no text; flags and counts are whole numbers, all else is not. */
    sealed interface Medium {
        record Reals(float[] values, long... shape) implements Medium {}

        record Wholes(long[] values, long... shape) implements Medium {}
    }

    /** Labels that something stands before, and that are not ignored. */
    static int targets(int time, long[] labels) {
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            count += i % time > 0 && labels[i] != IGNORED ? 1 : 0;
        }
        return count;
    }

    CausalInput input(NDManager owner) {
        CausalInput input = CausalInput.of(array(owner, ids)).withMedia(media(owner));
        input = mask.map(m -> array(owner, m)).map(input::withMask).orElse(input);
        input = segments.map(s -> array(owner, s)).map(input::withSegments).orElse(input);
        return positions.map(p -> array(owner, p)).map(input::withPositions).orElse(input);
    }

    NDArray labels(NDManager owner) {
        return array(owner, labels);
    }

    private NDArray array(NDManager owner, long[] values) {
        return owner.create(values, new Shape(rows, time));
    }

    private Map<String, NDArray> media(NDManager owner) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        media.forEach((name, medium) -> arrays.put(
                name,
                switch (medium) {
                    case Medium.Reals reals -> owner.create(reals.values(), new Shape(reals.shape()));
                    case Medium.Wholes wholes -> owner.create(wholes.values(), new Shape(wholes.shape()));
                }));
        return arrays;
    }
}
