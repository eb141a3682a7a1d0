package dev.cadwright.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FrameTest {
    @Property
    void aFrameOfAFramesAxesIsThatFrame(@ForAll long seed, @ForAll @IntRange(min = -20, max = 20) int power) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        Frame frame = new Frame(Vector3.ZERO, direction(random).times(Math.scalb(1, power)), direction(random));

        // When // Then
        assertThat(new Frame(Vector3.ZERO, frame.xAxis(), frame.normal())).isEqualTo(frame);
    }

    @Property
    void axesThatAreNearlyParallelStillGiveRightAngles(@ForAll long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        Vector3 normal = direction(random).normalised();
        Vector3 nearby = normal.plus(direction(random).times(1e-6));

        // When
        Frame frame = new Frame(Vector3.ZERO, nearby, normal);

        // Then
        assertThat(Math.abs(frame.xAxis().dot(frame.normal()))).isLessThan(1e-15);
        assertThat(Math.abs(frame.yAxis().length() - 1)).isLessThan(1e-15);
    }

    @Example
    void parallelAxesMakeNoFrame() {
        assertThatThrownBy(() -> new Frame(Vector3.ZERO, Vector3.Z, Vector3.Z.times(2)))
                .isInstanceOf(ArithmeticException.class);
    }

    private static Vector3 direction(SplittableRandom random) {
        return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }
}
