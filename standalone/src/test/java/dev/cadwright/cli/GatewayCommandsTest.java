package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private FakeGateway gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = new FakeGateway();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void eventsComeOnceAndInOrderOverBrokenConnections() {
        // When
        int status = run("events", "--job", FakeGateway.JOB.toString(), "--json");

        // Then
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"seq\":1,").contains("queued"),
                        line -> assertThat(line).contains("\"seq\":2,").contains("started"),
                        line -> assertThat(line).contains("\"seq\":3,").contains("half"),
                        line -> assertThat(line).contains("\"seq\":4,").contains("all"),
                        line -> assertThat(line).contains("\"seq\":5,").contains("succeeded"));
        assertThat(gateway.requests).hasSize(3);
    }

    @Test
    void watchEndsWithTheJobAndItsSuccess() {
        // When
        int status = run("jobs", "watch", FakeGateway.JOB.toString());

        // Then
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("SUCCEEDED").contains("{\"images\":6}");
    }

    @Test
    void aListIsReadPageByPageUpToTheLimit() {
        // When
        int status = run("jobs", "list", "--limit", "2", "--state", "SUCCEEDED", "--json");

        // Then
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
        assertThat(gateway.requests)
                .containsExactly(
                        "GET /v1/jobs?limit=2&state=SUCCEEDED", "GET /v1/jobs?limit=1&state=SUCCEEDED&cursor=more");
    }

    @Test
    void cancelShowsTheJobAfterwards() {
        // When
        int status = run("jobs", "cancel", FakeGateway.JOB.toString());

        // Then
        assertThat(status).isZero();
        assertThat(gateway.requests)
                .containsExactly("POST /v1/jobs/" + FakeGateway.JOB + "/cancel", "GET /v1/jobs/" + FakeGateway.JOB);
    }

    @Test
    void submitPostsKindAndInput() {
        // When
        int status = run("jobs", "submit", "render.views", "{\"dataset\":\"00\"}");

        // Then
        assertThat(status).isZero();
        assertThat(gateway.requests).containsExactly("POST /v1/jobs");
    }

    @Test
    void aRefusalIsToldInTheGatewaysWords() {
        // When
        int status = run("jobs", "show", "01980000-0000-7000-8000-00000000dead");

        // Then
        assertThat(status).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no such job.");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--gateway", gateway.url()));
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Path.of("."),
                false);
        return new Cadwright(terminal).run(all);
    }
}
