package dev.cadwright.gateway.program;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.cadwright.cad.Language;
import dev.cadwright.gateway.GatewayTest;
import org.junit.jupiter.api.Test;

@GatewayTest
class ProgramGrammarTest {
    @Test
    void theGrammarOfEveryLanguageIsThere() {
        for (var language : Language.values()) {
            given().get("/v1/programs/grammars/" + language.label())
                    .then()
                    .statusCode(200)
                    .contentType("text/plain")
                    .body(startsWith("root ::= "));
        }
        given().accept("application/json")
                .get("/v1/programs/grammars/sketch")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("root", is("program"));
        given().get("/v1/programs/grammars/sketch?format=json")
                .then()
                .statusCode(200)
                .body("rules.program", notNullValue());
        given().get("/v1/programs/grammars/sketch?format=xml")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().get("/v1/programs/grammars/cobol")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("not_found"));
    }
}
