package dev.cadwright.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Short forms of calls. */
public final class Api {
    /** A digest that names no artifact. */
    public static final String SHA = "ab".repeat(32);

    private Api() {}

    public static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    public static ValidatableResponse post(String path, String body) {
        return json(body).post(path).then();
    }

    public static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    public static ValidatableResponse delete(String path) {
        return given().delete(path).then();
    }

    /** A name that no other test uses. */
    public static String name(String start) {
        return start + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Starts to build a dataset and gives the id of the job. */
    public static UUID dataset(String name) {
        return UUID.fromString(
                post("/v1/datasets", procedural(name)).statusCode(202).extract().path("job"));
    }

    public static String procedural(String name) {
        return "{\"name\": \"%s\", \"sources\": [{\"type\": \"procedural\", \"count\": 10}]}".formatted(name);
    }
}
