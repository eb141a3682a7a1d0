package dev.cadwright.dataset.build;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.kernel.program.ProgramPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final ProgramPool programs;
    private final Optional<UnitLedger> ledger;

    public DatasetBuild(BuildSpecification specification, ArtifactStore store, ProgramPool programs) {
        this(specification, store, programs, Optional.empty());
    }

    private DatasetBuild(
            BuildSpecification specification, ArtifactStore store, ProgramPool programs, Optional<UnitLedger> ledger) {
        this.specification = specification;
        this.store = store;
        this.programs = programs;
        this.ledger = ledger;
    }

    /** The same build, which goes on from the units that the ledger has and keeps those that it makes. */
    public DatasetBuild goingOnFrom(UnitLedger units) {
        return new DatasetBuild(specification, store, programs, Optional.of(units));
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
        return run(threads, new BuildListener() {
            @Override
            public void progressed(int shapes) {
                done.accept(shapes);
            }

            @Override
            public void unitDone(UnitRange unit, List<ShapeOutcome> outcomes) {}
        });
    }

    /** As above, telling also what became of each shape. */
    public Dataset run(int threads, BuildListener listener) throws InterruptedException {
        AtomicInteger shapes = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<UnitRange> ranges = UnitRange.of(specification, store);
            List<Future<UnitLedger.Entry>> futures = ranges.stream()
                    .map(range -> executor.submit(() -> entry(range, shapes, listener)))
                    .toList();
            List<UnitResult> units = new ArrayList<>();
            for (UnitRange range : ranges) {
                UnitLedger.Entry entry = futures.get(units.size()).get();
                listener.unitDone(range, entry.outcomes());
                units.add(entry.result());
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

    private UnitLedger.Entry entry(UnitRange range, AtomicInteger shapes, BuildListener listener) {
        Optional<UnitLedger.Entry> kept = ledger.flatMap(units -> units.find(specification, range));
        if (kept.isPresent()) {
            listener.progressed(shapes.addAndGet(range.size()));
            return kept.get();
        }
        List<ShapeOutcome> outcomes = new ArrayList<>();
        UnitResult result = new UnitBuilder(specification, store, programs).observed(range, outcome -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new StoppedException();
            }
            outcomes.add(outcome);
            listener.progressed(shapes.incrementAndGet());
        });
        UnitLedger.Entry entry = new UnitLedger.Entry(result, outcomes);
        ledger.ifPresent(units -> units.keep(specification, range, entry));
        return entry;
    }

    /** Ends a unit whose result nobody waits for any more. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
