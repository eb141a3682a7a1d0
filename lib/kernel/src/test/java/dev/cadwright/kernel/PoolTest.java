package dev.cadwright.kernel;

import static dev.cadwright.kernel.Workers.children;
import static dev.cadwright.kernel.Workers.lost;
import static dev.cadwright.kernel.Workers.started;
import static dev.cadwright.kernel.Workers.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PoolTest {
    private static final Source BOX = Shapes.box(1, 2, 3);

    @Test
    void crashIsAnOutcomeAndTheNextRequestIsAnswered() {
        try (Dispatcher dispatcher = Workers.misbehaving(1)) {
            // When
            Execution crash = lost(dispatcher, Budget.STANDARD, Instruction.test("crash"));
            Execution abort = lost(dispatcher, Budget.STANDARD, Instruction.test("abort"));

            // Then
            assertThat(crash).isInstanceOf(Execution.Crashed.class);
            assertThat(((Execution.Crashed) crash).signal()).isEqualTo("SIGSEGV");
            assertThat(((Execution.Crashed) abort).signal()).isEqualTo("SIGABRT");
            assertThat(volume(dispatcher)).isCloseTo(6, within(1e-9));
        }
    }

    @Test
    void endlessWorkEndsWithItsTimeBudget() {
        try (Dispatcher dispatcher = Workers.misbehaving(1)) {
            // Given
            Budget budget = Budget.STANDARD.withTime(Duration.ofMillis(300));

            // When
            Execution execution = lost(dispatcher, budget, Instruction.test("spin"));

            // Then
            assertThat(execution.category()).isEqualTo(Category.TIMEOUT);
            assertThat(execution.elapsed()).isBetween(Duration.ofMillis(300), Duration.ofMillis(2000));
            assertThat(volume(dispatcher)).isCloseTo(6, within(1e-9));
        }
    }

    @Test
    void memoryBombEndsWithItsMemoryBudget() {
        try (Dispatcher dispatcher = Workers.misbehaving(1)) {
            // Given
            Budget budget = Budget.STANDARD.withMemory(256L << 20);

            // When
            Execution execution = lost(dispatcher, budget, Instruction.test("allocate"));

            // Then
            assertThat(execution.category()).isEqualTo(Category.EXHAUSTED);
            assertThat(volume(dispatcher)).isCloseTo(6, within(1e-9));
        }
    }

    @Test
    void memoryThatEndsInTheMiddleOfTheWorkIsNeverTakenForAResult() {
        try (KernelPool pool = new KernelPool(Workers.options().withRecycleAfter(1))) {
            for (long kilobytes = 100; kilobytes < 6000; kilobytes += 400) {
                // Given
                Request request = Request.properties()
                        .withMesh(Deflection.STANDARD)
                        .withStep()
                        .within(Budget.STANDARD.withMemory(kilobytes << 10));

                // When
                Execution execution = pool.execute(Shapes.bracket(), request);

                // Then
                assertThat(execution.category()).isIn(Category.EXHAUSTED, Category.OK);
            }
        }
    }

    @Test
    void triangleBudgetBoundsTheMesh() {
        try (KernelPool pool = new KernelPool(Workers.options().withWorkers(1))) {
            // Given
            Request request = Request.properties()
                    .withMesh(new Deflection(1e-6, Deflection.Scale.LONGEST_SIDE, 0.01))
                    .within(Budget.STANDARD.withTriangles(500));

            // When
            Execution execution = pool.execute(Shapes.plateWithHole(), request);

            // Then
            assertThat(execution.category()).isEqualTo(Category.EXHAUSTED);
            assertThat(((Execution.Exhausted) execution).fault().code()).isEqualTo("mesh.triangles");
        }
    }

    @Test
    void thousandRequestsFromFourThreadsOnRecycledWorkersAllAnswer() throws Exception {
        // Given
        Set<Long> before = children();
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        try (KernelPool pool = new KernelPool(Workers.options().withWorkers(2).withRecycleAfter(150));
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Double>> volumes = new ArrayList<>();

            // When
            for (int i = 0; i < 1000; i++) {
                double side = 1 + i % 10;
                volumes.add(threads.submit(() -> {
                    Execution execution = pool.execute(Shapes.box(side, 2, 3), Request.properties());
                    seen.addAll(started(before));
                    return ((Execution.Solid) execution).properties().volume() / side;
                }));
            }

            // Then
            for (Future<Double> volume : volumes) {
                assertThat(volume.get(30, TimeUnit.SECONDS)).isCloseTo(6, within(1e-9));
            }
            assertThat(seen).as("workers that served").hasSizeGreaterThanOrEqualTo(6);
        }
        await().untilAsserted(() -> assertThat(started(before)).isEmpty());
    }

    @Test
    void onlyWhatEndsAWorkerCountsAsItsEnd() {
        try (Dispatcher dispatcher = Workers.misbehaving(1)) {
            // Given
            Set<Long> before = children();
            Budget none = Budget.STANDARD.withTime(Duration.ofNanos(1));
            volume(dispatcher);
            Set<Long> worker = started(before);

            // When
            Dispatcher.Outcome unsent = dispatcher.dispatch(none, List.of());
            Set<Long> afterwards = started(before);
            Dispatcher.Outcome crash = dispatcher.dispatch(Budget.STANDARD, List.of(Instruction.test("crash")));

            // Then
            assertThat(unsent).isInstanceOfSatisfying(Dispatcher.Outcome.Lost.class, lost -> {
                assertThat(lost.workerEnded()).isFalse();
                assertThat(lost.execution()).isInstanceOf(Execution.TimedOut.class);
            });
            assertThat(afterwards).isEqualTo(worker);
            assertThat(((Dispatcher.Outcome.Lost) crash).workerEnded()).isTrue();
        }
    }
}
