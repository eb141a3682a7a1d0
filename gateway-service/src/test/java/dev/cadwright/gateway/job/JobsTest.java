package dev.cadwright.gateway.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import dev.cadwright.gateway.Services;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class JobsTest {
    @Inject
    Services services;

    @Test
    void anyKindCanBeStartedWithReferences() {
        var build = start(
                "{\"kind\": \"dataset.build\", \"input\": {\"name\": \"a\", \"sources\": [{\"type\": \"procedural\", \"count\": 1}]}}");
        var views = start("""
                {"kind": "render.views", "input": {"dataset": {"$from": "%s", "path": "/manifest"}, "size": 64},
                 "priority": 5, "deadline": "2099-01-01T00:00:00Z", "labels": {"team": "red"}}
                """.formatted(build));
        Api.get("/v1/jobs/" + views)
                .body("state", is("WAITING"))
                .body("after", contains(build.toString()))
                .body("priority", is(5))
                .body("labels.team", is("red"))
                .body("deadline", is("2099-01-01T00:00:00Z"));
        services.succeed(build, "{\"manifest\": \"%s\"}".formatted(Api.SHA));
        Api.get("/v1/jobs/" + views).body("state", is("QUEUED"));
    }

    @Test
    void inputsAreCheckedBeforeAnythingIsAccepted() {
        Api.post("/v1/jobs", "{\"kind\": \"render.vews\", \"input\": {}}")
                .statusCode(400)
                .body("errors[0].hint", is("Did you mean render.views?"));
        Api.post("/v1/jobs", "{\"kind\": \"render.views\", \"input\": {\"dataset\": \"x\", \"siez\": 5}}")
                .statusCode(400)
                .body("errors[0].pointer", is("/input/siez"))
                .body("errors[0].hint", is("Did you mean \"size\"?"));
        Api.post("/v1/jobs", "{\"kind\": \"render.views\", \"input\": {\"dataset\": {\"$from\": \"nobody\"}}}")
                .statusCode(400);
        Api.post(
                        "/v1/jobs",
                        "{\"kind\": \"render.views\", \"input\": {\"dataset\": {\"$from\": \"%s\"}}}"
                                .formatted(UUID.randomUUID()))
                .statusCode(400)
                .body("errors[0].code", is("dependency_not_found"));
    }

    @Test
    void aJobIsCancelledOnceAndRetriedOnDemand() {
        var job = start(build());
        given().contentType("application/json")
                .body("{\"reason\": \"too slow\"}")
                .post("/v1/jobs/%s/cancel".formatted(job))
                .then()
                .statusCode(202)
                .body("cancelRequested", is(true));
        Api.post("/v1/jobs/%s/retry".formatted(job), "").statusCode(409).body("code", is("not_ready"));
        services.fail(job, "invalid_input", "no");
        Api.post("/v1/jobs/%s/cancel".formatted(job), "{}").statusCode(202).body("state", is("FAILED"));
        Api.post("/v1/jobs/%s/retry".formatted(job), "")
                .statusCode(202)
                .body("state", is("QUEUED"))
                .body("round", is(2));
        Api.post("/v1/jobs/%s/retry".formatted(UUID.randomUUID()), "").statusCode(404);
        Api.post("/v1/jobs/%s/cancel".formatted(UUID.randomUUID()), "{}").statusCode(404);
    }

    @Test
    void aRepeatedRetryIsOneRound() {
        var job = start(build());
        services.fail(job, "invalid_input", "no");
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            given().header("Idempotency-Key", key)
                    .post("/v1/jobs/%s/retry".formatted(job))
                    .then()
                    .statusCode(202)
                    .header("Retry-After", "1")
                    .body("round", is(2));
        }
        given().header("Idempotency-Key", key)
                .post("/v1/jobs/%s/cancel".formatted(job))
                .then()
                .statusCode(422);
    }

    @Test
    void aWholeListIsReadInPartsWithoutGapOrRepetition() {
        // Given
        var label = Api.name("walk");
        var expected = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            expected.addFirst(start("""
                    {"kind": "dataset.build", "labels": {"walk": "%s"},
                     "input": {"name": "a", "sources": [{"type": "procedural", "count": 1}]}}
                    """.formatted(label)).toString());
        }
        // When
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = given().queryParam("label", "walk=" + label)
                    .queryParam("limit", 3)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/v1/jobs")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("data.id"));
            cursor = page.path("next");
            start(build());
        } while (cursor != null);
        // Then
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void listsCanBeFiltered() {
        var job = start(build());
        services.fail(job, "invalid_input", "no");
        Api.get("/v1/jobs?kind=dataset.build&state=FAILED&limit=100")
                .body("data.kind", everyItem(is("dataset.build")))
                .body("data.state", everyItem(is("FAILED")));
        Api.get("/v1/jobs?kind=dataset.bild").statusCode(400);
        Api.get("/v1/jobs?label=x").statusCode(400);
    }

    @Test
    void aRepeatedRequestIsOneJob() {
        var key = UUID.randomUUID().toString();
        var first = Api.json(build())
                .header("Idempotency-Key", key)
                .post("/v1/jobs")
                .then()
                .statusCode(202)
                .extract();
        var second = Api.json(build())
                .header("Idempotency-Key", key)
                .post("/v1/jobs")
                .then()
                .statusCode(202)
                .extract();
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        Api.json(
                        "{\"kind\": \"dataset.build\", \"input\": {\"name\": \"other\", \"sources\": [{\"type\": \"procedural\", \"count\": 1}]}}")
                .header("Idempotency-Key", key)
                .post("/v1/jobs")
                .then()
                .statusCode(422)
                .body("code", is("idempotency_key_reused"));
        Api.json(build())
                .header("Idempotency-Key", "x".repeat(300))
                .post("/v1/jobs")
                .then()
                .statusCode(400);
    }

    private static String build() {
        return "{\"kind\": \"dataset.build\", \"input\": {\"name\": \"a\", \"sources\": [{\"type\": \"procedural\", \"count\": 1}]}}";
    }

    private static UUID start(String body) {
        return UUID.fromString(
                Api.post("/v1/jobs", body).statusCode(202).extract().path("id"));
    }
}
