package dev.cadwright.gateway.storage;

import dev.cadwright.gateway.GatewaySettings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Lets blocking code, on a virtual thread, use the reactive entities: one short transaction at a time, bounded. */
@ApplicationScoped
public class Database {
    private final Duration limit;

    Database(GatewaySettings settings) {
        this.limit = settings.databaseTimeout();
    }

    /** Runs work in a transaction of its own and waits for it. */
    public <T> T inTransaction(Supplier<Uni<T>> work) {
        return await(() -> Panache.withTransaction(work));
    }

    /** Runs reads in a session of their own and waits for them. */
    public <T> T inSession(Supplier<Uni<T>> work) {
        return await(() -> Panache.withSession(work));
    }

    private <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> work.get().ifNoItem().after(limit).failWith(TimeoutException::new));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
