package dev.cadwright.cad;

/** The range of taper angles. */
final class Tapers {
    private Tapers() {}

    static void require(double degrees) {
        if (!(Math.abs(degrees) < 90)) {
            throw new IllegalArgumentException("a taper of " + degrees + " degrees");
        }
    }
}
