package dev.cadwright.cad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        "q, ''",
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
}
