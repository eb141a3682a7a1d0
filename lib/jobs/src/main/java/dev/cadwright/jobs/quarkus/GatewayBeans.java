package dev.cadwright.jobs.quarkus;

import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.gateway.IdempotencyStore;
import dev.cadwright.jobs.gateway.SqlIdempotencyStore;
import dev.cadwright.jobs.gateway.SqlJobLedger;
import dev.cadwright.jobs.outbox.Relay;
import dev.cadwright.jobs.sql.Database;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The ledger. */
@ApplicationScoped
@IfBuildProperty(name = "cadwright.jobs.gateway.enabled", stringValue = "true")
class GatewayBeans {
    @Produces
    @Singleton
    SqlJobLedger ledger(Database database, UuidV7 ids, Relay relay) {
        return new SqlJobLedger(database, ids, relay::wake);
    }

    @Produces
    @Singleton
    IdempotencyStore idempotencyStore(Database database) {
        return new SqlIdempotencyStore(database);
    }
}
