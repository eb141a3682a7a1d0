package dev.cadwright.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** PostgreSQL and Kafka together on free ports, for tests: both start at once, in about five seconds. */
public final class EmbeddedServers implements AutoCloseable {
    private final RunningServer postgres;
    private final RunningServer kafka;

    private EmbeddedServers(RunningServer postgres, RunningServer kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /** Starts both with the topics of the suite; data, programs and logs lie below {@code folder}. */
    public static EmbeddedServers start(Path folder) {
        return start(folder, KafkaServer.SUITE_TOPICS);
    }

    public static EmbeddedServers start(Path folder, List<String> topics) {
        CompletableFuture<RunningServer> broker =
                CompletableFuture.supplyAsync(() -> startKafka(folder, topics), Thread::startVirtualThread);
        RunningServer database = startPostgres(folder);
        try {
            return new EmbeddedServers(database, broker.join());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public static RunningServer startPostgres(Path folder) {
        return RunningServer.start(
                new PostgresServer(folder.resolve("postgres"), sharedBinaries(), freePort()),
                folder.resolve("postgres.log"));
    }

    public static RunningServer startKafka(Path folder, List<String> topics) {
        return RunningServer.start(
                new KafkaServer(folder.resolve("kafka"), freePort(), freePort(), topics), folder.resolve("kafka.log"));
    }

    public RunningServer postgres() {
        return postgres;
    }

    public RunningServer kafka() {
        return kafka;
    }

    public String kafkaBootstrap() {
        return ((KafkaServer) kafka.server()).bootstrap();
    }

    /** For example {@code postgresql://127.0.0.1:43210/cadwright}. */
    public String databaseUrl() {
        return database().url();
    }

    public String databaseUser() {
        return PostgresServer.USER;
    }

    public String databasePassword() {
        return database().password();
    }

    /** The variables that the services read: DB_URL, DB_USER, DB_PASSWORD, KAFKA_BOOTSTRAP. */
    public Map<String, String> environment() {
        return Map.of(
                "DB_URL", databaseUrl(),
                "DB_USER", databaseUser(),
                "DB_PASSWORD", databasePassword(),
                "KAFKA_BOOTSTRAP", kafkaBootstrap());
    }

    @Override
    public void close() {
        try (postgres) {
            kafka.close();
        }
    }

    private PostgresServer database() {
        return (PostgresServer) postgres.server();
    }

    /** One unpacked copy a user and machine: it never changes, and unpacking costs seconds. */
    private static Path sharedBinaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "cadwright-" + System.getProperty("user.name"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServerException("No free port", e);
        }
    }
}
