package dev.cadwright.dataset.build;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.kernel.KernelPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Builds a whole dataset in this process: the units that a suite spreads over its replicas, on some threads. */
public final class DatasetBuild {
    private final BuildSpecification specification;
    private final ArtifactStore store;
    private final KernelPool kernel;

    public DatasetBuild(BuildSpecification specification, ArtifactStore store, KernelPool kernel) {
        this.specification = specification;
        this.store = store;
        this.kernel = kernel;
    }

    /** How many shapes the sources hold. */
    public int shapes() {
        return UnitRange.of(specification, store).stream()
                .mapToInt(UnitRange::size)
                .sum();
    }

    /**
     * Builds all units and joins them. The digest of the manifest does not depend on the number of threads.
     *
     * @param done is told the number of shapes done so far, from the threads that do them
     * @throws InterruptedException when interrupted: no unit goes on then
     */
    public Dataset run(int threads, IntConsumer done) throws InterruptedException {
        AtomicInteger shapes = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<UnitResult>> futures = UnitRange.of(specification, store).stream()
                    .map(range -> executor.submit(() -> build(range, shapes, done)))
                    .toList();
            List<UnitResult> units = new ArrayList<>();
            for (Future<UnitResult> future : futures) {
                units.add(future.get());
            }
            return Dataset.open(
                    Dataset.store(ManifestBuilder.join(specification, units), store)
                            .sha256(),
                    store);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
            executor.close();
        }
    }

    private UnitResult build(UnitRange range, AtomicInteger shapes, IntConsumer done) {
        return new UnitBuilder(specification, store, kernel).build(range, ignored -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new StoppedException();
            }
            done.accept(shapes.incrementAndGet());
        });
    }

    /** Ends a unit whose result nobody waits for any more. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
