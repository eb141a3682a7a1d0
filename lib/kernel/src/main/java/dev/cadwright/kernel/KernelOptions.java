package dev.cadwright.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a pool runs its workers.
 *
 * @param workers how many processes at most; each starts when first needed
 * @param executable the worker program
 * @param recycleAfter requests after which a worker is replaced by a fresh one
 * @param testOperations whether workers accept the operations that crash, spin and allocate, for tests of the pool
 */
public record KernelOptions(int workers, Path executable, int recycleAfter, boolean testOperations) {
    /** Of the C++ worker; raised with every change that an older worker would not understand. */
    static final int PROTOCOL = 3;

    public KernelOptions {
        Objects.requireNonNull(executable, "executable");
        if (workers < 1 || recycleAfter < 1) {
            throw new IllegalArgumentException("a pool needs at least one worker and one request a worker");
        }
    }

    /**
     * One worker a processor, with the executable that {@code CADWRIGHT_KERNEL_WORKER} names, else the one built under
     * the folder that the system property {@code cadwright.root} or the variable {@code CADWRIGHT_ROOT} names, else
     * under the working directory.
     */
    public static KernelOptions standard() {
        return new KernelOptions(Runtime.getRuntime().availableProcessors(), WorkerExecutable.resolve(), 2000, false);
    }

    public KernelOptions withWorkers(int count) {
        return new KernelOptions(count, executable, recycleAfter, testOperations);
    }

    public KernelOptions withExecutable(Path path) {
        return new KernelOptions(workers, path, recycleAfter, testOperations);
    }

    public KernelOptions withRecycleAfter(int requests) {
        return new KernelOptions(workers, executable, requests, testOperations);
    }

    WorkerCommand command() {
        List<String> arguments = testOperations ? List.of("--test-operations") : List.of();
        return new WorkerCommand("kernel worker", executable, PROTOCOL, arguments, Map.of());
    }

    KernelOptions withTestOperations() {
        return new KernelOptions(workers, executable, recycleAfter, true);
    }
}
