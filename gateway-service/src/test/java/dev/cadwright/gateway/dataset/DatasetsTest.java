package dev.cadwright.gateway.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.Services;
import dev.cadwright.gateway.upload.Zips;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@GatewayTest
class DatasetsTest {
    private static final String OUTPUT = """
            {"manifest": "%s", "counts": {"train": 8, "validation": 1, "test": 1}, "rejected": {"duplicate": 2}}
            """.formatted(Api.SHA);

    @Inject
    Services services;

    @Test
    void isAcceptedBuiltAndShown() {
        // Given
        var name = Api.name("parts");
        var accepted = Api.post("/v1/datasets", Api.procedural(name))
                .statusCode(202)
                .header("Retry-After", "1")
                .body("name", is(name))
                .body("state", is("QUEUED"))
                .body("settings.seed", is(0))
                .body("manifest", nullValue())
                .extract();
        var job = UUID.fromString(accepted.path("job"));
        assertThat(accepted.header("Location")).endsWith("/v1/jobs/" + job);
        // When
        services.succeed(job, OUTPUT);
        // Then
        Api.get("/v1/datasets/" + name)
                .statusCode(200)
                .body("state", is("SUCCEEDED"))
                .body("manifest.sha256", is(Api.SHA))
                .body("manifest.url", containsString("/v1/artifacts/" + Api.SHA))
                .body("counts.train", is(8))
                .body("rejected.duplicate", is(2));
        Api.get("/v1/datasets/" + job).statusCode(200).body("name", is(name));
    }

    @Test
    void whatIsMadeOfItWaitsForIt() {
        // Given
        var name = Api.name("pipeline");
        var accepted = Api.post("/v1/datasets", """
                        {"name": "%s", "sources": [{"type": "procedural", "count": 10}],
                         "views": {"views": ["front"], "size": 64}, "conversations": {"seed": 3}, "export": {}}
                        """.formatted(name))
                .statusCode(202)
                .body("additions.kind", contains("render.views", "dataset.conversations", "dataset.export"))
                .body("additions.state", contains("WAITING", "WAITING", "WAITING"))
                .extract();
        var build = UUID.fromString(accepted.path("job"));
        var views = UUID.fromString(accepted.path("additions[0].job"));
        var conversations = UUID.fromString(accepted.path("additions[1].job"));
        var export = UUID.fromString(accepted.path("additions[2].job"));
        // When the dataset is there, views are rendered, and so on
        services.succeed(build, OUTPUT);
        assertThat(services.job(views).state()).isEqualTo(JobState.QUEUED);
        assertThat(services.job(conversations).state()).isEqualTo(JobState.WAITING);
        services.succeed(views, "{\"manifest\": \"%s\", \"images\": 10}".formatted(Api.SHA));
        services.succeed(
                conversations, "{\"train\": \"%1$s\", \"validation\": \"%1$s\", \"count\": 10}".formatted(Api.SHA));
        services.succeed(export, "{\"archive\": \"%s\", \"bytes\": 123}".formatted(Api.SHA));
        // Then
        Api.get("/v1/datasets/" + name)
                .body("additions.state", contains("SUCCEEDED", "SUCCEEDED", "SUCCEEDED"))
                .body("additions[0].images", is(10))
                .body("additions[1].conversations", is(10))
                .body("additions[2].bytes", is(123))
                .body("additions[2].artifacts.archive.sha256", is(Api.SHA));
        Api.get("/v1/jobs/" + export)
                .body("input.views.$from", is(views.toString()))
                .body("input.conversations.$from", is(conversations.toString()))
                .body("input.dataset.$from", is(build.toString()))
                .body("input.name", is(name));
        Api.get("/training/datasets")
                .statusCode(200)
                .body("datasets.find { it.name == '%s' }.models".formatted(name), is(10))
                .body("datasets.find { it.name == '%s' }.images".formatted(name), is(10))
                .body("datasets.find { it.name == '%s' }.conversations".formatted(name), is(10))
                .body("datasets.find { it.name == '%s' }.size".formatted(name), is(123))
                .body("datasets.find { it.name == '%s' }.status".formatted(name), is("ready"));
    }

    @Test
    void canBeAddedToLater() {
        var name = Api.name("later");
        var build = Api.dataset(name);
        var views = UUID.fromString(given().contentType("application/json")
                .body("{}")
                .post("/v1/datasets/%s/views".formatted(name))
                .then()
                .statusCode(202)
                .body("state", is("WAITING"))
                .extract()
                .path("id"));
        Api.post("/v1/datasets/%s/conversations".formatted(name), "{\"seed\": 5}")
                .statusCode(202)
                .body("input.views.$from", is(views.toString()))
                .body("input.seed", is(5));
        Api.post("/v1/datasets/%s/export".formatted(name), "{\"name\": \"folder\"}")
                .statusCode(202)
                .body("input.name", is("folder"))
                .body("input.dataset.$from", is(build.toString()));
        Api.post("/v1/datasets/%s/views".formatted(Api.name("none")), "{}").statusCode(404);
    }

    @Test
    void readsUploadedFolders() {
        // Given
        var zip = Zips.of(Map.of("a.step", "ISO".getBytes(StandardCharsets.US_ASCII)));
        var upload = given().body(zip)
                .post("/v1/uploads?name=a.zip")
                .then()
                .statusCode(201)
                .extract();
        String id = upload.path("id");
        // Then
        Api.post("/v1/datasets", source(Api.name("step"), "step", id))
                .statusCode(202)
                .body("settings.sources[0].artifact", is(upload.<String>path("artifact.sha256")));
        Api.post(
                        "/v1/datasets",
                        source(Api.name("none"), "step", UUID.randomUUID().toString()))
                .statusCode(400)
                .body("errors[0].code", is("unknown_upload"))
                .body("errors[0].pointer", is("/sources/0/upload"));
        String file = given().body("ISO")
                .post("/v1/uploads?name=a.step")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.post("/v1/datasets", source(Api.name("file"), "step", file))
                .statusCode(400)
                .body("errors[0].code", is("not_a_folder"));
    }

    @Test
    void aNameIsGivenOnceUnlessItsJobFailed() {
        // Given
        var name = Api.name("once");
        var job = Api.dataset(name);
        Api.post("/v1/datasets", Api.procedural(name)).statusCode(409).body("code", is("name_taken"));
        // When
        services.fail(job, "artifact_missing", "the folder is gone");
        // Then
        Api.post("/v1/datasets/%s/views".formatted(name), "{}")
                .statusCode(409)
                .body("code", is("not_ready"))
                .body("detail", containsString("the folder is gone"))
                .body("errors[0].hint", containsString("/retry"));
        var second = Api.dataset(name);
        assertThat(second).isNotEqualTo(job);
        Api.get("/v1/datasets/" + name).body("job", is(second.toString()));
    }

    @Test
    void ofManyRequestsForANameOneIsAccepted() throws Exception {
        var name = Api.name("race");
        var statuses = new ArrayList<Integer>();
        try (var clients = Executors.newFixedThreadPool(6)) {
            var calls = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 6; i++) {
                calls.add(() ->
                        Api.post("/v1/datasets", Api.procedural(name)).extract().statusCode());
            }
            for (var call : clients.invokeAll(calls)) {
                statuses.add(call.get());
            }
        }
        assertThat(statuses).containsOnly(202, 409).containsOnlyOnce(202);
    }

    @Test
    void ofManyRepetitionsOfARequestOneIsDone() throws Exception {
        var name = Api.name("repeated");
        var key = UUID.randomUUID().toString();
        var jobs = new HashSet<String>();
        try (var clients = Executors.newFixedThreadPool(6)) {
            var calls = new ArrayList<Callable<String>>();
            for (int i = 0; i < 6; i++) {
                calls.add(() -> {
                    var response = create(name, key);
                    return response.statusCode() == 202 ? response.path("job") : "status " + response.statusCode();
                });
            }
            for (var call : clients.invokeAll(calls)) {
                jobs.add(call.get());
            }
        }
        jobs.remove("status 409");
        assertThat(jobs).hasSize(1);
        assertThat(create(name, key).<String>path("job"))
                .isEqualTo(jobs.iterator().next());
    }

    @Test
    void aRepetitionIsAnsweredEvenAfterTheNameWentToAnother() {
        // Given
        var name = Api.name("history");
        var key = UUID.randomUUID().toString();
        String first = create(name, key).path("job");
        services.fail(UUID.fromString(first), "invalid_input", "no");
        Api.dataset(name);
        // When
        var again = create(name, key);
        // Then
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.<String>path("job")).isEqualTo(first);
    }

    @Test
    void aKeyOfAnotherRequestIsRefusedAndTakesNoName() {
        var key = UUID.randomUUID().toString();
        create(Api.name("first"), key);
        var name = Api.name("second");
        assertThat(create(name, key).statusCode()).isEqualTo(422);
        Api.dataset(name);
    }

    @Test
    void aRefusedJobTakesNoName() {
        var name = Api.name("refused");
        Api.post(
                        "/v1/datasets",
                        "{\"name\": \"%s\", \"sources\": [{\"type\": \"procedural\", \"count\": 1}], \"after\": [\"%s\"]}"
                                .formatted(name, UUID.randomUUID()))
                .statusCode(400)
                .body("errors[0].code", is("dependency_not_found"));
        Api.dataset(name);
    }

    @Test
    void theListGoesOnWhereItEnded() {
        var names = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            names.addFirst(Api.name("page"));
            Api.dataset(names.getFirst());
        }
        var first = Api.get("/v1/datasets?limit=2").body("data", hasSize(2)).extract();
        assertThat(first.<List<String>>path("data.name")).isEqualTo(names.subList(0, 2));
        Api.get("/v1/datasets?limit=2&cursor=" + first.path("next")).body("data[0].name", is(names.get(2)));
    }

    private static Response create(String name, String key) {
        return Api.json(Api.procedural(name)).header("Idempotency-Key", key).post("/v1/datasets");
    }

    private static String source(String name, String type, String upload) {
        return "{\"name\": \"%s\", \"sources\": [{\"type\": \"%s\", \"upload\": \"%s\"}]}"
                .formatted(name, type, upload);
    }
}
