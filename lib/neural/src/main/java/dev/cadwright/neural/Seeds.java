package dev.cadwright.neural;

import java.util.SplittableRandom;

/** Independent random streams named by numbers, so that any one of them can be drawn again alone. */
public final class Seeds {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    public static SplittableRandom of(long seed, long... names) {
        long state = mix(seed + GOLDEN);
        for (long name : names) {
            state = mix(state ^ mix(name + GOLDEN));
        }
        return new SplittableRandom(state);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
