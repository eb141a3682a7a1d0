package dev.cadwright.jobs.worker;

import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.sql.DatabaseException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Runs units of jobs in this process. One thread claims as many as there are free slots, each slot is a thread of its
 * own, others keep leases, look for what other replicas left behind, and write progress; one that never waits for the
 * database watches over leases and kills.
 */
public final class Engine implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Engine.class);

    private static final long WATCH_MILLIS = 500;
    private static final long ABANDON_MILLIS = 1000;

    private final WorkerStore store;
    private final Map<String, JobHandler> handlers;
    private final EngineOptions options;
    private final BackOff backOff;
    private final EngineObserver observer;
    private final String owner;
    private final Semaphore slots;
    private final Semaphore news = new Semaphore(0);
    private final Map<Attempt, Execution> running = new ConcurrentHashMap<>();
    private final ExecutorService workers;
    private final ScheduledExecutorService clockwork;
    private final ScheduledExecutorService watch;
    private final AtomicBoolean heartbeatIsDue = new AtomicBoolean();
    private final Thread claimer;
    private volatile boolean stopping;

    /** @param owner names this process in the store, for people */
    public Engine(
            WorkerStore store,
            Collection<JobHandler> handlers,
            EngineOptions options,
            BackOff backOff,
            EngineObserver observer,
            String owner) {
        this.store = Objects.requireNonNull(store, "store");
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(JobHandler::kind, Function.identity()));
        this.options = Objects.requireNonNull(options, "options");
        this.backOff = Objects.requireNonNull(backOff, "backOff");
        this.observer = Objects.requireNonNull(observer, "observer");
        this.owner = Objects.requireNonNull(owner, "owner");
        this.slots = new Semaphore(options.slots());
        this.workers = Executors.newFixedThreadPool(
                options.slots(),
                Thread.ofPlatform().name("job-slot-", 0).daemon().factory());
        this.clockwork = Executors.newScheduledThreadPool(
                4, Thread.ofPlatform().name("job-clock-", 0).daemon().factory());
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("job-watch").daemon().factory());
        this.claimer = Thread.ofPlatform().name("job-claim").daemon().unstarted(this::claimLoop);
    }

    public void start() {
        watch.scheduleWithFixedDelay(this::watchLeases, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
        every(options.heartbeat(), this::heartbeat);
        every(options.scan(), this::scan);
        every(options.progressInterval(), this::writeProgress);
        every(Duration.ofHours(1), store::maintain);
        claimer.start();
    }

    private void every(Duration period, Runnable task) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (DatabaseException e) {
                LOG.debugf("put off: %s", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("a periodic task failed", e);
            }
        };
        clockwork.scheduleWithFixedDelay(guarded, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says that there may be units to claim, or jobs to stop; otherwise that is noticed a little later. */
    public void wake() {
        news.release();
        if (!stopping && heartbeatIsDue.compareAndSet(false, true)) {
            clockwork.execute(this::heartbeatNow);
        }
    }

    /** Units that run in this process at the moment. */
    public int running() {
        return running.size();
    }

    private void claimLoop() {
        while (!stopping) {
            boolean isMoreLikely = false;
            try {
                slots.acquire();
                isMoreLikely = claim(1 + slots.drainPermits());
                if (!isMoreLikely) {
                    boolean unused = news.tryAcquire(options.poll().toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Claims for {@code free} slots that this thread holds; true if all of them found something to do. */
    private boolean claim(int free) {
        int taken = 0;
        try {
            long asked = System.nanoTime();
            List<Claim> claims = stopping ? List.of() : store.claim(owner, free, options.lease());
            for (Claim claim : claims) {
                if (stopping) {
                    store.stopped(claim.attempt());
                } else {
                    start(claim, asked);
                    taken++;
                }
            }
        } catch (DatabaseException e) {
            LOG.debugf("cannot claim: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("cannot claim", e);
        } finally {
            slots.release(free - taken);
        }
        return taken == free;
    }

    private void start(Claim claim, long asked) {
        Lease lease = new Lease(System::nanoTime, asked, options.lease(), options.margin());
        Execution execution = new Execution(claim, handlers.get(claim.kind()), store, backOff, lease);
        running.put(claim.attempt(), execution);
        observer.claimed(claim.kind(), claim.stage());
        workers.execute(() -> run(execution));
    }

    private void run(Execution execution) {
        long begun = System.nanoTime();
        EngineObserver.Outcome outcome = EngineObserver.Outcome.LOST;
        try {
            outcome = execution.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "attempt at jobId=%s ended without its end being written", execution.jobId());
        } finally {
            running.remove(execution.fence(), execution);
            slots.release();
            news.release();
            Claim claim = execution.claim();
            observer.ended(claim.kind(), claim.stage(), outcome, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void heartbeatNow() {
        heartbeatIsDue.set(false);
        try {
            heartbeat();
        } catch (DatabaseException e) {
            LOG.debugf("heartbeat: %s", e.getMessage());
        }
    }

    private void watchLeases() {
        running.values().stream()
                .filter(execution -> !execution.lease().isTrusted())
                .forEach(execution -> stop(execution, Cancellation.Reason.LEASE_LOST));
    }

    private synchronized void heartbeat() {
        List<Attempt> alive = running.values().stream()
                .filter(e -> !e.isSettled() && e.lease().isTrusted())
                .map(Execution::fence)
                .toList();
        long asked = System.nanoTime();
        store.heartbeat(alive, options.lease()).forEach((attempt, beat) -> {
            Execution execution = running.get(attempt);
            if (execution != null) {
                follow(execution, beat, asked);
            }
        });
    }

    private void follow(Execution execution, Beat beat, long asked) {
        switch (beat) {
            case ALIVE -> execution.lease().extended(asked);
            case CANCELLED -> {
                execution.lease().extended(asked);
                stop(execution, Cancellation.Reason.CANCELLED);
            }
            case ENDED -> {
                execution.lease().extended(asked);
                stop(execution, Cancellation.Reason.JOB_ENDED);
            }
            case LOST -> {
                if (!execution.hasReturned()) {
                    execution.lease().lost();
                    stop(execution, Cancellation.Reason.LEASE_LOST);
                }
            }
        }
    }

    private void stop(Execution execution, Cancellation.Reason reason) {
        if (execution.stop().request(reason)) {
            LOG.infof("stopping attempt %d at jobId=%s: %s", execution.attempt(), execution.jobId(), reason);
            watch.schedule(() -> kill(execution), options.grace().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void kill(Execution execution) {
        if (execution.isSettled()) {
            return;
        }
        LOG.warnf("killing attempt %d at jobId=%s", execution.attempt(), execution.jobId());
        execution.kill();
        clockwork.schedule(() -> abandon(execution), ABANDON_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void abandon(Execution execution) {
        if (!execution.isSettled()) {
            LOG.errorf("the handler of jobId=%s does not return; its slot stays taken", execution.jobId());
            try {
                execution.abandon();
            } catch (DatabaseException e) {
                LOG.warnf("jobId=%s is left to its lease: %s", execution.jobId(), e.getMessage());
            }
        }
    }

    private void scan() {
        int expired = store.expireLeases(backOff);
        if (expired > 0) {
            LOG.infof("%d leases had run out", expired);
            observer.leasesExpired(expired);
            news.release();
        }
        store.enforceDeadlines();
    }

    private void writeProgress() {
        running.values().forEach(execution -> execution.writeProgress(options.progressInterval()));
    }

    /**
     * Stops claiming, tells attempts to stop, gives them the grace period, kills what is left, and gives the units
     * back, so that others go on at once.
     */
    @Override
    public void close() {
        stopping = true;
        claimer.interrupt();
        try {
            claimer.join(Duration.ofSeconds(2));
            running.values().forEach(execution -> stop(execution, Cancellation.Reason.SHUTDOWN));
            workers.shutdown();
            long patience = options.grace().toMillis() + 2000;
            if (!workers.awaitTermination(patience, TimeUnit.MILLISECONDS)) {
                running.values().forEach(this::abandon);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
            clockwork.shutdownNow();
            watch.shutdownNow();
        }
    }
}
