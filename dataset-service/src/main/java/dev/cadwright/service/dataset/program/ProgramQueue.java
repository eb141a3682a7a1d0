package dev.cadwright.service.dataset.program;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The requests that wait for an execution: some at work, some in line, no more. */
@ApplicationScoped
class ProgramQueue {
    private final ThreadPoolExecutor executor;
    private final Duration wait;

    ProgramQueue(ProgramSettings settings) {
        this.wait = settings.patience();
        this.executor = new ThreadPoolExecutor(
                settings.concurrent(),
                settings.concurrent(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(settings.queue()),
                Thread.ofPlatform().name("program-", 0).daemon().factory());
        this.executor.allowCoreThreadTimeOut(true);
    }

    /** A task had its turn and did not end in time. */
    static final class Overrun extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Runs a task in its turn.
     *
     * @param time that the task itself may take
     * @throws RejectedExecutionException if too many wait already
     * @throws TimeoutException if its turn did not come in time; it never comes then
     * @throws Overrun if the task did not end in time; it is interrupted then
     * @throws ExecutionException with what the task threw
     */
    <T> T run(Callable<T> task, Duration time)
            throws InterruptedException, ExecutionException, TimeoutException, Overrun {
        AtomicBoolean started = new AtomicBoolean();
        FutureTask<T> turn = new FutureTask<>(() -> {
            started.set(true);
            return task.call();
        });
        executor.execute(turn);
        try {
            return turn.get(wait.plus(time).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (started.get()) {
                throw new Overrun();
            }
            throw e;
        } finally {
            turn.cancel(true);
            // Else it would keep its place in the line from somebody who still waits.
            executor.remove(turn);
        }
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }
}
