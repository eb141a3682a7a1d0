package dev.cadwright.jobs.quarkus;

import dev.cadwright.contracts.UuidV7;
import dev.cadwright.jobs.outbox.KafkaTransport;
import dev.cadwright.jobs.outbox.Outbox;
import dev.cadwright.jobs.outbox.Relay;
import dev.cadwright.jobs.sql.Database;
import io.quarkus.arc.DefaultBean;
import io.smallrye.common.annotation.Identifier;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** What both sides share. */
@ApplicationScoped
class JobBeans {
    @Produces
    @Singleton
    Database database(Pool pool, JobsConfig config) {
        return new Database(pool, config.databasePatience());
    }

    @Produces
    @Singleton
    @DefaultBean
    UuidV7 identifiers() {
        return new UuidV7(Clock.systemUTC(), new SecureRandom());
    }

    @Produces
    @Singleton
    Outbox outbox(Database database) {
        return new Outbox(database);
    }

    @Produces
    @Singleton
    KafkaTransport transport(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        return new KafkaTransport(settings);
    }

    @Produces
    @Singleton
    Relay relay(Outbox outbox, KafkaTransport transport) {
        return new Relay(outbox, transport);
    }
}
