package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.Numbers;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Property
    void aFloatShowsTheShortestTextThatReadsBackAsItself(@ForAll double value) {
        assertThat(Double.parseDouble(
                        Numbers.repr(value).replace("inf", "Infinity").replace("nan", "NaN")))
                .isEqualTo(value);
    }

    @Property
    void anIntAndAFloatOfOneAmountAreEqualAndHashAlike(@ForAll long value) {
        IntValue whole = IntValue.of((long) (double) value == Long.MAX_VALUE ? 0 : (long) (double) value);
        FloatValue real = new FloatValue((double) whole.longValue());
        assertThat(whole).isEqualTo(real).hasSameHashCodeAs(real);
        assertThat(real).isEqualTo(whole);
    }

    @Property
    void ofTwoIntsArithmeticIsThatOfIntegersOfAnySize(@ForAll long a, @ForAll long b) {
        // Given
        String program = "print(%d + %d, %d - (%d), %d * (%d))".formatted(a, b, a, b, a, b);
        BigInteger x = BigInteger.valueOf(a);
        BigInteger y = BigInteger.valueOf(b);

        // Then
        assertThat(Programs.printed(program.replace("+ -", "- ")))
                .isEqualTo(x.add(y) + " " + x.subtract(y) + " " + x.multiply(y) + "\n");
    }

    @Test
    void truthsAreNumbers() {
        assertThat(BoolValue.TRUE)
                .isEqualTo(IntValue.of(1))
                .isEqualTo(new FloatValue(1))
                .hasSameHashCodeAs(IntValue.of(1))
                .hasSameHashCodeAs(new FloatValue(1));
        assertThat(new FloatValue(-0.0)).isEqualTo(new FloatValue(0)).hasSameHashCodeAs(new FloatValue(0));
    }
}
