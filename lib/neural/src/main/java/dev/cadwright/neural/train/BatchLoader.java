package dev.cadwright.neural.train;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Prepares the groups of a source ahead of the training, on a thread of its own. */
final class BatchLoader<B extends Batch> implements AutoCloseable {
    private static final int GROUPS_AHEAD = 2;

    private final BatchSource<B> source;
    private final BlockingQueue<Prepared<B>> prepared = new ArrayBlockingQueue<>(GROUPS_AHEAD);
    private final Thread thread;
    private List<B> current = List.of();
    private int next;
    private long waitedNanos;

    private sealed interface Prepared<B> {
        record Group<B>(List<B> batches) implements Prepared<B> {}

        record Broken<B>(RuntimeException cause) implements Prepared<B> {}
    }

    /** @param firstBatch the batch that {@link #next} returns first */
    BatchLoader(BatchSource<B> source, long firstBatch) {
        this.source = source;
        long firstGroup = firstBatch / source.groupSize();
        this.next = (int) (firstBatch % source.groupSize());
        this.thread = Thread.ofPlatform().daemon().name("batch-loader").unstarted(() -> prepare(firstGroup));
        thread.start();
    }

    B next() throws InterruptedException {
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

    private List<B> take() throws InterruptedException {
        return switch (prepared.take()) {
            case Prepared.Group<B> group -> group.batches();
            case Prepared.Broken<B> broken -> throw broken.cause();
        };
    }

    private void prepare(long firstGroup) {
        try {
            for (long group = firstGroup; ; group++) {
                prepared.put(new Prepared.Group<>(source.group(group)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            prepared.clear();
            prepared.add(new Prepared.Broken<>(e));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
