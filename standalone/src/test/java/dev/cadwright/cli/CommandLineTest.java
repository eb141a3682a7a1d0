package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path home;

    static Stream<String> commands() {
        return CommandCatalogue.ENTRIES.stream().map(CommandCatalogue.Entry::name);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExample(String command) {
        // When
        int status = run(command, "--help");

        // Then
        assertThat(status).isZero();
        assertThat(text(out))
                .contains("Usage: cadwright " + command)
                .containsPattern("Examples?:\\R\\s+\\./cadwright ");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void theOverviewNamesEveryCommand() {
        // When
        int status = run("--help");

        // Then
        assertThat(status).isZero();
        assertThat(text(out)).contains(commands().toList());
    }

    @Test
    void nothingAtAllIsWrongUsage() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("Usage:");
    }

    @Test
    void aMistypedCommandIsWrongUsageAndTheNearestIsNamed() {
        assertThat(run("stauts")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("there is no command \"stauts\"").contains("Did you mean \"status\"?");
    }

    @Test
    void aMistypedOptionIsWrongUsage() {
        assertThat(run("status", "--jsn")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("--jsn").contains("./cadwright status --help");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void statusWithoutASuiteSaysHowToStartOne() {
        assertThat(run("status")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(text(out)).contains("stopped").contains("./cadwright up");
    }

    @Test
    void statusAsJsonEndsWithTheSuite() {
        assertThat(run("status", "--json")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(text(out)).startsWith("{\"suite\":\"stopped\"").contains("\"resident_bytes_goal\":1800000000");
    }

    @Test
    void downWithoutASuiteSucceeds() {
        assertThat(run("down")).isZero();
        assertThat(text(err)).contains("Nothing was running.");
    }

    @Test
    void aGatewayThatDoesNotAnswerIsAMissingPart() {
        assertThat(run("jobs", "list", "--gateway", "http://127.0.0.1:1")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(text(err))
                .contains("cannot be reached at http://127.0.0.1:1")
                .contains("./cadwright up");
    }

    @Test
    void anAddressThatIsNoneIsWrongUsage() {
        assertThat(run("jobs", "list", "--gateway", "localhost")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("no address of a gateway");
    }

    @Test
    void aPortThatIsNoNumberIsNamedWithItsVariable() {
        // When
        int status = new Cadwright(terminal(Map.of("CADWRIGHT_HOME", home.toString(), "CADWRIGHT_PORT_BASE", "many")))
                .run(List.of("status"));

        // Then
        assertThat(status).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(text(err)).contains("CADWRIGHT_PORT_BASE is \"many\"");
    }

    private int run(String... arguments) {
        return new Cadwright(terminal(Map.of("CADWRIGHT_HOME", home.toString()))).run(List.of(arguments));
    }

    private Terminal terminal(Map<String, String> environment) {
        return new Terminal(print(out), print(err), environment, home, false);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
