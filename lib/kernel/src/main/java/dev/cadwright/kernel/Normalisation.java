package dev.cadwright.kernel;

import java.util.OptionalDouble;

/** The check that both kinds of request make of the length they normalise to. */
final class Normalisation {
    private Normalisation() {}

    static void check(OptionalDouble longestSide) {
        if (longestSide.isPresent()) {
            double side = longestSide.getAsDouble();
            if (!(side > 0) || Double.isInfinite(side)) {
                throw new IllegalArgumentException("a longest side must be positive: " + side);
            }
        }
    }
}
