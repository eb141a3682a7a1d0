package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/** What a forward pass assumes of its input where nothing is said. */
final class Masks {
    private Masks() {}

    /** A mask without zeros only costs time. */
    static boolean hidesSomething(NDArray mask) {
        try (NDArray zeros = mask.eq(0);
                NDArray any = zeros.any()) {
            return any.getBoolean();
        }
    }

    /** Positions count what the mask does not hide; a hidden one stands at 0. */
    static PromptPositions visible(CausalInput input) {
        int time = input.time();
        int rows = Math.toIntExact(input.ids().getShape().get(0));
        Optional<long[]> mask = input.mask().map(NDArray::toLongArray);
        long[] ids = new long[rows * time];
        long[] next = new long[rows];
        for (int i = 0; i < ids.length; i++) {
            int at = i;
            if (mask.map(m -> m[at] != 0).orElse(true)) {
                ids[i] = next[i / time]++;
            }
        }
        return new PromptPositions(input.ids().getManager().create(ids, new Shape(rows, time)), next);
    }

    /** Positions count on from what the cache holds: [1, time]. */
    static NDArray counted(CausalInput input) {
        long[] positions = new long[input.time()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = input.past() + i;
        }
        return input.ids().getManager().create(positions, new Shape(1, positions.length));
    }
}
