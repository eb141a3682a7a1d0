package dev.cadwright.jobs.quarkus;

import dev.cadwright.jobs.outbox.KafkaTransport;
import dev.cadwright.jobs.outbox.Relay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Runs the relay as long as the application; it starts first and ends last, so that last events still leave. */
@ApplicationScoped
class RelayLifecycle {
    private final Relay relay;
    private final KafkaTransport transport;

    RelayLifecycle(Relay relay, KafkaTransport transport) {
        this.relay = relay;
        this.transport = transport;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        relay.start();
    }

    void stop(@Observes @Priority(10_000) ShutdownEvent event) {
        relay.close();
        transport.close();
    }
}
