package dev.cadwright.hub.pull;

import dev.cadwright.hub.HubException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The threads of one pull: ranges of several files at once, never more than there are connections. The first failure ends all. */
final class Crew implements AutoCloseable {
    private final ExecutorService threads;
    private final Semaphore places;
    private final Phaser open = new Phaser(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicLong fetched = new AtomicLong();

    Crew(int size) {
        this.threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().name("hub-transfer-", 0).daemon().factory());
        this.places = new Semaphore(size);
    }

    /** Work that may fail. */
    @FunctionalInterface
    interface Task {
        void run() throws InterruptedException, IOException;
    }

    /** Throws in every thread once one has failed. */
    void throwIfFailed() {
        if (failure.get() != null) {
            throw new Abandoned();
        }
    }

    /** Bytes that came over the wire for files that are finished. */
    long fetched() {
        return fetched.get();
    }

    /** Waits for a place, then lets the file's ranges be fetched; the last one finishes and closes the job. */
    void begin(BlobJob job) throws InterruptedException {
        boolean isTaken = false;
        try {
            places.acquire();
            isTaken = true;
        } finally {
            if (!isTaken) {
                guarded(job::close);
            }
        }
        open.register();
        AtomicInteger left = new AtomicInteger(job.ranges().size() + 1);
        job.ranges()
                .forEach(range -> threads.execute(() -> {
                    guarded(() -> job.fetch(range));
                    endIfLast(job, left);
                }));
        threads.execute(() -> endIfLast(job, left));
    }

    /** Runs something that belongs to the pull, on one of its threads. */
    void run(Task task) {
        open.register();
        threads.execute(() -> {
            guarded(task);
            open.arriveAndDeregister();
        });
    }

    /**
     * Waits for all that has begun.
     *
     * @throws RuntimeException the first failure
     */
    void await() throws InterruptedException {
        int phase = open.arrive();
        open.awaitAdvanceInterruptibly(phase);
        Throwable first = failure.get();
        switch (first) {
            case null -> {}
            case InterruptedException interrupted -> throw interrupted;
            case IOException e -> throw storage(e);
            case UncheckedIOException e -> throw storage(e.getCause());
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException("A transfer failed", first);
        }
    }

    private void endIfLast(BlobJob job, AtomicInteger left) {
        if (left.decrementAndGet() > 0) {
            return;
        }
        try {
            if (failure.get() == null) {
                guarded(job::finish);
            }
            fetched.addAndGet(job.fetched());
            guarded(job::close);
        } finally {
            places.release();
            open.arriveAndDeregister();
        }
    }

    /** One failure is enough: it is the caller's, whatever else fails because of it. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private void guarded(Task task) {
        try {
            task.run();
        } catch (InterruptedException e) {
            failure.compareAndSet(null, e);
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    static HubException storage(IOException e) {
        String reason = String.valueOf(e.getMessage());
        boolean isFull = reason.contains("No space left") || reason.contains("quota exceeded");
        return new HubException(
                isFull ? HubException.Code.STORAGE_FULL : HubException.Code.STORAGE_FAILED,
                (isFull ? "The disk is full: " : "The cache cannot be written: ") + reason,
                e);
    }

    @Override
    public void close() {
        failure.compareAndSet(null, new Abandoned());
        threads.shutdownNow();
        boolean wasInterrupted = Thread.interrupted();
        try {
            // What still runs holds locks and maps: it ends at its next chunk.
            boolean unused = threads.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            wasInterrupted = true;
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is left to do no longer matters. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Abandoned() {
            super("another part of the pull has failed", null, false, false);
        }
    }
}
