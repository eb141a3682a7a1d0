package dev.cadwright.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

@GatewayTest
class HealthTest {
    @Test
    void isReadyWithItsServers() {
        given().get("/q/health/ready")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("status", is("UP"));
    }
}
