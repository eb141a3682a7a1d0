package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
    void workerKilledFromOutsideIsReplaced() {
        try (KernelPool pool = new KernelPool(Workers.options().withWorkers(1))) {
            // Given
            Set<Long> before = children();
            pool.information();
            long worker = started(before).iterator().next();

            // When
            ProcessHandle.of(worker).orElseThrow().destroyForcibly();
            await().until(() ->
                    ProcessHandle.of(worker).filter(ProcessHandle::isAlive).isEmpty());

            // Then
            assertThat(pool.execute(BOX, Request.properties()).category()).isEqualTo(Category.OK);
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
    void closingEndsCallsInProgressAndAllProcesses() throws Exception {
        // Given
        Set<Long> before = children();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Dispatcher dispatcher = Workers.misbehaving(1);
            Future<?> working = threads.submit(() -> lost(dispatcher, Budget.STANDARD, Instruction.test("spin")));
            await().until(() -> !started(before).isEmpty());
            Future<?> waiting = threads.submit(() -> lost(dispatcher, Budget.STANDARD, Instruction.test("spin")));

            // When
            dispatcher.close();

            // Then
            assertThatThrownBy(() -> working.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(KernelException.class);
            assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(
                            KernelException.class, e -> assertThat(e.code()).isEqualTo(KernelException.Code.CLOSED));
            await().untilAsserted(() -> assertThat(started(before)).isEmpty());
        }
    }

    @Test
    void interruptedCallerLeavesAPoolThatWorks() throws Exception {
        try (Dispatcher dispatcher = Workers.misbehaving(1);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            // Given
            Set<Long> before = children();
            Future<?> call = threads.submit(() -> lost(dispatcher, Budget.STANDARD, Instruction.test("spin")));
            await().until(() -> !started(before).isEmpty());

            // When
            threads.shutdownNow();

            // Then
            assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(KernelException.class, e -> assertThat(e.code())
                            .isEqualTo(KernelException.Code.INTERRUPTED));
            assertThat(volume(dispatcher)).isCloseTo(6, within(1e-9));
        }
    }

    @Test
    void missingWorkerNamesTheCommandThatBuildsIt(@TempDir Path folder) {
        try (KernelPool pool = new KernelPool(new KernelOptions(1, folder.resolve("cadwright-kernel"), 1, false))) {
            assertThatThrownBy(() -> pool.execute(BOX, Request.properties()))
                    .hasMessageContaining("./cadwright setup")
                    .isInstanceOfSatisfying(KernelException.class, e -> assertThat(e.code())
                            .isEqualTo(KernelException.Code.WORKER_MISSING));
        }
    }

    @Test
    void programThatIsNoWorkerIsUnusable(@TempDir Path folder) throws Exception {
        // Given
        Path impostor = folder.resolve("impostor");
        Files.writeString(impostor, "#!/bin/sh\necho 'libTKernel.so: cannot open' >&2\nexit 127\n");
        assertThat(impostor.toFile().setExecutable(true)).isTrue();

        // When // Then
        try (KernelPool pool = new KernelPool(new KernelOptions(1, impostor, 1, false))) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> pool.execute(BOX, Request.properties()))
                        .hasMessageContaining("exit 127")
                        .isInstanceOfSatisfying(KernelException.class, e -> assertThat(e.code())
                                .isEqualTo(KernelException.Code.WORKER_UNUSABLE));
            }
        }
    }

    @Test
    void closedPoolRefuses() {
        // Given
        KernelPool pool = new KernelPool(Workers.options());
        pool.close();

        // When // Then
        assertThatThrownBy(() -> pool.execute(BOX, Request.properties())).isInstanceOf(KernelException.class);
    }

    private static Execution lost(Dispatcher dispatcher, Budget budget, Instruction instruction) {
        return ((Dispatcher.Outcome.Lost) dispatcher.dispatch(budget, List.of(instruction))).execution();
    }

    private static double volume(Dispatcher dispatcher) {
        List<Instruction> instructions = new ArrayList<>();
        int box = Sources.build(BOX, OptionalDouble.empty(), 1, instructions);
        instructions.add(Instruction.measure(box));
        Dispatcher.Outcome outcome = dispatcher.dispatch(Budget.STANDARD, instructions);
        Execution execution =
                ExecutionReader.read(Request.properties(), List.of(), (Dispatcher.Outcome.Answer) outcome);
        return ((Execution.Solid) execution).properties().volume();
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    /** Processes that this one has started since. */
    private static Set<Long> started(Set<Long> before) {
        Set<Long> now = children();
        now.removeAll(before);
        return now;
    }
}
