package dev.cadwright.jobs.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;

/**
 * PostgreSQL and Kafka, started once in this JVM and stopped with it: containers where a Docker engine answers,
 * otherwise embedded. The topics of {@link dev.cadwright.contracts.Topics#all} exist. PostgreSQL keeps its promises
 * about durability.
 */
public interface RealServers {
    /** For example {@code 127.0.0.1:9092}. */
    String kafkaBootstrap();

    String databaseHost();

    int databasePort();

    String databaseUser();

    String databasePassword();

    /** The database that exists from the start; administration goes through it. */
    String defaultDatabase();

    /** The servers of this JVM, started by the first call. */
    static RealServers shared() {
        return Shared.INSTANCE;
    }

    /** Makes an empty database that no other test uses. */
    default TestDatabase newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        TestDatabase administration = new TestDatabase(this, defaultDatabase());
        try (Connection connection = administration.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
        return new TestDatabase(this, name);
    }

    /**
     * One database.
     *
     * @param name its name
     */
    record TestDatabase(RealServers server, String name) {
        /** As {@code postgresql://127.0.0.1:5432/test}; with {@code jdbc:} before it, a JDBC address. */
        public String url() {
            return "postgresql://" + server.databaseHost() + ":" + server.databasePort() + "/" + name;
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:" + url(), server.databaseUser(), server.databasePassword());
        }
    }

    /** Spares asking, which takes seconds and complains loudly where there is no engine. */
    private static boolean mayHaveDocker() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }

    /** Starts the servers when the class is first used. */
    final class Shared {
        private static final RealServers INSTANCE = start();

        private Shared() {}

        private static RealServers start() {
            if (mayHaveDocker() && DockerClientFactory.instance().isDockerAvailable()) {
                return ContainerServers.start();
            }
            try {
                Path folder = Files.createTempDirectory("cadwright-servers");
                return LocalServers.start(folder);
            } catch (IOException e) {
                throw new IllegalStateException("no folder for the servers", e);
            }
        }
    }
}
