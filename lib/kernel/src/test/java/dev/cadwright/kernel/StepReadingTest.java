package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.FaceShape.Planar;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape.Box;
import dev.cadwright.cad.shape.SolidShape.Prism;
import dev.cadwright.cad.shape.SolidShape.Sphere;
import dev.cadwright.cad.shape.WireShape.Polygon;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepReadingTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    private static final SourceSpan SPAN = SourceSpan.NONE;

    @ParameterizedTest
    @EnumSource
    void lengthsInAnyUnitAreReadAsMillimetres(StepFormat.Unit unit) {
        // Given
        byte[] text = write(StepFormat.STANDARD.withUnit(unit), box());

        // When
        SolidProperties read = read(text, false);

        // Then
        assertThat(read.volume()).isCloseTo(24, within(1e-9 * 24));
        assertThat(read.bounds().max().z()).isCloseTo(4, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void severalSolidsAreReadAsSeveral(boolean heal) {
        // Given
        Shape ball = new Sphere(new Frame(new Vector3(20, 0, 0), Vector3.X, Vector3.Z), 1, -90, 90, 360, SPAN);
        byte[] text = write(StepFormat.STANDARD, box(), ball);

        // When
        SolidProperties read = read(text, heal);

        // Then
        assertThat(read.solids()).isEqualTo(2);
        assertThat(read.volume()).isCloseTo(24 + 4 * Math.PI / 3, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cornersThatMissTheirEdgesAreRepairedInReading(boolean heal) {
        // Given
        String text = new String(write(StepFormat.STANDARD, box()), StandardCharsets.UTF_8);
        Matcher corner = Pattern.compile("VERTEX_POINT\\('',(#\\d+)\\)").matcher(text);
        assertThat(corner.find()).isTrue();
        String torn = text.replaceFirst(
                "(?m)^" + corner.group(1) + " = CARTESIAN_POINT\\('',\\([^)]*\\)\\);",
                corner.group(1) + " = CARTESIAN_POINT('',(0.,0.,1.E-3));");
        assertThat(torn).isNotEqualTo(text);

        // When
        SolidProperties read = read(torn.getBytes(StandardCharsets.UTF_8), heal);

        // Then
        assertThat(read.valid()).isTrue();
        assertThat(read.volume()).isCloseTo(24, within(1e-9));
    }

    @Test
    void healingTurnsTheFacesOfAnInvalidSolidOutwards() {
        // Given
        byte[] text = invalid(new Prism(new Planar(square(4), List.of(square(2)), SPAN), new Vector3(0, 0, 2), SPAN));

        // When
        Execution asItIs = KERNEL.pool().execute(new Source.Step(text, false), Request.properties());
        Execution healed = KERNEL.pool().execute(new Source.Step(text, true), Request.properties());

        // Then
        assertThat(asItIs).isInstanceOfSatisfying(Execution.Invalid.class, invalid -> {
            assertThat(invalid.defects()).contains("unorientable shape", "not connected");
            assertThat(invalid.properties().volume()).isCloseTo(-24, within(1e-9));
        });
        assertThat(healed).isInstanceOfSatisfying(Execution.Invalid.class, invalid -> {
            assertThat(invalid.defects()).containsExactly("invalid imbrication of wires");
            assertThat(invalid.properties().volume()).isCloseTo(24, within(1e-9));
        });
    }

    private static Shape square(double side) {
        return new Polygon(
                List.of(Vector3.ZERO, new Vector3(side, 0, 0), new Vector3(side, side, 0), new Vector3(0, side, 0)),
                true,
                SPAN);
    }

    private static byte[] invalid(Shape shape) {
        Execution execution = KERNEL.pool()
                .run(modeller -> List.of(shape), Request.properties().withStep());
        return ((Execution.Invalid) execution).step().orElseThrow();
    }

    private static byte[] write(StepFormat format, Shape... shapes) {
        Execution execution = KERNEL.pool()
                .run(modeller -> List.of(shapes), Request.properties().withStep(format));
        return ((Execution.Solid) execution).step().orElseThrow();
    }

    private static SolidProperties read(byte[] text, boolean heal) {
        return ((Execution.Solid) KERNEL.pool().execute(new Source.Step(text, heal), Request.properties()))
                .properties();
    }

    private static Shape box() {
        return new Box(Frame.XY, 2, 3, 4, SPAN);
    }
}
