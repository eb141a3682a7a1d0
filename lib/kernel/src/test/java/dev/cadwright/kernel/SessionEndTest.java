package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.BooleanShape.Fuse;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.ModifiedShape.Placed;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape.Box;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How sessions end. */
class SessionEndTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    private static final SourceSpan SPAN = new SourceSpan(3, 5, 3, 20);

    @Test
    void timeRunsOutForTheWholeSessionAndTheNextOneIsServed() {
        // Given
        Budget brief = Budget.STANDARD.withTime(Duration.ofMillis(300));
        try (KernelSession session = KERNEL.pool().session(brief)) {
            Shape many = box(1, 1, 1);
            List<Shape> shapes = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                shapes.add(new Placed(many, Transform.translation(new Vector3(0.1 * i, 0.07 * i, 0.03 * i)), SPAN));
            }

            // When / Then
            assertThatThrownBy(() -> session.modeller().measure(new Fuse(shapes, false, 0, SPAN)))
                    .isInstanceOf(ModellingException.Ended.class);
            assertThat(session.ended()).containsInstanceOf(Execution.TimedOut.class);
            assertThat(session.execute(List.of(many), Request.properties())).isInstanceOf(Execution.TimedOut.class);
        }
        assertThat(KERNEL.pool().run(modeller -> List.of(box(1, 2, 3)), Request.properties()))
                .isInstanceOf(Execution.Solid.class);
    }

    @Test
    void operationsRunOut() {
        // Given
        Request few = Request.properties().within(Budget.STANDARD.withOperations(5));

        // When
        Execution execution = KERNEL.pool()
                .run(
                        modeller -> {
                            for (int i = 1; i < 10; i++) {
                                modeller.measure(box(i, 1, 1));
                            }
                            return List.of();
                        },
                        few);

        // Then
        assertThat(execution).isInstanceOfSatisfying(Execution.Exhausted.class, exhausted -> assertThat(
                        exhausted.fault().code())
                .isEqualTo("operations"));
    }

    @Test
    void closedSessionRefuses() {
        // Given
        KernelSession asked = KERNEL.pool().session(Budget.STANDARD);
        KernelSession silent = KERNEL.pool().session(Budget.STANDARD);
        asked.modeller().measure(box(1, 1, 1));

        // When
        asked.close();
        silent.close();

        // Then
        for (KernelSession closed : List.of(asked, silent)) {
            assertThatThrownBy(() -> closed.modeller().measure(box(1, 1, 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the session is closed");
            assertThatThrownBy(() -> closed.execute(List.of(box(1, 1, 1)), Request.properties()))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> closed.execute(List.of(), Request.properties()))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(KERNEL.pool()
                        .execute(Shapes.box(1, 2, 3), Request.properties())
                        .category())
                .isEqualTo(Category.OK);
    }

    @Test
    void timeBeforeTheFirstQuestionCounts() {
        // Given
        Budget brief = Budget.STANDARD.withTime(Duration.ofMillis(100));
        try (KernelSession session = KERNEL.pool().session(brief)) {
            await().until(() -> session.elapsed().compareTo(brief.time()) > 0);

            // When
            Execution execution = session.execute(List.of(box(1, 1, 1)), Request.properties());

            // Then
            assertThat(execution).isInstanceOf(Execution.TimedOut.class);
            assertThat(execution.elapsed()).isGreaterThan(brief.time());
        }
    }

    private static Shape box(double x, double y, double z) {
        return new Box(Frame.XY, x, y, z, SPAN);
    }
}
