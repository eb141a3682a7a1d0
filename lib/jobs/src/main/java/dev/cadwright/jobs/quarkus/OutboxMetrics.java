package dev.cadwright.jobs.quarkus;

import dev.cadwright.jobs.outbox.Outbox;
import dev.cadwright.jobs.sql.DatabaseException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Measures how many messages wait to be sent, and for how long. */
@ApplicationScoped
class OutboxMetrics {
    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);

    private final Outbox outbox;
    private final AtomicLong messages;
    private final AtomicLong oldestMillis;

    OutboxMetrics(MeterRegistry registry, Outbox outbox) {
        this.outbox = outbox;
        this.messages = registry.gauge("cadwright.outbox.messages", new AtomicLong());
        this.oldestMillis = registry.gauge("cadwright.outbox.oldest.millis", new AtomicLong());
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void measure() {
        try {
            Outbox.Backlog backlog = outbox.backlog();
            messages.set(backlog.messages());
            oldestMillis.set(backlog.oldest().toMillis());
        } catch (DatabaseException e) {
            LOG.debugf("no measurement: %s", e.getMessage());
        }
    }
}
