package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape.Box;
import dev.cadwright.cad.shape.SolidShape.Sphere;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepReadingTest {
    private static final SourceSpan SPAN = SourceSpan.NONE;
    private static KernelPool pool;

    @BeforeAll
    static void start() {
        pool = new KernelPool(Workers.options());
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

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
    void cornersThatMissTheirEdgesAreRepairedOnRequest(boolean heal) {
        // Given
        String text = new String(write(StepFormat.STANDARD, box()), StandardCharsets.UTF_8);
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains("VERTEX_POINT")) {
                String point = lines[i].replaceAll(".*VERTEX_POINT\\('',(#\\d+)\\).*", "$1");
                String torn = text.replaceFirst(
                        "(?m)^" + point + " = CARTESIAN_POINT\\('',\\([^)]*\\)\\);",
                        point + " = CARTESIAN_POINT('',(0.,0.,1.E-3));");

                // When
                Execution execution = pool.execute(
                        new Source.Step(torn.getBytes(StandardCharsets.UTF_8), heal), Request.properties());

                // Then
                assertThat(torn).isNotEqualTo(text);
                if (heal) {
                    assertThat(execution).isInstanceOf(Execution.Solid.class);
                } else {
                    assertThat(execution.category()).isIn(Category.OK, Category.INVALID);
                }
                return;
            }
        }
        throw new AssertionError("the text names no vertex");
    }

    private static byte[] write(StepFormat format, Shape... shapes) {
        Execution execution =
                pool.run(modeller -> List.of(shapes), Request.properties().withStep(format));
        return ((Execution.Solid) execution).step().orElseThrow();
    }

    private static SolidProperties read(byte[] text, boolean heal) {
        return ((Execution.Solid) pool.execute(new Source.Step(text, heal), Request.properties())).properties();
    }

    private static Shape box() {
        return new Box(Frame.XY, 2, 3, 4, SPAN);
    }
}
