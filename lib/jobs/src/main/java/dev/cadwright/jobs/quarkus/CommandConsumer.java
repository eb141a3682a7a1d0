package dev.cadwright.jobs.quarkus;

import dev.cadwright.contracts.JobCommand;
import dev.cadwright.jobs.sql.JsonText;
import dev.cadwright.jobs.worker.Engine;
import dev.cadwright.jobs.worker.WorkerStore;
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

/** Records commands; the engine runs them from there. */
@ApplicationScoped
@IfBuildProperty(name = "cadwright.jobs.worker.enabled", stringValue = "true")
class CommandConsumer {
    private static final Logger LOG = Logger.getLogger(CommandConsumer.class);

    private final WorkerStore store;
    private final Engine engine;
    private final Intake intake = new Intake("job-commands");

    CommandConsumer(WorkerStore store, Engine engine) {
        this.store = store;
        this.engine = engine;
    }

    @Incoming("cadwright-commands")
    Uni<Void> take(ConsumerRecord<String, byte[]> record) {
        return intake.take(record, this::accept);
    }

    private void accept(CloudEvent cloudEvent) {
        byte[] data = Intake.data(cloudEvent).orElseThrow(() -> new IllegalArgumentException("a command without data"));
        JobCommand command = JsonText.read(new String(data, StandardCharsets.UTF_8), JobCommand.class);
        if (store.accept(cloudEvent.getId(), command)) {
            LOG.debugf("%s of jobId=%s", command.eventType(), command.jobId());
            engine.wake();
        }
    }

    void stop(@Observes @Priority(100) ShutdownEvent event) {
        intake.close();
    }
}
