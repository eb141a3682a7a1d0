package dev.cadwright.gateway.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpServer;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayHome;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.upload.Zips;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the gateway makes of the dataset service's answers, and of their absence. */
@GatewayTest
class ProgramExecutionTest {
    private static final String ROUTE = "/v1/programs/execute";
    private static final String RECORD = """
        {"name": "program.scad", "language": "openscad", "category": "timeout", "seconds": 0.5,
         "error": {"code": "timeout", "message": "no answer within 500 ms", "line": 0, "column": 0},
         "volume": null, "artifacts": {}}\
        """;

    @Test
    void theRecordComesBackWhateverTheCategory() {
        var asked = new AtomicReference<String>();
        try (var _ = new StandIn(200, RECORD, asked)) {
            Api.post(ROUTE, """
                {"text": "cube(1);", "language": "openscad", "export": ["stl"], "timeout": 0.5}\
                """)
                    .statusCode(200)
                    .body("category", is("timeout"))
                    .body("error.code", is("timeout"))
                    .body("volume", nullValue())
                    .body("artifacts", notNullValue());
        }
        assertThat(asked.get())
                .contains("\"language\":\"openscad\"", "\"export\":[\"stl\"]", "\"timeout\":0.5")
                .doesNotContain("artifact\"");
    }

    @Test
    void aServiceThatIsAwayIsUnavailableAndNeverAHang() {
        long start = System.nanoTime();
        execute()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", is("unavailable"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aServiceThatIsFullSaysWhenToComeAgain() {
        try (var _ = new StandIn(429, "{\"code\": \"busy\", \"message\": \"full\"}", new AtomicReference<>())) {
            execute().statusCode(429).header("Retry-After", is("1")).body("code", is("busy"));
        }
        try (var _ = new StandIn(
                503,
                "{\"code\": \"kernel_unavailable\", \"message\": \"/opt/secret/kernel: No such file\"}",
                new AtomicReference<>())) {
            execute()
                    .statusCode(503)
                    .body("code", is("unavailable"))
                    .body("detail", is("The service that executes programs has no usable kernel."));
        }
        try (var _ = new StandIn(504, "{\"code\": \"timed_out\", \"message\": \"late\"}", new AtomicReference<>())) {
            execute().statusCode(504).body("code", is("timed_out"));
        }
    }

    @Test
    void aServiceThatDoesNotAnswerTimesOut() {
        var never = new CountDownLatch(1);
        try (var _ = new StandIn(200, RECORD, new AtomicReference<>(), never)) {
            execute().statusCode(504).body("code", is("timed_out"));
            never.countDown();
        }
    }

    @Test
    void aWrongRequestIsAProblemAndAsksNobody() {
        Api.post(ROUTE, "{}").statusCode(400).body("errors.pointer", hasItem("/text"));
        Api.post(ROUTE, "{\"text\": \"cube(1);\", \"dataset\": \"x\", \"language\": \"openscad\"}")
                .statusCode(400);
        Api.post(ROUTE, "{\"text\": \"cube(1);\", \"language\": \"openscat\"}")
                .statusCode(400)
                .body("errors.hint", hasItem("Did you mean \"openscad\"?"));
        Api.post(ROUTE, "{\"text\": \"cube(1);\", \"language\": \"openscad\", \"export\": [\"exe\"]}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/export/0"));
        Api.post(ROUTE, "{\"artifact\": \"%s\", \"language\": \"step\"}".formatted("cd".repeat(32)))
                .statusCode(400)
                .body("errors.code", hasItem("unknown_artifact"));
        Api.post(ROUTE, "{\"upload\": \"0198c1a0-0000-7000-8000-000000000000\"}")
                .statusCode(400)
                .body("errors.code", hasItem("unknown_upload"));
        Api.post(ROUTE, "{\"text\": \"cube(1);\", \"language\": \"openscad\", \"timeout\": 0}")
                .statusCode(400)
                .body("errors.code", hasItem("out_of_range"));
    }

    @Test
    void budgetsAreNumbersOrTextsWithUnits() {
        var asked = new AtomicReference<String>();
        try (var _ = new StandIn(200, RECORD, asked)) {
            Api.post(ROUTE, budget("\"500ms\"", "\"512m\"")).statusCode(200);
        }
        assertThat(asked.get()).contains("\"timeout\":0.5", "\"memory\":536870912");
        Api.post(ROUTE, budget("\"soon\"", "\"lots\""))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/timeout", "/memory"))
                .body("errors.code", everyItem(is("wrong_form")));
        Api.post(ROUTE, budget("\"1ms\"", "\"1k\"")).statusCode(400).body("errors.code", everyItem(is("out_of_range")));
        Api.post(ROUTE, budget("true", "1.5")).statusCode(400).body("errors.code", everyItem(is("wrong_type")));
    }

    private static String budget(String timeout, String memory) {
        return "{\"text\": \"cube(1);\", \"language\": \"openscad\", \"timeout\": %s, \"memory\": %s}"
                .formatted(timeout, memory);
    }

    @Test
    void aFolderAndADatasetBecomeJobs() {
        // Given
        var zip = Zips.of(Map.of("a.scad", "cube(1);".getBytes(StandardCharsets.US_ASCII)));
        var upload = given().body(zip)
                .post("/v1/uploads?name=a.zip")
                .then()
                .statusCode(201)
                .extract();
        var name = Api.name("executed");
        var build = Api.dataset(name);
        // When // Then
        Api.post(
                        ROUTE,
                        "{\"upload\": \"%s\", \"export\": [\"stl\"], \"timeout\": 2}"
                                .formatted(upload.<String>path("id")))
                .statusCode(202)
                .header("Location", containsString("/v1/jobs/"))
                .body("kind", is("programs.execute"))
                .body("input.folder", is(upload.<String>path("artifact.sha256")))
                .body("input.export[0]", is("stl"));
        Api.post(ROUTE, "{\"dataset\": \"%s\"}".formatted(name))
                .statusCode(202)
                .body("state", is("WAITING"))
                .body("input.dataset.$from", is(build.toString()));
    }

    @Test
    void whatWouldNotBeFollowedIsRefusedByName() {
        // Given
        var zip = Zips.of(Map.of("a.scad", "cube(1);".getBytes(StandardCharsets.US_ASCII)));
        var upload = given().body(zip)
                .post("/v1/uploads?name=b.zip")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var name = Api.name("inapplicable");
        Api.dataset(name);

        // When // Then
        Api.post(ROUTE, """
            {"text": "cube(1);", "language": "openscad", "unitSize": 3, "priority": 1,
             "deadline": "2099-01-01T00:00:00Z", "after": []}\
            """)
                .statusCode(400)
                .body("errors.pointer", contains("/after", "/deadline", "/priority", "/unitSize"))
                .body("errors.code", everyItem(is("not_applicable")));
        Api.post(ROUTE, "{\"upload\": \"%s\", \"name\": \"a.scad\", \"files\": {}}".formatted(upload))
                .statusCode(400)
                .body("errors.pointer", contains("/name", "/files"));
        Api.post(ROUTE, "{\"dataset\": \"%s\", \"language\": \"sketch\"}".formatted(name))
                .statusCode(400)
                .body("errors.pointer", contains("/language"));
    }

    private static ValidatableResponse execute() {
        return Api.post(ROUTE, "{\"text\": \"cube(1);\", \"language\": \"openscad\"}");
    }

    /** Answers in the place of the dataset service. */
    private static final class StandIn implements AutoCloseable {
        private final HttpServer server;

        StandIn(int status, String answer, AtomicReference<String> asked) {
            this(status, answer, asked, new CountDownLatch(0));
        }

        StandIn(int status, String answer, AtomicReference<String> asked, CountDownLatch when) {
            try {
                server = HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), GatewayHome.DATASET_PORT), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/internal/programs/execute", exchange -> {
                asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                await(when);
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        private static void await(CountDownLatch when) {
            try {
                when.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
