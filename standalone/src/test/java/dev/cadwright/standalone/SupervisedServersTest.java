package dev.cadwright.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cadwright.embedded.EmbeddedServer;
import dev.cadwright.embedded.KafkaServer;
import dev.cadwright.embedded.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real PostgreSQL and Kafka below a supervisor. */
class SupervisedServersTest {
    @TempDir
    Path home;

    private SuiteFiles files;
    private Suite suite;
    private PostgresServer postgres;
    private Plan plan;

    @BeforeEach
    void start() throws IOException {
        files = new SuiteFiles(home);
        suite = new Suite(files);
        postgres = new PostgresServer(
                home.resolve("postgres"),
                Path.of(System.getProperty("java.io.tmpdir"), "cadwright-" + System.getProperty("user.name")),
                freePort());
        KafkaServer kafka = new KafkaServer(home.resolve("kafka"), freePort(), freePort(), List.of("events"));
        postgres.prepare();
        kafka.prepare();
        plan = new Plan(
                List.of(plan(postgres, new Probe.Postgres(postgres)), plan(kafka, new Probe.Kafka(kafka))), 2, 2);
        suite.up(plan, state -> {});
    }

    @AfterEach
    void stop() {
        suite.down(state -> {});
        assertThat(Strays.find(files, Set.of())).isEmpty();
    }

    @Test
    void killedServersComeBackWithTheirData() throws SQLException {
        // Given
        execute("CREATE TABLE kept (value int)");
        execute("INSERT INTO kept VALUES (42)");

        // When
        files.state().orElseThrow().processes().forEach(process -> process.identity()
                .flatMap(ProcessIdentity::handle)
                .ifPresent(Signals::kill));

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(files.state().orElseThrow().processes())
                        .allMatch(process -> process.phase() == ProcessState.Phase.READY && process.restarts() >= 1));
        assertThat(kept()).isEqualTo(42);
    }

    @Test
    void serversOutliveAKilledSupervisorAndAreAdopted() throws SQLException {
        // Given
        execute("CREATE TABLE kept AS SELECT 42 AS value");
        SuiteState before = files.state().orElseThrow();
        before.supervisor().handle().ifPresent(Signals::kill);
        assertThat(kept()).isEqualTo(42);

        // When
        SuiteState after = suite.up(plan, state -> {});

        // Then
        assertThat(after.processes())
                .extracting(ProcessState::identity)
                .isEqualTo(
                        before.processes().stream().map(ProcessState::identity).toList());
        assertThat(kept()).isEqualTo(42);
        assertThat(suite.report().processes())
                .allMatch(process -> process.state().equals("ready"));
    }

    private ProcessPlan plan(EmbeddedServer server, Probe probe) {
        return new ProcessPlan(
                server.name(),
                server.command(),
                home,
                Map.of(),
                files.log(server.name()),
                server.ports(),
                "CADWRIGHT_PORT",
                probe,
                List.of(),
                server.stopSignal(),
                20);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int kept() throws SQLException {
        try (Connection connection = connect();
                ResultSet row = connection.createStatement().executeQuery("SELECT value FROM kept")) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:" + postgres.url(), PostgresServer.USER, postgres.password());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
