package dev.cadwright.cad.python.interpret;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A part of this process's heap that one run may fill. There are as many as can be filled at the same time, so that
 * programs of others never take the memory that the process itself lives on. Who runs a program for somebody else takes
 * a share first and gives it back, by closing it, when nothing of the run is kept any more.
 */
public final class HeapShare implements AutoCloseable {
    /** Of the heap, for all runs together; the rest is for what the process does besides. */
    private static final int PART = 3;

    /** What a run should have at least; fewer run at the same time where the heap is small. */
    private static final long LEAST = 12L << 20;

    private static final long ALL = Runtime.getRuntime().maxMemory() / PART;
    private static final int COUNT =
            (int) Math.clamp(ALL / LEAST, 1, Runtime.getRuntime().availableProcessors());
    private static final Semaphore FREE = new Semaphore(COUNT, true);

    private final AtomicBoolean taken = new AtomicBoolean(true);

    private HeapShare() {}

    /** Waits for a share. Runs end in their time, so that this does too. */
    public static HeapShare take() throws InterruptedException {
        FREE.acquire();
        return new HeapShare();
    }

    /** How many there are. */
    public static int count() {
        return COUNT;
    }

    /** The bytes of each. */
    public static long bytes() {
        return ALL / COUNT;
    }

    /** A budget with no more memory than this share has. */
    public Budget limit(Budget budget) {
        return budget.withMemoryAtMost(bytes());
    }

    @Override
    public void close() {
        if (taken.compareAndSet(true, false)) {
            FREE.release();
        }
    }
}
