package dev.cadwright.cad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({
        "extrud, extrude",
        "exturde, extrude",
        "Box, box",
        "PI, pi",
        "bax, box",
        "boy, box",
        "bo_z, boz",
        "q, ''",
        "_, ''",
        "something else, ''",
    })
    void aNameIsSuggestedWhereItIsNear(String wrong, String expected) {
        // Given
        List<String> known = List.of("pi", "x", "extrude", "boz", "box");

        // When
        String hint = NearestName.quotedHint(wrong, known);

        // Then
        assertThat(hint).isEqualTo(expected.isEmpty() ? "" : "did you mean \"" + expected + "\"?");
    }

    @Test
    void hugeNamesAreNotCompared() {
        assertThat(NearestName.hint("x".repeat(1_000_000), List.of("x".repeat(999_999))))
                .isEmpty();
    }

    @Property
    void aKnownNameIsItsOwnNearest(@ForAll @AlphaChars @StringLength(min = 1, max = 40) String name) {
        assertThat(NearestName.of(name, List.of("x".repeat(200), name))).contains(name);
    }

    @Property
    void oneLostLetterIsForgiven(
            @ForAll @AlphaChars @StringLength(min = 4, max = 40) String name, @ForAll int position) {
        int at = Math.floorMod(position, name.length());
        assertThat(NearestName.of(name.substring(0, at) + name.substring(at + 1), List.of(name)))
                .contains(name);
    }
}
