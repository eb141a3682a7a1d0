package dev.cadwright.jobs.quarkus;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tells followers in this replica that a job has a new event. */
@ApplicationScoped
@IfBuildProperty(name = "cadwright.jobs.gateway.enabled", stringValue = "true")
class EventSignal {
    private final Map<UUID, Set<UniEmitter<? super Void>>> waiting = new ConcurrentHashMap<>();

    void raise(UUID job) {
        Set<UniEmitter<? super Void>> emitters = waiting.remove(job);
        if (emitters != null) {
            emitters.forEach(emitter -> emitter.complete(null));
        }
    }

    /** Completes when the job has a new event, and after {@code limit} in any case. */
    Uni<Void> await(UUID job, Duration limit) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    waiting.compute(job, (id, before) -> {
                        Set<UniEmitter<? super Void>> emitters =
                                before == null ? ConcurrentHashMap.newKeySet() : before;
                        emitters.add(emitter);
                        return emitters;
                    });
                    emitter.onTermination(() -> forget(job, emitter));
                })
                .ifNoItem()
                .after(limit)
                .recoverWithItem((Void) null);
    }

    private void forget(UUID job, UniEmitter<? super Void> emitter) {
        waiting.computeIfPresent(job, (id, emitters) -> {
            emitters.remove(emitter);
            return emitters.isEmpty() ? null : emitters;
        });
    }
}
