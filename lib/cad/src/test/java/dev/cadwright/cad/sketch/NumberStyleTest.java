package dev.cadwright.cad.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumberStyleTest {
    @Property(tries = 5000)
    void theExactFormReadsBackToTheSameNumber(@ForAll double value) {
        assertThat(Double.parseDouble(NumberStyle.exact().format(value))).isEqualTo(value + 0.0);
    }

    @Test
    void numbersAreWrittenWithoutNeedlessSigns() {
        assertThat(NumberStyle.exact().format(0.0254)).isEqualTo("0.0254");
        assertThat(NumberStyle.exact().format(2)).isEqualTo("2");
        assertThat(NumberStyle.exact().format(-0.0)).isEqualTo("0");
        assertThat(NumberStyle.exact().format(1_000_000)).isEqualTo("1000000");
        assertThat(NumberStyle.exact().format(-5.94e-18)).isEqualTo("-5.94e-18");
        assertThat(NumberStyle.exact().format(1e300)).isEqualTo("1e300");
    }

    @Test
    void numbersAreRoundedOnRequest() {
        assertThat(new NumberStyle.Decimals(3).format(0.025400000000000002)).isEqualTo("0.025");
        assertThat(new NumberStyle.Decimals(3).format(-0.0001)).isEqualTo("0");
        assertThat(new NumberStyle.Significant(3).format(0.025400000000000002)).isEqualTo("0.0254");
        assertThat(new NumberStyle.Significant(3).format(123456)).isEqualTo("123000");
    }

    @Test
    void digitsThatNoNumberHasAreRefused() {
        assertThatThrownBy(() -> new NumberStyle.Decimals(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NumberStyle.Significant(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
