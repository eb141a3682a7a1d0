package dev.cadwright.cad.outline;

import dev.cadwright.cad.Extent;

/**
 * The part of the normal that an extent covers.
 *
 * @param from the lower end
 * @param to the higher end
 * @param growth how much tapers move the outline outwards at most, at right angles to its sides
 */
public record Range(double from, double to, double growth) {
    public static Range of(Extent extent) {
        return switch (extent) {
            case Extent.OneSide(double distance, double taper) -> between(0, distance, growth(distance, taper));
            case Extent.Symmetric(double distance, double taper) ->
                between(-distance, distance, growth(distance, taper));
            case Extent.TwoSides(double first, double second, double firstTaper, double secondTaper) ->
                new Range(
                        Math.min(0, Math.min(first, -second)),
                        Math.max(0, Math.max(first, -second)),
                        Math.max(growth(first, firstTaper), growth(second, secondTaper)));
        };
    }

    private static Range between(double one, double other, double growth) {
        return new Range(Math.min(one, other), Math.max(one, other), growth);
    }

    private static double growth(double distance, double taper) {
        return Math.max(0, Math.abs(distance) * Math.tan(Math.toRadians(taper)));
    }

    public double length() {
        return to - from;
    }
}
