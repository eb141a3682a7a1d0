package dev.cadwright.kernel;

import java.util.Objects;

/**
 * A pool of long-lived worker processes, each single-threaded and jailed by itself. Safe for use by many threads: a call
 * blocks while all workers are busy. Workers start when first needed.
 */
public final class KernelPool implements AutoCloseable {
    private final KernelOptions options;

    public KernelPool(KernelOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Builds a shape and measures it.
     *
     * @throws KernelException if there is no usable worker, the pool is closed, or the calling thread is interrupted
     */
    public Execution execute(Source source, Request request) {
        throw new KernelException(KernelException.Code.WORKER_MISSING, options.executable() + " " + source + request);
    }

    /**
     * Builds two shapes in one worker and measures what they have in common.
     *
     * @throws KernelException if there is no usable worker, the pool is closed, or the calling thread is interrupted
     */
    public Comparison compare(Source first, Source second, CompareRequest request) {
        throw new KernelException(
                KernelException.Code.WORKER_MISSING, options.executable() + " " + first + second + request);
    }

    /** Ends all workers. Calls in progress end with {@link KernelException.Code#CLOSED}. */
    @Override
    public void close() {}
}
