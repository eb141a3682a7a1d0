package dev.cadwright.cad.python.library;

/** Elementary functions that Java lacks. */
final class Elementary {
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final double LANCZOS_G = 7;
    private static final int ERF_TERMS = 200;

    private Elementary() {}

    static double asinh(double x) {
        double magnitude = Math.abs(x);
        if (!Double.isFinite(x) || magnitude < 0x1p-28) {
            return x;
        }
        double value = magnitude > 0x1p28
                ? StrictMath.log(magnitude) + StrictMath.log(2)
                : StrictMath.log1p(magnitude + magnitude * magnitude / (1 + Math.sqrt(magnitude * magnitude + 1)));
        return Math.copySign(value, x);
    }

    static double acosh(double x) {
        if (x > 0x1p28) {
            return StrictMath.log(x) + StrictMath.log(2);
        }
        double above = x - 1;
        return StrictMath.log1p(above + Math.sqrt(2 * above + above * above));
    }

    static double atanh(double x) {
        return 0.5 * StrictMath.log1p(2 * x / (1 - x));
    }

    /** By its series below 3 and by its continued fraction from there (Abramowitz and Stegun, 7.1.6 and 7.1.14). */
    static double erf(double x) {
        double magnitude = Math.abs(x);
        if (magnitude > 6) {
            return Math.copySign(1, x);
        }
        if (magnitude < 3) {
            double term = x;
            double sum = x;
            for (int n = 1; n < ERF_TERMS && Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
                term *= 2 * x * x / (2 * n + 1);
                sum += term;
            }
            return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
        }
        double fraction = 0;
        for (int k = ERF_TERMS; k > 0; k--) {
            fraction = k / 2.0 / (magnitude + fraction);
        }
        double tail = StrictMath.exp(-x * x) / Math.sqrt(Math.PI) / (magnitude + fraction);
        return Math.copySign(1 - tail, x);
    }

    /** By the approximation of Lanczos (1964); exact for small whole numbers. */
    static double gamma(double x) {
        boolean pole = x <= 0 && x == Math.floor(x);
        if (pole) {
            return Double.NaN;
        }
        if (x == Math.floor(x) && x <= 171) {
            double product = 1;
            for (int i = 2; i < x; i++) {
                product *= i;
            }
            return product;
        }
        if (x < 0.5) {
            return Math.PI / (StrictMath.sin(Math.PI * x) * gamma(1 - x));
        }
        double shifted = x - 1 + LANCZOS_G + 0.5;
        double power = StrictMath.pow(shifted, (x - 0.5) / 2);
        return Math.sqrt(2 * Math.PI) * power * StrictMath.exp(-shifted) * power * series(x - 1);
    }

    static double logGamma(double x) {
        boolean pole = x <= 0 && x == Math.floor(x);
        if (pole) {
            return Double.NaN;
        }
        if (x < 0.5) {
            return StrictMath.log(Math.PI / Math.abs(StrictMath.sin(Math.PI * x))) - logGamma(1 - x);
        }
        double shifted = x - 1 + LANCZOS_G + 0.5;
        return 0.5 * StrictMath.log(2 * Math.PI)
                + (x - 0.5) * StrictMath.log(shifted)
                - shifted
                + StrictMath.log(series(x - 1));
    }

    private static double series(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        return sum;
    }
}
