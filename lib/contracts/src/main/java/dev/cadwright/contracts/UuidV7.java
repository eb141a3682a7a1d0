package dev.cadwright.contracts;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Time-ordered identifiers: UUID version 7 of RFC 9562. Within one generator they strictly increase, also within a
 * millisecond and when the clock steps back: the 12 bits after the milliseconds count up (method 1 of section 6.2),
 * and an overflow borrows from the next millisecond.
 */
public final class UuidV7 {
    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_LIMIT = 1 << COUNTER_BITS;

    private final Clock clock;
    private final RandomGenerator random;
    private long millis;
    private int counter;

    public UuidV7(Clock clock, RandomGenerator random) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
    }

    /** The next identifier; larger than all before it from this generator. Safe for several threads. */
    public synchronized UUID next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            counter = random.nextInt(COUNTER_LIMIT / 2);
        } else if (++counter == COUNTER_LIMIT) {
            millis++;
            counter = random.nextInt(COUNTER_LIMIT / 2);
        }
        long high = (millis << 16) | 0x7000L | counter;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
