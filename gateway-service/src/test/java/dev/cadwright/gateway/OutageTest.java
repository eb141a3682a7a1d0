package dev.cadwright.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.cadwright.jobs.testkit.LocalServers;
import dev.cadwright.jobs.testkit.RealServers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@GatewayTest
class OutageTest {
    @Test
    void aDatabaseThatIsGoneOnlyDelays() {
        Assumptions.assumeTrue(
                RealServers.shared() instanceof LocalServers,
                "the servers run in containers, which cannot be killed here");
        var postgres = ((LocalServers) RealServers.shared()).postgres();
        var before = Api.name("before");
        Api.dataset(before);
        var during = Api.name("during");
        // When
        postgres.kill();
        // Then requests are told to come back, and the process counts as alive but not as ready
        Api.post("/v1/datasets", Api.procedural(during))
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", is("unavailable"));
        Api.get("/v1/datasets/" + before).statusCode(503);
        given().get("/q/health/live").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
        // When it is back, everything goes on, and what was accepted is there
        postgres.restart();
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        Api.get("/v1/datasets/" + before).statusCode(200);
        Api.dataset(during);
    }
}
