package dev.cadwright.gateway.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpServer;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayHome;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.Services;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class DownloadsTest {
    private static final String ROUTE = "/v1/models/downloads";
    private static final String COMMIT = "c0ffee".repeat(6) + "0123";

    @Inject
    Services services;

    @Test
    void aPulledModelIsListedWithItsOriginAndCanBeTrainedAndUsed() {
        // Given
        var name = Api.name("pulled");
        var job = start("""
            {"repository": "Org/Model.One", "revision": "v2", "name": "%s"}
            """.formatted(name));
        Api.get("/v1/models/" + name).statusCode(404);

        // When
        services.succeed(job, output(name));

        // Then
        Api.get("/v1/models").body("data.id", hasItem(name));
        Api.get("/v1/models/" + name)
                .statusCode(200)
                .body("owned_by", is("hub"))
                .body("source", is("Org/Model.One"))
                .body("revision", is("v2"))
                .body("commit", is(COMMIT))
                .body("licence", is("apache-2.0"))
                .body("family", is("qwen2"))
                .body("parameters", is(1000))
                .body("files.'model.safetensors'.sha256", is(Api.SHA));
        var dataset = Api.name("parts");
        Api.dataset(dataset);
        var generation = UUID.fromString(
                Api.post("/v1/generations", "{\"model\": \"%s\", \"dataset\": \"%s\"}".formatted(name, dataset))
                        .statusCode(202)
                        .extract()
                        .path("id"));
        assertThat(services.job(generation).input().at("/model/$from").asText()).isEqualTo(job.toString());
    }

    @Test
    void aNameIsMadeOfTheRepositorysUnlessOneIsGiven() {
        var repository = "Org/" + Api.name("Qwen2.5");

        var job = start("{\"repository\": \"%s\"}".formatted(repository));

        assertThat(services.job(job).input().path("name").asText())
                .isEqualTo(repository.toLowerCase(java.util.Locale.ROOT).replace("/", "--"));
        Api.post(ROUTE, "{\"repository\": \"%s\"}".formatted(repository))
                .statusCode(409)
                .body("code", is("name_taken"));
    }

    @Test
    void downloadsShowHowFarTheirFilesAre() throws IOException {
        // Given
        var job = start("{\"repository\": \"org/files\", \"name\": \"%s\"}".formatted(Api.name("files")));
        services.start(job);
        Api.get(ROUTE + "/" + job).statusCode(200).body("files", nullValue());

        // When, then
        try (var inference = new Inference("""
                {"%s": [{"path": "model.safetensors", "size": 10, "done": 4, "state": "running"}]}
                """.formatted(job))) {
            Api.get(ROUTE + "/" + job)
                    .body("state", is("RUNNING"))
                    .body("repository", is("org/files"))
                    .body("files[0].path", is("model.safetensors"))
                    .body("files[0].done", is(4))
                    .body("files[0].state", is("running"));
            Api.get(ROUTE).body("data.id", hasItem(job.toString()));
            assertThat(inference.asked()).contains("job=" + job);
        }
    }

    @Test
    void aDownloadIsCancelledAsAJob() {
        var job = start("{\"repository\": \"org/cancelled\", \"name\": \"%s\"}".formatted(Api.name("cancelled")));

        Api.post("/v1/jobs/%s/cancel".formatted(job), "{}").statusCode(202).body("cancelRequested", is(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"repository\": \"../../etc\"}",
                "{\"repository\": \"a/b/c\"}",
                "{\"repository\": \"org/model\", \"revision\": \"../x\"}",
                "{\"repository\": \"org/model\", \"name\": \"No Name\"}",
                "{\"repository\": \"org/model\", \"endpoint\": \"http://evil\"}"
            })
    void whatNamesNoModelIsRefusedAtOnce(String request) {
        Api.post(ROUTE, request).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void builtInModelsKeepTheirNames() {
        Api.post(ROUTE, "{\"repository\": \"org/model\", \"name\": \"cadwright-nano\"}")
                .statusCode(409)
                .body("code", is("name_taken"));
        Api.get(ROUTE + "/" + UUID.randomUUID()).statusCode(404);
    }

    private static UUID start(String request) {
        return UUID.fromString(
                Api.post(ROUTE, request).statusCode(202).extract().path("id"));
    }

    private static String output(String name) {
        return """
            {"model": {"name": "%s", "files": {"model.safetensors": "%s"}}, "repository": "Org/Model.One",
             "revision": "v2", "commit": "%s", "licence": "apache-2.0", "family": "qwen2", "parameters": 1000,
             "bytes": 4100}
            """.formatted(name, Api.SHA, COMMIT);
    }

    /** Answers in the place of the inference service. */
    private static final class Inference implements AutoCloseable {
        private final HttpServer server;
        private volatile String asked = "";

        Inference(String answer) throws IOException {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), GatewayHome.INFERENCE_PORT), 0);
            server.createContext("/internal/models/downloads", exchange -> {
                asked = exchange.getRequestURI().getQuery();
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        String asked() {
            return asked;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
