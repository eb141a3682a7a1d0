package dev.cadwright.cad.procedural;

import java.util.SplittableRandom;

/** Random draws of one sample. Logarithms are {@link StrictMath}'s, so that every machine draws the same. */
final class Draws {
    private final SplittableRandom random;

    Draws(long seed, long index) {
        // Two rounds of SplitMix64 keep neighbouring seeds and indices apart.
        this.random = new SplittableRandom(new SplittableRandom(seed).nextLong() ^ mixed(index));
    }

    private static long mixed(long index) {
        return new SplittableRandom(~index).nextLong();
    }

    double unit() {
        return random.nextDouble();
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Uniform in the logarithm. */
    double scaleBetween(double low, double high) {
        return StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high)));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** −1 or 1. */
    int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    /** Two numbers, the smaller first. */
    double[] ordered(double low, double high) {
        double first = between(low, high);
        double second = between(low, high);
        return new double[] {Math.min(first, second), Math.max(first, second)};
    }

    /** The index of one of the weights, each as likely as it weighs. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
