package dev.cadwright.cad;

/** How far a revolution turns about its axis, in degrees; counter-clockwise as seen against the axis. */
public sealed interface Turn {
    /** From the sketch plane; a negative angle turns the other way. */
    record OneSide(double angle) implements Turn {}

    /** The angle in both directions: twice the angle in total. */
    record Symmetric(double angle) implements Turn {}

    /** {@code first} one way and {@code second} the other. */
    record TwoSides(double first, double second) implements Turn {}

    /** The angle at which the turn begins, the lower of both. */
    default double from() {
        return switch (this) {
            case OneSide(double angle) -> Math.min(0, angle);
            case Symmetric(double angle) -> -Math.abs(angle);
            case TwoSides(double first, double second) -> Math.min(0, Math.min(first, -second));
        };
    }

    /** The angle at which the turn ends, the higher of both. */
    default double to() {
        return switch (this) {
            case OneSide(double angle) -> Math.max(0, angle);
            case Symmetric(double angle) -> Math.abs(angle);
            case TwoSides(double first, double second) -> Math.max(0, Math.max(first, -second));
        };
    }
}
