package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.BooleanShape.Fuse;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.ModifiedShape.Placed;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape.Box;
import dev.cadwright.cad.shape.SolidShape.Sphere;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionQuarantineTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    private static final SourceSpan SPAN = new SourceSpan(3, 5, 3, 20);

    @Test
    void programThatKilledTwoWorkersIsNotRunAThirdTime() {
        // Given
        AtomicInteger runs = new AtomicInteger();
        ShapeProgram endless = modeller -> {
            runs.incrementAndGet();
            return List.of(slow());
        };
        Request brief = Request.properties().within(Budget.STANDARD.withTime(Duration.ofMillis(200)));

        // When
        List<Execution> outcomes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            outcomes.add(run("endless", endless, brief));
        }

        // Then
        assertThat(outcomes).allMatch(Execution.TimedOut.class::isInstance);
        assertThat(runs).hasValue(2);
        assertThat(run("another", modeller -> List.of(box(1, 2, 3)), Request.properties()))
                .isInstanceOf(Execution.Solid.class);
    }

    @Test
    void programThatKilledWorkersWithOneRequestRunsWithAnother() {
        // Given
        ShapeProgram ball = modeller ->
                List.of(new Sphere(new Frame(Vector3.ZERO, Vector3.X, Vector3.Z), 1000, -90, 90, 360, SPAN));
        Budget brief = Budget.STANDARD.withTime(Duration.ofMillis(700)).withTriangles(Integer.MAX_VALUE);
        Request plain = Request.properties().within(brief);
        Request absurd = plain.withMesh(new Deflection(1e-4, Deflection.Scale.ABSOLUTE, 0.01));
        for (int i = 0; i < 2; i++) {
            assertThat(run("ball", ball, absurd).category()).isIn(Category.TIMEOUT, Category.EXHAUSTED);
        }

        // When
        Execution execution = run("ball", ball, plain);

        // Then
        assertThat(KERNEL.pool().verdict("ball", absurd)).isPresent();
        assertThat(execution).isInstanceOf(Execution.Solid.class);
    }

    @Test
    void timeThatRanOutWithoutEndingAWorkerIsNoDeath() {
        // Given
        Request none = Request.properties().within(Budget.STANDARD.withTime(Duration.ofNanos(1)));

        // When
        for (int i = 0; i < 3; i++) {
            assertThat(run("box", modeller -> List.of(box(1, 2, 3)), none)).isInstanceOf(Execution.TimedOut.class);
        }

        // Then
        assertThat(KERNEL.pool().verdict("box", none)).isEmpty();
    }

    @Test
    void singleStepsThatKilledTwoWorkersAreNotTakenAThirdTime() {
        // Given
        Request brief = Request.properties().within(Budget.STANDARD.withTime(Duration.ofMillis(200)));
        for (int i = 0; i < 2; i++) {
            try (KernelSession session = KERNEL.pool()
                    .sessionOfSingleSteps("steps", brief, Duration.ZERO)
                    .orElseThrow()) {
                assertThat(execute(session, modeller -> List.of(slow()), brief)).isInstanceOf(Execution.TimedOut.class);
            }
        }

        // When
        Optional<KernelSession> third = KERNEL.pool().sessionOfSingleSteps("steps", brief, Duration.ZERO);

        // Then
        assertThat(third).isEmpty();
        assertThat(KERNEL.pool().verdict("steps", brief)).isEmpty();
        assertThat(KERNEL.pool().sessionOfSingleSteps("steps", Request.properties(), Duration.ZERO))
                .isPresent();
    }

    @Test
    void fileThatKilledWorkersWithOneRequestIsReadWithAnother() {
        // Given
        Execution written = KERNEL.pool()
                .run(modeller -> List.of(box(1, 2, 3)), Request.properties().withStep());
        byte[] step = ((Execution.Solid) written).step().orElseThrow();
        Request little = Request.properties().within(Budget.STANDARD.withMemory(1 << 20));
        List<Execution> outcomes = new ArrayList<>();

        // When
        for (int i = 0; i < 3; i++) {
            outcomes.add(KERNEL.pool().execute(new Source.Step(step.clone()), little));
        }

        // Then
        assertThat(outcomes).allMatch(Execution.Exhausted.class::isInstance);
        assertThat(outcomes.get(1).elapsed()).isPositive();
        assertThat(outcomes.get(2).elapsed()).isZero();
        assertThat(KERNEL.pool().execute(new Source.Step(step, true), little).elapsed())
                .as("healed, it is another request")
                .isPositive();
        assertThat(KERNEL.pool().execute(new Source.Step(step), Request.properties()))
                .isInstanceOf(Execution.Solid.class);
    }

    /** A union of hundreds of bodies that cross each other. */
    private static Shape slow() {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Vector3 shift = new Vector3(0.1 * i, 0.07 * i, 0.03 * i);
            shapes.add(new Placed(box(1, 1, 1), Transform.translation(shift), SPAN));
        }
        return new Fuse(shapes, false, 0, SPAN);
    }

    private static Execution run(String text, ShapeProgram program, Request request) {
        return KERNEL.pool().verdict(text, request).orElseGet(() -> {
            try (KernelSession session = KERNEL.pool().session(text, request)) {
                return execute(session, program, request);
            }
        });
    }

    private static Execution execute(KernelSession session, ShapeProgram program, Request request) {
        try {
            return session.execute(program.run(session.modeller()), request);
        } catch (ModellingException e) {
            return session.outcomeOf(e);
        }
    }

    private static Shape box(double x, double y, double z) {
        return new Box(Frame.XY, x, y, z, SPAN);
    }
}
