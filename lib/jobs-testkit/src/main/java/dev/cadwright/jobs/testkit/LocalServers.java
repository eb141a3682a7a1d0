package dev.cadwright.jobs.testkit;

import dev.cadwright.contracts.Topics;
import dev.cadwright.embedded.EmbeddedServers;
import dev.cadwright.embedded.PostgresServer;
import dev.cadwright.embedded.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** PostgreSQL and Kafka as processes of this machine. Each can be killed and started again. */
public final class LocalServers implements RealServers {
    private final EmbeddedServers servers;

    private LocalServers(EmbeddedServers servers) {
        this.servers = servers;
    }

    /** Starts both on free ports; they end with this JVM, and {@code folder} is deleted then. */
    public static LocalServers start(Path folder) {
        EmbeddedServers servers = EmbeddedServers.start(folder, Topics.all());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(servers, folder), "delete " + folder));
        return new LocalServers(servers);
    }

    private static void end(EmbeddedServers servers, Path folder) {
        servers.postgres().kill();
        servers.kafka().kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("cannot delete " + folder + ": " + e);
        }
    }

    public RunningServer postgres() {
        return servers.postgres();
    }

    public RunningServer kafka() {
        return servers.kafka();
    }

    @Override
    public String kafkaBootstrap() {
        return servers.kafkaBootstrap();
    }

    @Override
    public String databaseHost() {
        return "127.0.0.1";
    }

    @Override
    public int databasePort() {
        return servers.postgres().server().ports().getFirst();
    }

    @Override
    public String databaseUser() {
        return servers.databaseUser();
    }

    @Override
    public String databasePassword() {
        return servers.databasePassword();
    }

    @Override
    public String defaultDatabase() {
        return PostgresServer.DATABASE;
    }
}
