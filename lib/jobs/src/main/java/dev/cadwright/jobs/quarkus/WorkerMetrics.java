package dev.cadwright.jobs.quarkus;

import dev.cadwright.jobs.sql.DatabaseException;
import dev.cadwright.jobs.worker.EngineObserver;
import dev.cadwright.jobs.worker.Stage;
import dev.cadwright.jobs.worker.WorkerStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Measures the engine; {@code cadwright_units_claimable} is what to scale on. */
@ApplicationScoped
@IfBuildProperty(name = "cadwright.jobs.worker.enabled", stringValue = "true")
class WorkerMetrics implements EngineObserver {
    private static final Logger LOG = Logger.getLogger(WorkerMetrics.class);

    private final MeterRegistry registry;
    private final Provider<WorkerStore> store;
    private final AtomicLong claimable;
    private final AtomicLong running;

    WorkerMetrics(MeterRegistry registry, Provider<WorkerStore> store) {
        this.registry = registry;
        this.store = store;
        this.claimable = registry.gauge("cadwright.units.claimable", new AtomicLong());
        this.running = registry.gauge("cadwright.units.running", new AtomicLong());
    }

    @Override
    public void claimed(String kind, Stage stage) {
        registry.counter("cadwright.units.claimed", "kind", kind, "stage", word(stage))
                .increment();
    }

    @Override
    public void ended(String kind, Stage stage, Outcome outcome, Duration elapsed) {
        registry.timer("cadwright.units.ended", "kind", kind, "stage", word(stage), "outcome", word(outcome))
                .record(elapsed);
    }

    @Override
    public void leasesExpired(int count) {
        registry.counter("cadwright.leases.expired").increment(count);
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void measure() {
        try {
            WorkerStore.Backlog backlog = store.get().backlog();
            claimable.set(backlog.claimable());
            running.set(backlog.running());
        } catch (DatabaseException e) {
            LOG.debugf("no measurement: %s", e.getMessage());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
