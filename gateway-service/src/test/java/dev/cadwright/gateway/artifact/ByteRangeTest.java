package dev.cadwright.gateway.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @Test
    void readsTheThreeForms() {
        assertThat(ByteRange.of("bytes=2-5", 10)).isEqualTo(new ByteRange.Part(2, 5));
        assertThat(ByteRange.of("bytes=2-", 10)).isEqualTo(new ByteRange.Part(2, 9));
        assertThat(ByteRange.of("bytes=-3", 10)).isEqualTo(new ByteRange.Part(7, 9));
    }

    @Test
    void endsWithTheContent() {
        assertThat(ByteRange.of("bytes=2-500", 10)).isEqualTo(new ByteRange.Part(2, 9));
        assertThat(ByteRange.of("bytes=-500", 10)).isEqualTo(new ByteRange.Part(0, 9));
    }

    @Test
    void cannotSatisfyWhatLiesBehindTheEnd() {
        assertThat(ByteRange.of("bytes=10-", 10)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.of("bytes=-0", 10)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.of("bytes=0-0", 0)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=-",
                "bytes=5-2",
                "items=0-1",
                "bytes=a-b",
                "bytes=0-1,3-4",
                "",
                "bytes=1-99999999999999999999"
            })
    void answersWithEverythingWhatItDoesNotUnderstand(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Whole());
    }

    @Property
    void aPartAlwaysLiesInside(
            @ForAll @LongRange(min = 0, max = 100) long first,
            @ForAll @LongRange(min = 0, max = 100) long last,
            @ForAll @LongRange(min = 0, max = 50) long size) {
        if (ByteRange.of("bytes=%d-%d".formatted(first, last), size) instanceof ByteRange.Part part) {
            assertThat(part.first()).isBetween(0L, part.last());
            assertThat(part.last()).isLessThan(size);
            assertThat(part.length()).isPositive();
        }
    }
}
