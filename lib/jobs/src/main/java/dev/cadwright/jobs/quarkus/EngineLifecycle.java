package dev.cadwright.jobs.quarkus;

import dev.cadwright.jobs.worker.Engine;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Runs the engine as long as the application; it starts last and ends first. */
@ApplicationScoped
@IfBuildProperty(name = "cadwright.jobs.worker.enabled", stringValue = "true")
class EngineLifecycle {
    private final Engine engine;

    EngineLifecycle(Engine engine) {
        this.engine = engine;
    }

    void start(@Observes @Priority(10_000) StartupEvent event) {
        engine.start();
    }

    void stop(@Observes @Priority(200) ShutdownEvent event) {
        engine.close();
    }
}
