package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.Progress;
import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.StoppedException;
import dev.cadwright.jobs.UnitContext;
import dev.cadwright.jobs.sql.DatabaseException;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.worker.EngineObserver.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One attempt at one unit: what its handler sees, and what is written for it. */
final class Execution implements UnitContext {
    /** Bytes of a unit's result and of a job's output. */
    static final int MAX_RESULT = 256 << 10;

    private static final Logger LOG = Logger.getLogger(Execution.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private final Claim claim;
    private final JobHandler handler;
    private final WorkerStore store;
    private final BackOff backOff;
    private final Lease lease;
    private final StopSignal stop;
    private final AtomicReference<Progress> unwritten = new AtomicReference<>();
    private final Object writingProgress = new Object();
    private Thread thread;
    private volatile boolean returned;
    private volatile boolean settled;

    Execution(Claim claim, JobHandler handler, WorkerStore store, BackOff backOff, Lease lease) {
        this.claim = claim;
        this.handler = handler;
        this.store = store;
        this.backOff = backOff;
        this.lease = lease;
        this.stop = new StopSignal(lease);
    }

    Claim claim() {
        return claim;
    }

    Attempt fence() {
        return claim.attempt();
    }

    Lease lease() {
        return lease;
    }

    StopSignal stop() {
        return stop;
    }

    /** Runs the handler and writes what became of it. */
    Outcome run() {
        occupy(Thread.currentThread());
        MDC.put("jobId", jobId().toString());
        MDC.put("attempt", fence().number());
        try {
            if (!claim.hasStarted() && untilTheDatabaseAnswers(() -> store.started(fence())) == Settlement.LOST) {
                return Outcome.LOST;
            }
            return settle(call());
        } finally {
            settled = true;
            stop.kill();
            occupy(null);
            // An interrupt that came late must not hit the next attempt on this thread.
            boolean unused = Thread.interrupted();
            MDC.remove("jobId");
            MDC.remove("attempt");
        }
    }

    private synchronized void occupy(Thread current) {
        thread = current;
    }

    /** What the handler did. */
    private sealed interface Ending {
        record Returned(Result result) implements Ending {}

        record Failed(JobError error) implements Ending {}

        record Stopped() implements Ending {}
    }

    private Ending call() {
        try {
            stop.throwIfRequested();
            return checked(result());
        } catch (StoppedException e) {
            return stop.isRequested() ? new Ending.Stopped() : new Ending.Failed(Failures.error(e));
        } catch (Throwable e) { // The boundary between handlers and the engine.
            if (stop.isRequested()) {
                LOG.debug("the handler ended with an exception after it was told to stop", e);
                return new Ending.Stopped();
            }
            JobError error = Failures.error(e);
            LOG.warnf(
                    Failures.isExplained(e) ? null : e,
                    "attempt %d at unit %s %d of jobId=%s failed: %s",
                    fence().number(),
                    claim.stage(),
                    claim.index(),
                    jobId(),
                    error.message());
            return new Ending.Failed(error);
        } finally {
            returned = true;
            // An interrupt was meant for the handler, not for the writes that follow.
            boolean unused = Thread.interrupted();
        }
    }

    private Result result() throws Exception {
        return switch (claim.stage()) {
            case PLAN -> new Result.Planned(handler.plan(this));
            case WORK -> value(handler.work(this));
            case FINISH -> value(handler.finish(this, store.results(jobId())));
        };
    }

    private static Result value(JsonNode json) {
        return new Result.Value(json == null ? NullNode.getInstance() : json);
    }

    private static Ending checked(Result result) {
        if (result instanceof Result.Value value
                && JsonText.of(value.json()).getBytes(StandardCharsets.UTF_8).length > MAX_RESULT) {
            return new Ending.Failed(JobError.permanent(
                    "output_too_large", "a result has at most " + MAX_RESULT + " bytes; store an artifact"));
        }
        return new Ending.Returned(result);
    }

    private Outcome settle(Ending ending) {
        Optional<Cancellation.Reason> reason = stop.reason();
        if (reason.isPresent() && reason.get() == Cancellation.Reason.LEASE_LOST) {
            return Outcome.LOST;
        }
        boolean isUnwanted = reason.isPresent() && reason.get() != Cancellation.Reason.SHUTDOWN;
        if (isUnwanted) {
            return write(() -> store.stopped(fence()), Outcome.STOPPED);
        }
        return switch (ending) {
            case Ending.Returned r ->
                write(() -> store.succeeded(fence(), r.result(), lastProgress()), Outcome.SUCCEEDED);
            case Ending.Failed f ->
                write(() -> store.failed(fence(), f.error(), backOff.delay(claim.failures())), Outcome.FAILED);
            case Ending.Stopped s -> write(() -> store.stopped(fence()), Outcome.STOPPED);
        };
    }

    private Optional<Progress> lastProgress() {
        synchronized (writingProgress) {
            return Optional.ofNullable(unwritten.getAndSet(null));
        }
    }

    private Outcome write(Supplier<Settlement> change, Outcome outcome) {
        return switch (untilTheDatabaseAnswers(change)) {
            case RECORDED -> outcome;
            case LOST -> Outcome.LOST;
        };
    }

    /** As long as the lease is trusted, an outage only delays. */
    private Settlement untilTheDatabaseAnswers(Supplier<Settlement> change) {
        long pause = FIRST_PAUSE_MILLIS;
        while (lease.isTrusted() && !settled) {
            try {
                return change.get();
            } catch (DatabaseException e) {
                LOG.debugf("jobId=%s waits for the database: %s", jobId(), e.getMessage());
                sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
        return Settlement.LOST;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // Only kill() interrupts; the loop's condition sees what it means.
            LOG.trace("interrupted", e);
        }
    }

    /** Ends what the attempt has started, and interrupts it. */
    void kill() {
        stop.kill();
        synchronized (this) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** Writes the end of an attempt whose handler does not return; whatever it does later is without effect. */
    void abandon() {
        if (settled || !lease.isTrusted()) {
            return;
        }
        Optional<Cancellation.Reason> reason = stop.reason();
        settled = true;
        if (reason.isPresent() && reason.get() != Cancellation.Reason.LEASE_LOST) {
            store.stopped(fence());
        }
        lease.lost();
    }

    boolean isSettled() {
        return settled;
    }

    /** Whether the handler is done, so that only its end remains to be written. */
    boolean hasReturned() {
        return returned;
    }

    /** Writes the progress reported last, if it is not written yet. */
    void writeProgress(Duration interval) {
        synchronized (writingProgress) {
            Progress progress = unwritten.getAndSet(null);
            if (progress == null || settled || !lease.isTrusted()) {
                return;
            }
            try {
                store.progress(fence(), progress, interval);
            } catch (DatabaseException e) {
                unwritten.compareAndSet(null, progress);
                throw e;
            }
        }
    }

    @Override
    public UUID jobId() {
        return claim.attempt().job();
    }

    @Override
    public String kind() {
        return claim.kind();
    }

    @Override
    public String tenant() {
        return claim.tenant();
    }

    @Override
    public JsonNode input() {
        return claim.jobInput();
    }

    @Override
    public int attempt() {
        return claim.attempt().number();
    }

    @Override
    public Optional<String> traceId() {
        return claim.traceId();
    }

    @Override
    public Optional<Instant> deadline() {
        return claim.deadline();
    }

    @Override
    public Cancellation cancellation() {
        return stop;
    }

    @Override
    public ArtifactStore guarded(ArtifactStore artifacts) {
        return new GuardedArtifactStore(artifacts, lease);
    }

    @Override
    public void progress(Progress progress) {
        unwritten.set(progress);
    }

    @Override
    public int index() {
        return claim.index();
    }

    @Override
    public JsonNode unitInput() {
        return claim.unitInput();
    }

    @Override
    public Optional<JsonNode> checkpoint() {
        return claim.checkpoint();
    }

    @Override
    public void saveCheckpoint(JsonNode checkpoint) {
        if (untilTheDatabaseAnswers(() -> store.saveCheckpoint(fence(), checkpoint)) == Settlement.LOST) {
            lease.lost();
            throw new StoppedException(Cancellation.Reason.LEASE_LOST);
        }
    }
}
