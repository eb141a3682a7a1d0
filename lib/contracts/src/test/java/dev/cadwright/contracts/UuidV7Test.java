package dev.cadwright.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UuidV7Test {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    @Property(tries = 200)
    void identifiersIncreaseHoweverTheClockJumps(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = -1000, max = 1000) Integer> jumps) {
        // Given
        Instant[] now = {START};
        UuidV7 generator = new UuidV7(clock(now), new Random(1));
        List<UUID> ids = new ArrayList<>();

        // When
        for (int jump : jumps) {
            now[0] = now[0].plusMillis(jump);
            for (int i = 0; i < 3; i++) {
                ids.add(generator.next());
            }
        }

        // Then
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids.stream().map(UUID::toString).toList()).isSorted();
    }

    @Test
    void anIdentifierHasTheVersionTheVariantAndTheTime() {
        // When
        UUID id = new UuidV7(Clock.fixed(START, ZoneOffset.UTC), new Random(1)).next();

        // Then
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(START.toEpochMilli());
    }

    @Test
    void oneMillisecondHoldsAnyNumberOfIdentifiers() {
        // Given
        UuidV7 generator = new UuidV7(Clock.fixed(START, ZoneOffset.UTC), new Random(1));

        // When
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            ids.add(generator.next());
        }

        // Then
        assertThat(ids).isSorted();
        assertThat(new HashSet<>(ids)).hasSize(20_000);
    }

    @Test
    void severalThreadsNeverGetTheSameOne() {
        // Given
        UuidV7 generator = new UuidV7(Clock.systemUTC(), new Random(1));
        Set<UUID> ids = ConcurrentHashMap.newKeySet();

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> {
                    for (int k = 0; k < 5000; k++) {
                        ids.add(generator.next());
                    }
                });
            }
        }

        // Then
        assertThat(ids).hasSize(20_000);
    }

    private static Clock clock(Instant[] now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
    }
}
