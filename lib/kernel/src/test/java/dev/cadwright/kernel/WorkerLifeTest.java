package dev.cadwright.kernel;

import static dev.cadwright.kernel.Workers.children;
import static dev.cadwright.kernel.Workers.lost;
import static dev.cadwright.kernel.Workers.started;
import static dev.cadwright.kernel.Workers.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers start, end and are replaced. */
@Timeout(60)
class WorkerLifeTest {
    private static final Source BOX = Shapes.box(1, 2, 3);

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

    @Test
    void workerThatWasGivenBackCannotBeTalkedTo() {
        try (Dispatcher dispatcher = Workers.misbehaving(1)) {
            // Given
            Lease lease = dispatcher.lease(Budget.STANDARD, Duration.ZERO);
            lease.close();

            // When // Then
            assertThatThrownBy(() -> lease.exchange(List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the worker has been given back");
        }
    }
}
