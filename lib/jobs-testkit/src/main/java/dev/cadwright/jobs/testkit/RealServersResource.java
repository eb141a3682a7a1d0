package dev.cadwright.jobs.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the shared servers and a database of its own:
 * {@code @QuarkusTestResource(RealServersResource.class)}.
 */
public final class RealServersResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        RealServers servers = RealServers.shared();
        RealServers.TestDatabase database = servers.newDatabase();
        return Map.of(
                "quarkus.datasource.reactive.url", database.url(),
                "quarkus.datasource.jdbc.url", "jdbc:" + database.url(),
                "quarkus.datasource.username", servers.databaseUser(),
                "quarkus.datasource.password", servers.databasePassword(),
                "kafka.bootstrap.servers", servers.kafkaBootstrap());
    }

    @Override
    public void stop() {
        // The servers are shared by all tests of this JVM and end with it.
    }
}
