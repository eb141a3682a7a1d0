package dev.cadwright.kernel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.cad.shape.SolidShape.Box;
import dev.cadwright.geometry.Frame;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.KernelSession;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    /** Few statements, and a union of hundreds of bodies that cross each other. */
    private static final String SLOW = """
        import cadquery as cq
        r = cq.Workplane().pushPoints([(0.1 * i, 0.07 * i) for i in range(600)]).sphere(1)
        """;

    /** A question about a shape, then enough steps that the interpreter looks at the clock. */
    private static final String ASKING = """
        import cadquery as cq
        r = cq.Workplane().box(1, 2, 3).faces(">Z").workplane().hole(0.5)
        total = 0
        for i in range(5000):
            total += i
        """;

    @Test
    void aCadQueryProgramThatCostTwoWorkersTheirLifeIsNotRunAThirdTime() {
        // Given
        Request brief = Request.properties().within(Budget.STANDARD.withTime(Duration.ofSeconds(1)));
        try (ProgramPool pool = HostileInputs.pool()) {
            assertThat(HostileInputs.servesTheNext(pool)).isTrue();
            for (int time = 0; time < 2; time++) {
                assertThat(pool.execute(program(), brief).category()).isEqualTo(Category.TIMEOUT);
            }

            // When
            ProgramExecution third = pool.execute(program(), brief);

            // Then
            assertThat(third.category()).isEqualTo(Category.TIMEOUT);
            assertThat(third.elapsed()).isZero();
            assertThat(HostileInputs.servesTheNext(pool)).isTrue();
        }
    }

    @Test
    void whatWasWrongWithAFileIsRememberedWithIt() throws IOException {
        // Given
        String sample = Files.readString(Workers.root().resolve("samples/deepcad-step/00039769.step"));
        String circle = sample.replace("#17 = ADVANCED_FACE('',(#18)", "#17 = ADVANCED_FACE('',(#17)");
        List<Execution> outcomes = new ArrayList<>();
        try (KernelPool kernel = new KernelPool(Workers.options().withWorkers(1))) {
            // When
            for (int time = 0; time < 3; time++) {
                byte[] read = circle.getBytes(StandardCharsets.UTF_8);
                outcomes.add(kernel.execute(new Source.Step(read), Request.properties()));
            }
        }

        // Then
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(
                        Execution.Rejected.class,
                        rejected -> assertThat(rejected.fault().code()).isEqualTo("step.circle")));
        assertThat(outcomes.get(1).elapsed()).isPositive();
        assertThat(outcomes.get(2).elapsed()).isZero();
    }

    @Test
    void waitingForAWorkerTakesNoneOfAProgramsTime() throws Exception {
        // Given
        Duration limit = Duration.ofSeconds(1);
        Request brief = Request.properties().within(Budget.STANDARD.withTime(limit));
        try (KernelPool kernel = new KernelPool(Workers.options().withWorkers(1));
                ProgramPool pool = ProgramPool.around(kernel);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            KernelSession other = kernel.session(Budget.STANDARD);
            other.modeller().measure(new Box(Frame.XY, 1, 1, 1, SourceSpan.NONE));
            long start = System.nanoTime();

            // When
            Future<ProgramExecution> waiting = threads.submit(() -> pool.execute(read(ASKING), brief));
            await().until(() -> System.nanoTime() - start
                    > limit.multipliedBy(3).dividedBy(2).toNanos());
            assertThat(waiting).isNotDone();
            other.close();

            // Then
            assertThat(waiting.get().category()).isEqualTo(Category.OK);
        }
    }

    /** Read anew each time, as programs come in. */
    private static ProgramSource program() {
        return read(SLOW);
    }

    private static ProgramSource read(String text) {
        return new ProgramSource.CadQuery(CadQueryProgram.parse(text).orElseThrow());
    }
}
