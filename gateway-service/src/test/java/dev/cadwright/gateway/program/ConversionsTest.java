package dev.cadwright.gateway.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ConversionsTest {
    private static final ConvertRequest REQUEST = new ConvertRequest("openscad", "a.scad", "cube(1);", "openscad");
    private static final ConvertRequest WRONG = new ConvertRequest("cobol", "a.scad", "cube(1);", "openscad");

    @Test
    void moreThanMayRunAtTheSameTimeAreSentAwayToComeBack() {
        assertThatThrownBy(() -> new Conversions(0).convert(REQUEST))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.BUSY));
    }

    @Test
    void aConversionGivesItsPlaceBackHoweverItEnds() {
        // Given
        Conversions one = new Conversions(1);

        // When
        assertThatThrownBy(() -> one.convert(WRONG)).isInstanceOf(ProblemException.class);

        // Then
        assertThat(one.convert(REQUEST).ok()).isTrue();
        assertThat(one.convert(REQUEST).ok()).isTrue();
    }
}
