package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** The plainest generation: always the likeliest token, for a fixed count, in a cache. */
final class Greedy {
    private Greedy() {}

    /** So many tokens in all, spread evenly over the rows: [rows · count]. */
    static long[] write(CausalModel model, CausalInput prompt, int perRow, NDManager scope) {
        int rows = Math.toIntExact(prompt.ids().getShape().get(0));
        int time = prompt.time();
        long[][] written = new long[rows][perRow];
        PromptPositions positions = model.positions(prompt);
        long[] next = positions.next();
        long[] mask = prompt.mask().map(NDArray::toLongArray).orElseGet(() -> ones(rows * time));
        try (PreallocatedCache cache = model.cache(scope, rows, time + perRow)) {
            CausalOutput output = model.forward(
                    prompt.withPositions(positions.ids()).withCache(cache).with(CausalInput.LogitsOf.LAST));
            for (int step = 0; step < perRow; step++) {
                long[] tokens = output.logits().orElseThrow().argMax(-1).toLongArray();
                for (int row = 0; row < rows; row++) {
                    written[row][step] = tokens[row];
                }
                mask = longer(mask, rows);
                CausalInput input = CausalInput.of(scope.create(tokens, new Shape(rows, 1)))
                        .withMask(scope.create(mask, new Shape(rows, mask.length / rows)))
                        .withPositions(scope.create(next, new Shape(rows, 1)))
                        .withCache(cache);
                if (step + 1 < perRow) {
                    output = model.forward(input);
                }
                for (int row = 0; row < rows; row++) {
                    next[row]++;
                }
            }
        }
        return Arrays.stream(written).flatMapToLong(Arrays::stream).toArray();
    }

    /** So many tokens of each row of an encoded text: [rows · count]. */
    static long[] write(EncoderDecoderModel model, EncoderDecoderModel.Encoded encoded, int perRow, NDManager scope) {
        int rows = Math.toIntExact(encoded.lastHiddenState().getShape().get(0));
        long[][] written = new long[rows][perRow];
        long[] tokens = new long[rows];
        Arrays.fill(tokens, model.start());
        try (PreallocatedCache cache = model.cache(scope, rows, perRow)) {
            for (int step = 0; step < perRow; step++) {
                CausalInput input =
                        CausalInput.of(scope.create(tokens, new Shape(rows, 1))).withCache(cache);
                tokens = model.decode(input, encoded)
                        .logits()
                        .orElseThrow()
                        .argMax(-1)
                        .toLongArray();
                for (int row = 0; row < rows; row++) {
                    written[row][step] = tokens[row];
                }
            }
        }
        return Arrays.stream(written).flatMapToLong(Arrays::stream).toArray();
    }

    private static long[] ones(int count) {
        long[] ones = new long[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static long[] longer(long[] mask, int rows) {
        int time = mask.length / rows;
        long[] longer = ones(rows * (time + 1));
        for (int row = 0; row < rows; row++) {
            System.arraycopy(mask, row * time, longer, row * (time + 1), time);
        }
        return longer;
    }
}
