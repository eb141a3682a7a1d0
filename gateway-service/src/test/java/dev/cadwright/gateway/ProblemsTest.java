package dev.cadwright.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class ProblemsTest {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void aFaultyRequestIsToldWhatWhereAndWhatToDo() {
        Api.post("/v1/datasets", "{\"name\": \"a\", \"source\": []}")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", is("urn:cadwright:problem:invalid_request"))
                .body("code", is("invalid_request"))
                .body("status", is(400))
                .body("instance", is("/v1/datasets"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("errors.find { it.code == 'unknown_field' }.pointer", is("/source"))
                .body("errors.find { it.code == 'unknown_field' }.hint", is("Did you mean \"sources\"?"));
    }

    @Test
    void theTraceOfTheClientIsKept() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .header("X-Trace-Id", trace)
                .body("traceId", is(trace));
    }

    @Test
    void routesOfOpenAiAnswerInItsForm() {
        Api.post("/v1/fine_tuning/jobs", "{\"model\": \"cadwright-nano\", \"training_fil\": \"x\"}")
                .statusCode(400)
                .contentType("application/json")
                .body("error.type", is("invalid_request_error"))
                .body("error.param", equalTo("training_fil"))
                .body("error.code", equalTo("unknown_field"))
                .body("error.message", containsString("training_fil"));
        Api.get("/v1/fine_tuning/jobs/" + UUID.randomUUID())
                .statusCode(404)
                .body("error.code", is("not_found"))
                .body("error.param", nullValue());
        Api.get("/v1/models/none").statusCode(404).body("error.code", is("not_found"));
    }

    @Test
    void everyOtherStatusIsAProblemToo() {
        given().delete("/v1/jobs").then().statusCode(405).contentType(PROBLEM).body("code", is("method_not_allowed"));
        given().contentType("text/plain")
                .body("{}")
                .post("/v1/datasets")
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("code", is("unsupported_media_type"));
        given().accept("image/png").get("/v1/jobs").then().statusCode(406).contentType(PROBLEM);
        Api.get("/v1/jobs/not-an-id").statusCode(404).contentType(PROBLEM);
        Api.get("/v1/jobs?limit=0").statusCode(400).body("errors.pointer", hasItem("limit"));
        Api.get("/v1/jobs?limit=x").statusCode(400).body("errors.pointer", hasItem("limit"));
        Api.get("/v1/jobs?state=succeded").statusCode(400).body("errors.hint", hasItem("Did you mean SUCCEEDED?"));
        Api.get("/v1/fine_tuning/jobs?after=x").statusCode(400).body("error.param", is("after"));
        Api.get("/v1/jobs?cursor=x").statusCode(400).body("code", is("invalid_cursor"));
    }

    @Test
    void aBodyWithoutEndIsRefused() {
        var body = "{\"name\": \"" + "a".repeat(2 << 20) + "\"}";
        Api.post("/v1/datasets", body).statusCode(413).contentType(PROBLEM).body("code", is("body_too_large"));
    }

    @Test
    void anEmptyBodyIsToldWhatIsMissing() {
        given().contentType("application/json")
                .post("/v1/datasets")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
        given().post("/v1/datasets").then().statusCode(oneOf(400, 415)).contentType(PROBLEM);
    }

    @Test
    void aPlainPostWithoutBodyDoesWhereNothingIsRequired() {
        var job = Api.dataset(Api.name("plain"));
        given().post("/v1/jobs/" + job + "/cancel").then().statusCode(202);
    }
}
