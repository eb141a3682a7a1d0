package dev.cadwright.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    Path home;

    private SuiteFiles files;
    private Suite suite;

    @BeforeEach
    void open() {
        files = new SuiteFiles(home);
        suite = new Suite(files);
    }

    @AfterEach
    void close() {
        suite.down(state -> {});
        assertThat(Strays.find(files, Set.of())).isEmpty();
    }

    @Test
    void upReturnsWhenAllAreReadyInTheirOrder() throws IOException {
        // Given
        Plan plan = plan(standIn("first", freePort(), 300), standIn("second", freePort(), 0, "first"));
        List<String> readyFirst = new ArrayList<>();

        // When
        SuiteState state = suite.up(plan, change -> change.processes().stream()
                .filter(process -> process.phase() == ProcessState.Phase.READY)
                .filter(process -> !readyFirst.contains(process.name()))
                .forEach(process -> readyFirst.add(process.name())));

        // Then
        assertThat(state.phase()).isEqualTo(SuiteState.Phase.UP);
        assertThat(state.readySeconds()).isPresent();
        assertThat(readyFirst).startsWith("first");
        assertThat(plan.processes()).allMatch(process -> process.probe().isReady());
        assertThat(files.log("second")).content().contains("listening");
    }

    @Test
    void aSecondUpChangesNothing() throws IOException {
        // Given
        Plan plan = plan(standIn("only", freePort(), 0));
        SuiteState first = suite.up(plan, state -> {});

        // When
        SuiteState second = suite.up(plan, state -> {});

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void downStopsEverythingAndMayBeRepeated() throws IOException {
        // Given
        Plan plan = plan(standIn("first", freePort(), 0), standIn("second", freePort(), 0, "first"));
        SuiteState state = suite.up(plan, change -> {});

        // When
        suite.down(change -> {});
        suite.down(change -> {});

        // Then
        assertThat(state.processes()).noneMatch(ProcessState::isAlive);
        assertThat(state.isSupervised()).isFalse();
        assertThat(files.state().orElseThrow().phase()).isEqualTo(SuiteState.Phase.STOPPED);
        assertThat(plan.processes()).allMatch(process -> Ports.isFree(process.port()));
    }

    @Test
    void aProcessThatIsKilledIsStartedAgain() throws IOException {
        // Given
        Plan plan = plan(standIn("only", freePort(), 0));
        ProcessIdentity killed = identity(suite.up(plan, state -> {}), "only");

        // When
        killed.handle().orElseThrow().destroyForcibly();

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            ProcessState now = files.state().orElseThrow().processes().getFirst();
            assertThat(now.phase()).isEqualTo(ProcessState.Phase.READY);
            assertThat(now.restarts()).isOne();
            assertThat(now.identity()).isPresent().isNotEqualTo(Optional.of(killed));
        });
    }

    @Test
    void aTakenPortIsNamedWithItsHolderAndTheSettingToChange() throws IOException {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Plan plan = plan(standIn("only", taken.getLocalPort(), 0));

            // When // Then
            assertThatThrownBy(() -> suite.up(plan, state -> {}))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", wanted for only")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("CADWRIGHT_ONLY_PORT");
        }
    }

    @Test
    void afterAKillOfTheSupervisorUpAdoptsWhatStillRuns() throws IOException {
        // Given
        Plan plan = plan(standIn("kept", freePort(), 0), standIn("dead", freePort(), 0));
        SuiteState before = suite.up(plan, state -> {});
        kill(before.supervisor());
        kill(identity(before, "dead"));

        // When
        SuiteState after = suite.up(plan, state -> {});

        // Then
        assertThat(after.supervisor()).isNotEqualTo(before.supervisor());
        assertThat(identity(after, "kept")).isEqualTo(identity(before, "kept"));
        assertThat(identity(after, "dead")).isNotEqualTo(identity(before, "dead"));
    }

    @Test
    void afterAKillOfTheSupervisorWhatRunsByAnOldPlanIsReplaced() throws IOException {
        // Given
        int port = freePort();
        SuiteState before = suite.up(plan(standIn("only", port, 0)), state -> {});
        kill(before.supervisor());

        // When
        SuiteState after = suite.up(plan(standIn("only", port, 1)), state -> {});

        // Then
        assertThat(identity(before, "only").isAlive()).isFalse();
        assertThat(identity(after, "only").isAlive()).isTrue();
    }

    @Test
    void downAfterAKillOfTheSupervisorLeavesNoProcess() throws IOException {
        // Given
        SuiteState state = suite.up(plan(standIn("only", freePort(), 0)), change -> {});
        kill(state.supervisor());

        // When
        suite.down(change -> {});

        // Then
        assertThat(state.processes()).noneMatch(ProcessState::isAlive);
    }

    @Test
    void aProcessThatCannotStartEndsUpWithItsLogNamed() throws IOException {
        // Given
        ProcessPlan good = standIn("bad", freePort(), 0);
        ProcessPlan bad = new ProcessPlan(
                "bad",
                List.of("false"),
                good.directory(),
                Map.of(),
                good.log(),
                good.ports(),
                good.portVariable(),
                good.probe(),
                List.of(),
                "TERM",
                5);

        // When // Then
        assertThatThrownBy(() -> suite.up(plan(bad), state -> {}))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("bad ends each time")
                .hasMessageContaining("bad.log");
    }

    @Test
    void whatAServiceLeavesBehindIsEndedToo() throws IOException {
        // Given
        ProcessPlan service = standIn("only", freePort(), 0);
        Path child = home.resolve("child.pid");
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "sleep 600 & echo $! > " + child + "; exec \"$@\"", "sh"));
        command.addAll(service.command());
        suite.up(plan(withCommand(service, command)), state -> {});
        ProcessIdentity orphan = ProcessIdentity.of(
                        Long.parseLong(Files.readString(child).strip()))
                .orElseThrow();

        // When
        suite.down(state -> {});

        // Then
        assertThat(orphan.isAlive()).isFalse();
    }

    private ProcessPlan standIn(String name, int port, long delay, String... after) {
        return new ProcessPlan(
                name,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandIn.class.getName(),
                        Integer.toString(port),
                        Long.toString(delay)),
                home,
                Map.of(),
                files.log(name),
                List.of(port),
                "CADWRIGHT_" + name.toUpperCase(java.util.Locale.ROOT) + "_PORT",
                new Probe.Http(port, "/q/health/ready"),
                List.of(after),
                "TERM",
                10);
    }

    private static ProcessPlan withCommand(ProcessPlan plan, List<String> command) {
        return new ProcessPlan(
                plan.name(),
                command,
                plan.directory(),
                plan.environment(),
                plan.log(),
                plan.ports(),
                plan.portVariable(),
                plan.probe(),
                plan.after(),
                plan.stopSignal(),
                plan.stopSeconds());
    }

    private static Plan plan(ProcessPlan... processes) {
        return new Plan(List.of(processes), 2, 2);
    }

    private static ProcessIdentity identity(SuiteState state, String name) {
        return state.processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .flatMap(ProcessState::identity)
                .orElseThrow();
    }

    private static void kill(ProcessIdentity identity) {
        identity.handle().ifPresent(Signals::kill);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
