package dev.cadwright.neural.train;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Prepares the groups of a batch stream ahead of the training, on a thread of its own. */
final class BatchLoader implements AutoCloseable {
    private static final int GROUPS_AHEAD = 2;

    private final BatchStream stream;
    private final BlockingQueue<Prepared> prepared = new ArrayBlockingQueue<>(GROUPS_AHEAD);
    private final Thread thread;
    private List<Batch> current = List.of();
    private int next;
    private long waitedNanos;

    private sealed interface Prepared {
        record Group(List<Batch> batches) implements Prepared {}

        record Broken(RuntimeException cause) implements Prepared {}
    }

    /** @param firstBatch the batch that {@link #next} returns first */
    BatchLoader(BatchStream stream, long firstBatch) {
        this.stream = stream;
        long firstGroup = firstBatch / BatchStream.BATCHES_PER_GROUP;
        this.next = (int) (firstBatch % BatchStream.BATCHES_PER_GROUP);
        this.thread = Thread.ofPlatform().daemon().name("batch-loader").unstarted(() -> prepare(firstGroup));
        thread.start();
    }

    Batch next() throws InterruptedException {
        if (current.isEmpty() || next == current.size()) {
            next = current.isEmpty() ? next : 0;
            long start = System.nanoTime();
            current = take();
            waitedNanos += System.nanoTime() - start;
        }
        return current.get(next++);
    }

    /** Seconds that the training waited for data. */
    double secondsWaited() {
        return waitedNanos / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private List<Batch> take() throws InterruptedException {
        return switch (prepared.take()) {
            case Prepared.Group group -> group.batches();
            case Prepared.Broken broken -> throw broken.cause();
        };
    }

    private void prepare(long firstGroup) {
        try {
            for (long group = firstGroup; ; group++) {
                prepared.put(new Prepared.Group(stream.group(group)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            prepared.clear();
            prepared.add(new Prepared.Broken(e));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
