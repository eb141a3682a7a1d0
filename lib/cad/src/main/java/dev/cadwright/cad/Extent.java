package dev.cadwright.cad;

/**
 * How far an extrusion goes from its plane. Distances may be negative: then against the normal. A taper is an angle in
 * degrees, less than 90 in size, by which the sides lean: outwards, so that the outline grows with the distance from the
 * plane, where it is positive; 0 is straight up.
 */
public sealed interface Extent {
    record OneSide(double distance, double taper) implements Extent {
        public OneSide {
            Tapers.require(taper);
        }

        public OneSide(double distance) {
            this(distance, 0);
        }
    }

    /** The distance in both directions: twice the distance in total. */
    record Symmetric(double distance, double taper) implements Extent {
        public Symmetric {
            Tapers.require(taper);
        }

        public Symmetric(double distance) {
            this(distance, 0);
        }
    }

    /** {@code first} along the normal and {@code second} against it, each with a taper of its own. */
    record TwoSides(double first, double second, double firstTaper, double secondTaper) implements Extent {
        public TwoSides {
            Tapers.require(firstTaper);
            Tapers.require(secondTaper);
        }

        public TwoSides(double first, double second) {
            this(first, second, 0, 0);
        }
    }

    /** Whether any side leans. */
    default boolean isTapered() {
        return switch (this) {
            case OneSide(var _, double taper) -> taper != 0;
            case Symmetric(var _, double taper) -> taper != 0;
            case TwoSides(var _, var _, double first, double second) -> first != 0 || second != 0;
        };
    }
}
