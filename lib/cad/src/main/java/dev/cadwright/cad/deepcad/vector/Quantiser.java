package dev.cadwright.cad.deepcad.vector;

/** Numbers as steps of 256, rounded to even halves as NumPy does. */
final class Quantiser {
    static final int STEPS = 256;
    static final int LARGEST = STEPS - 1;

    /** The last step is one short of the end of the range; what is off by no more than another one is kept there. */
    static final double LARGEST_POSITION = 1 + 2.0 / STEPS;

    static final double LARGEST_SIZE = 2 * LARGEST_POSITION;

    private Quantiser() {}

    /** A position or extent from −1 to 1; what lies outside is cut off. */
    static int position(double value) {
        return clip((value + 1) / 2 * STEPS, 0);
    }

    static double position(int step) {
        return (double) step / STEPS * 2 - 1;
    }

    /** A size from 0 to 2. */
    static int size(double value) {
        return clip(value / 2 * STEPS, 0);
    }

    static double size(int step) {
        return (double) step / STEPS * 2;
    }

    /** An angle from −π to π. */
    static int angle(double value, PolarAngles angles) {
        double step = (value / Math.PI + 1) / 2 * STEPS;
        return switch (angles) {
            case FAITHFUL -> clip(step, 0);
            case CORRECTED -> Math.floorMod((int) Math.rint(step), STEPS);
        };
    }

    static double angle(int step) {
        return ((double) step / STEPS * 2 - 1) * Math.PI;
    }

    /** A sweep up to a full turn, never nothing. */
    static int sweep(double value) {
        return clip(value / (2 * Math.PI) * STEPS, 1);
    }

    static double sweep(int step) {
        return (double) step / STEPS * 2 * Math.PI;
    }

    /** A coordinate of a sketch, which is in steps already. */
    static int coordinate(double value) {
        return clip(value, 0);
    }

    static int radius(double value) {
        return clip(value, 1);
    }

    private static int clip(double value, int least) {
        return (int) Math.clamp(Math.rint(value), least, LARGEST);
    }
}
