package dev.cadwright.kernel;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How to compare two shapes.
 *
 * @param longestSide first centre each shape on its own bounding box and scale its longest side to this length
 * @param rotations also find the best of the 24 axis rotations of the first shape about its bounding box centre
 * @param components also measure what every solid of the first has in common with every solid of the second
 * @param budget what the whole comparison may cost
 */
public record CompareRequest(OptionalDouble longestSide, boolean rotations, boolean components, Budget budget) {
    public CompareRequest {
        Objects.requireNonNull(longestSide, "longestSide");
        Objects.requireNonNull(budget, "budget");
        Normalisation.check(longestSide);
    }

    /** The shapes as they stand. */
    public static CompareRequest asTheyAre() {
        return new CompareRequest(OptionalDouble.empty(), false, false, Budget.STANDARD);
    }

    /** Each centred on its own bounding box, the longest side scaled to the given length. */
    public static CompareRequest normalised(double side) {
        return new CompareRequest(OptionalDouble.of(side), false, false, Budget.STANDARD);
    }

    public CompareRequest withRotations() {
        return new CompareRequest(longestSide, true, components, budget);
    }

    public CompareRequest withComponents() {
        return new CompareRequest(longestSide, rotations, true, budget);
    }

    public CompareRequest within(Budget limits) {
        return new CompareRequest(longestSide, rotations, components, limits);
    }
}
