package dev.cadwright.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Keeps one process running: starts or adopts it, waits until it is ready, starts it again when it ends. */
final class SupervisedProcess implements Runnable {
    private static final System.Logger LOG = System.getLogger(SupervisedProcess.class.getName());
    private static final Duration START_LIMIT = Duration.ofSeconds(150);
    private static final Duration PROBE_PAUSE = Duration.ofMillis(50);

    private final ProcessPlan plan;
    private final SuiteFiles files;
    private final Board board;
    private final Semaphore starting;
    private final Clock clock;
    private final BackOff backOff = new BackOff();
    private final Thread thread;
    private Optional<ProcessHandle> process = Optional.empty();
    private boolean stopping;

    SupervisedProcess(ProcessPlan plan, SuiteFiles files, Board board, Semaphore starting, Clock clock) {
        this.plan = plan;
        this.files = files;
        this.board = board;
        this.starting = starting;
        this.clock = clock;
        this.thread = new Thread(this, plan.name());
    }

    ProcessPlan plan() {
        return plan;
    }

    /** Takes over a process that an earlier supervisor started; call before {@link #start()}. */
    void adopt(ProcessState earlier) {
        ProcessIdentity identity = earlier.identity().orElseThrow();
        process = identity.handle();
        board.adopted(earlier);
        LOG.log(System.Logger.Level.INFO, "{0} adopted, process {1}", plan.name(), Long.toString(identity.pid()));
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (true) {
                Instant begin = clock.instant();
                runOnce();
                synchronized (this) {
                    if (stopping) {
                        return;
                    }
                    process = Optional.empty();
                    board.ended(plan.name(), ProcessState.Phase.RESTARTING);
                }
                Duration pause = backOff.after(Duration.between(begin, clock.instant()));
                LOG.log(System.Logger.Level.WARNING, "{0} ended; next start in {1}", plan.name(), pause);
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} is no longer watched", plan.name());
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            awaitEnd(present());
        } catch (SuiteException e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage());
        }
    }

    /** Stops the process in order, or by force when that takes too long, and does not start it again. */
    void stop() {
        Optional<ProcessHandle> last;
        synchronized (this) {
            stopping = true;
            last = process;
        }
        thread.interrupt();
        last.ifPresent(handle -> {
            if (!Signals.stop(handle, plan.stopSignal(), Duration.ofSeconds(plan.stopSeconds()))) {
                LOG.log(System.Logger.Level.WARNING, "{0} did not stop in time and was killed", plan.name());
            }
        });
        board.ended(plan.name(), ProcessState.Phase.STOPPED);
    }

    /** The running process, started when there is none, and waited for until it is ready or has ended. */
    private ProcessHandle present() throws InterruptedException {
        board.awaitReady(plan.after());
        starting.acquire();
        try {
            ProcessHandle handle = launch();
            awaitReady(handle);
            return handle;
        } finally {
            starting.release();
        }
    }

    private synchronized ProcessHandle launch() throws InterruptedException {
        if (stopping) {
            throw new InterruptedException();
        }
        if (process.isEmpty()) {
            Instant now = clock.instant();
            ProcessHandle handle = spawn();
            process = Optional.of(handle);
            // One that has ended already has no identity left; its end is noted next.
            ProcessIdentity.of(handle.pid()).ifPresent(identity -> board.started(plan.name(), identity, now));
        }
        return process.get();
    }

    private ProcessHandle spawn() {
        ProcessBuilder builder = new ProcessBuilder(plan.command())
                .directory(plan.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
        builder.environment().putAll(plan.environment());
        builder.environment().put(SuiteFiles.MARKER, files.home().toString());
        try {
            Files.createDirectories(plan.log().getParent());
            return builder.start().toHandle();
        } catch (IOException e) {
            throw new SuiteException(plan.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady(ProcessHandle handle) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (handle.isAlive()) {
            if (plan.probe().isReady() && handle.isAlive()) {
                board.ready(plan.name());
                return;
            }
            if (System.nanoTime() > deadline) {
                LOG.log(System.Logger.Level.WARNING, "{0} is not ready after {1}", plan.name(), START_LIMIT);
                Signals.kill(handle);
                return;
            }
            Thread.sleep(PROBE_PAUSE);
        }
    }

    private static void awaitEnd(ProcessHandle handle) throws InterruptedException {
        try {
            handle.onExit().get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
