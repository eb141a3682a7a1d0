package dev.cadwright.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** After a change of the API: run with {@code -Dcadwright.openapi.write=true} and look at the difference. */
@GatewayTest
class OpenApiTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("cadwright.root"), "docs", "api", "openapi.yaml");

    @Test
    void theDescriptionServedIsTheOneCheckedIn() throws IOException {
        var served = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("cadwright.openapi.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, served);
        }
        assertThat(served).contains("\nopenapi: 3.1").isEqualTo(Files.readString(DOCUMENT));
    }
}
