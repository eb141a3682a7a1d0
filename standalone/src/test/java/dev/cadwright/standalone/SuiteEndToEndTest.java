package dev.cadwright.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.gateway.Gateway;
import dev.cadwright.cli.gateway.JobEvents;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole suite as it ships: real servers, real services, the REST API. */
class SuiteEndToEndTest {
    private static final Path ROOT = Path.of(System.getProperty("cadwright.root"));
    private static final int SHAPES = 240;

    @TempDir
    static Path home;

    private static SuiteSettings settings;
    private static Suite suite;
    private static Gateway gateway;

    @BeforeAll
    static void up() throws IOException {
        assumeThat(Service.values())
                .as("the services are packaged")
                .allMatch(service -> Files.exists(service.application(ROOT).resolve("quarkus-run.jar")));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("CADWRIGHT_HOME", home.toString());
        for (Service service : Service.values()) {
            environment.put(service.portVariable(), Integer.toString(freePort()));
        }
        for (String server : List.of("POSTGRES", "KAFKA", "KAFKA_CONTROLLER")) {
            environment.put("CADWRIGHT_" + server + "_PORT", Integer.toString(freePort()));
        }
        settings = SuiteSettings.of(environment, ROOT);
        suite = new Suite(settings.files());
        suite.up(Suite.plan(settings), state -> {});
        gateway = new Gateway(URI.create(settings.gatewayUrl() + "/"), Optional.empty());
    }

    @AfterAll
    static void down() {
        if (suite != null) {
            suite.down(state -> {});
            assertThat(Strays.find(settings.files(), Set.of())).isEmpty();
        }
    }

    @Test
    void aJobOutlivesKillsOfItsServiceOfKafkaAndOfPostgres() throws InterruptedException {
        // Given
        String job = submit();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> job(job).path("state").asText().equals("RUNNING"));

        // When
        kill("dataset");
        kill("kafka");
        kill("postgres");
        awaitReady();

        // Then
        List<JobEvent> events = new ArrayList<>();
        new JobEvents(gateway, job, 0).follow(events::add);
        assertThat(events.getLast().change()).isInstanceOf(JobChange.Succeeded.class);
        assertThat(events.stream().filter(JobEvents::isFinal)).hasSize(1);
        assertThat(events.stream().mapToLong(JobEvent::seq))
                .containsExactly(
                        LongStream.rangeClosed(1, events.size()).boxed().toArray(Long[]::new));
        assertThat(shapes(job(job).path("output"))).isEqualTo(SHAPES);
    }

    private static String submit() {
        var body = ContractJson.mapper().createObjectNode().put("kind", "dataset.build");
        var input = body.putObject("input")
                .put("name", "survivor")
                .put("unitSize", 20)
                .put("solids", false);
        input.putArray("sources").addObject().put("type", "procedural").put("count", SHAPES);
        return gateway.post("v1/jobs", body).path("id").asText();
    }

    private static JsonNode job(String id) {
        return gateway.get("v1/jobs/" + id);
    }

    /** Shapes kept and shapes left out: together all that were asked for. */
    private static int shapes(JsonNode output) {
        int sum = 0;
        for (String part : List.of("counts", "rejected")) {
            for (JsonNode count : output.path(part)) {
                sum += count.asInt();
            }
        }
        return sum;
    }

    private static void kill(String name) {
        state(name).identity().flatMap(ProcessIdentity::handle).ifPresent(Signals::kill);
        await().atMost(Duration.ofSeconds(30)).until(() -> state(name).restarts() > 0);
    }

    private static void awaitReady() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> suite.report().processes().stream()
                        .allMatch(process -> process.state().equals("ready")));
    }

    private static ProcessState state(String name) {
        return settings.files().state().orElseThrow().processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
