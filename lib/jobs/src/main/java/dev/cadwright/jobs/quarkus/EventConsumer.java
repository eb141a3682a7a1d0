package dev.cadwright.jobs.quarkus;

import dev.cadwright.contracts.JobEvent;
import dev.cadwright.jobs.gateway.JobLedger;
import dev.cadwright.jobs.sql.JsonText;
import io.cloudevents.CloudEvent;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Applies the events of all services to the ledger. */
@ApplicationScoped
@IfBuildProperty(name = "cadwright.jobs.gateway.enabled", stringValue = "true")
class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    private final JobLedger ledger;
    private final EventSignal signal;
    private final Intake intake = new Intake("job-events");

    EventConsumer(JobLedger ledger, EventSignal signal) {
        this.ledger = ledger;
        this.signal = signal;
    }

    @Incoming("cadwright-job-events")
    Uni<Void> take(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, this::apply);
    }

    private void apply(CloudEvent cloudEvent) {
        byte[] data = Intake.data(cloudEvent).orElseThrow(() -> new IllegalArgumentException("an event without data"));
        JobEvent event = JsonText.read(new String(data, StandardCharsets.UTF_8), JobEvent.class);
        switch (ledger.apply(cloudEvent.getId(), event)) {
            case APPLIED -> signal.raise(event.jobId());
            case DUPLICATE -> LOG.debugf("event %d of jobId=%s came again", event.seq(), event.jobId());
            case HELD ->
                LOG.infof("event %d of jobId=%s is held: an earlier one is missing", event.seq(), event.jobId());
            case UNKNOWN_JOB -> LOG.warnf("event %d of jobId=%s: no such job", event.seq(), event.jobId());
        }
    }

    void stop(@Observes @Priority(100) ShutdownEvent event) {
        intake.close();
    }
}
