package dev.cadwright.cad.openecad;

import dev.cadwright.cad.sketch.NumberStyle;

/** Angles in radians, as parts of pi where they are. */
final class Angles {
    private static final int MOST = 12;

    private Angles() {}

    static String text(double angle) {
        for (int divisor = 1; divisor <= MOST; divisor++) {
            double parts = angle / Math.PI * divisor;
            long whole = Math.round(parts);
            if (whole != 0 && Math.abs(parts - whole) < 1e-10) {
                String times = Math.abs(whole) == 1 ? "np.pi" : Math.abs(whole) + "*np.pi";
                return (whole < 0 ? "-" : "") + times + (divisor == 1 ? "" : "/" + divisor);
            }
        }
        return NumberStyle.exact().format(angle);
    }
}
