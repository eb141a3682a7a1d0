package dev.cadwright.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cadwright.cli.gateway.Gateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The suite as it ships, on free ports, with means to hurt it. */
final class RealSuite implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("cadwright.root"));

    private final SuiteSettings settings;
    private final Suite suite;
    private final Gateway gateway;

    private RealSuite(SuiteSettings settings) {
        this.settings = settings;
        this.suite = new Suite(settings.files());
        this.gateway = new Gateway(URI.create(settings.gatewayUrl() + "/"), Optional.empty());
    }

    /** Starts it and waits until it is ready; skips the test where the services are not packaged. */
    static RealSuite start(Path home) throws IOException {
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
        RealSuite suite = new RealSuite(SuiteSettings.of(environment, ROOT));
        try {
            suite.suite.up(Suite.plan(suite.settings), state -> {});
            return suite;
        } catch (SuiteException e) {
            suite.close();
            throw e;
        }
    }

    Gateway gateway() {
        return gateway;
    }

    String kafka() {
        return "127.0.0.1:" + state("kafka").port();
    }

    Path samples() {
        return ROOT.resolve("samples");
    }

    /** SIGKILL to the named process alone; returns once the supervisor has noticed. */
    void kill(String name) {
        int restarts = state(name).restarts();
        Signals.kill(process(name));
        await().atMost(Duration.ofSeconds(30)).until(() -> state(name).restarts() > restarts);
    }

    /** SIGKILL to the named process and all that it has started. */
    void killWithChildren(String name) {
        List<ProcessHandle> children = process(name).descendants().toList();
        kill(name);
        children.forEach(Signals::kill);
    }

    /** SIGKILL to what the named process has started, which it survives. */
    void killChildren(String name) {
        List<ProcessHandle> children = process(name).descendants().toList();
        assertThat(children).as("children of " + name).isNotEmpty();
        children.forEach(Signals::kill);
    }

    void awaitReady() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> suite.report().processes().stream()
                        .allMatch(process -> process.state().equals("ready")));
    }

    /** Stops it; whatever happened before, no process is left. */
    @Override
    public void close() {
        gateway.close();
        suite.down(state -> {});
        assertThat(Strays.find(settings.files(), Set.of())).isEmpty();
    }

    private ProcessHandle process(String name) {
        return state(name).identity().flatMap(ProcessIdentity::handle).orElseThrow();
    }

    private ProcessState state(String name) {
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
