package dev.cadwright.cad.python.library;

import java.math.BigInteger;

/** MT19937 (Matsumoto and Nishimura, 1998), seeded by an int and drawn from as Python's {@code random} does. */
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int INIT_FACTOR = 1812433253;
    private static final int ARRAY_SEED = 19650218;
    private static final int ARRAY_FIRST = 1664525;
    private static final int ARRAY_SECOND = 1566083941;
    private static final int MATRIX = 0x9908b0df;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7fffffff;

    private final int[] state = new int[SIZE];
    private int index;

    MersenneTwister(BigInteger seed) {
        seed(seed);
    }

    /** Starts over. Only the magnitude of the seed counts. */
    void seed(BigInteger seed) {
        BigInteger magnitude = seed.abs();
        int[] key = new int[Math.max(1, (magnitude.bitLength() + 31) / 32)];
        for (int i = 0; i < key.length; i++) {
            key[i] = magnitude.shiftRight(Integer.SIZE * i).intValue();
        }
        initialise(ARRAY_SEED);
        int i = 1;
        int j = 0;
        for (int k = Math.max(SIZE, key.length); k > 0; k--) {
            state[i] = (state[i] ^ mixed(i) * ARRAY_FIRST) + key[j] + j;
            i = following(i);
            j = (j + 1) % key.length;
        }
        for (int k = SIZE - 1; k > 0; k--) {
            state[i] = (state[i] ^ mixed(i) * ARRAY_SECOND) - i;
            i = following(i);
        }
        state[0] = UPPER;
        index = SIZE;
    }

    private void initialise(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = INIT_FACTOR * mixed(i) + i;
        }
    }

    private int mixed(int i) {
        return state[i - 1] ^ (state[i - 1] >>> 30);
    }

    private int following(int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    /** The next 32 bits. */
    int next() {
        if (index >= SIZE) {
            renew();
        }
        int bits = state[index++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >>> 18);
    }

    private void renew() {
        for (int i = 0; i < SIZE; i++) {
            int bits = (state[i] & UPPER) | (state[(i + 1) % SIZE] & LOWER);
            state[i] = state[(i + MIDDLE) % SIZE] ^ (bits >>> 1) ^ ((bits & 1) == 0 ? 0 : MATRIX);
        }
        index = 0;
    }

    /** A double in [0, 1) with 53 bits. */
    double nextDouble() {
        long high = next() >>> 5;
        long low = next() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /** {@code getrandbits}. */
    BigInteger bits(int count) {
        BigInteger result = BigInteger.ZERO;
        for (int done = 0; done < count; done += 32) {
            long word = Integer.toUnsignedLong(next());
            int wanted = Math.min(32, count - done);
            result = result.or(BigInteger.valueOf(word >>> (32 - wanted)).shiftLeft(done));
        }
        return result;
    }

    /** A whole number in [0, limit), by rejection. */
    BigInteger below(BigInteger limit) {
        int count = limit.bitLength();
        BigInteger drawn = bits(count);
        while (drawn.compareTo(limit) >= 0) {
            drawn = bits(count);
        }
        return drawn;
    }
}
