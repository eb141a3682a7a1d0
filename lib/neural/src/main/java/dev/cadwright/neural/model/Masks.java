package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** What a forward pass assumes of its input where nothing is said. */
final class Masks {
    private Masks() {}

    /** A mask without zeros only costs time. */
    static boolean hidesSomething(NDArray mask) {
        try (NDArray least = mask.min()) {
            return least.getLong() == 0;
        }
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
