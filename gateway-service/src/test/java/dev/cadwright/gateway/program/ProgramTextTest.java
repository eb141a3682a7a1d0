package dev.cadwright.gateway.program;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.gateway.Api;
import dev.cadwright.gateway.GatewayTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class ProgramTextTest {
    private static final String PLATE = """
        sketch = Sketch()
        sketch.add_circle(center=(0, 0), radius=0.02)
        Extrude(sketch, distance=0.01)
        """;

    private static final String TURNED = """
        sketch = Sketch()
        sketch.add_circle(center=(3, 0), radius=1)
        Revolve(sketch, axis=((0, 0), (0, 1)), angle=360)
        """;

    @Test
    void aSoundProgramIsOkAndItsLanguageIsRecognised() {
        check(Map.of("text", PLATE))
                .statusCode(200)
                .body("ok", is(true))
                .body("language", is("sketch"))
                .body("name", is("program.sketch"))
                .body("diagnostics", empty());
        check(Map.of("text", "cube(10);", "name", "parts/box.scad"))
                .statusCode(200)
                .body("ok", is(true))
                .body("language", is("openscad"))
                .body("name", is("parts/box.scad"));
    }

    @Test
    void aProgramWithErrorsIsAnAnswerWithTheirPlaces() {
        check(Map.of("text", "sketch = Sketch()\nsketch.add_line(start=(0, 0)", "language", "sketch"))
                .statusCode(200)
                .body("ok", is(false))
                .body("diagnostics[0].severity", is("error"))
                .body("diagnostics[0].code", containsString("syntax"))
                .body("diagnostics[0].line", is(2));
        check(Map.of("text", "{\"entities\": {", "language", "deepcad"))
                .statusCode(200)
                .body("ok", is(false));
        check(Map.of("text", "[".repeat(200_000), "language", "openscad"))
                .statusCode(200)
                .body("ok", is(false));
    }

    @Test
    void whatAnOpenScadProgramIncludesIsLookedUpInTheFilesGiven() {
        check(Map.of(
                        "name", "main.scad",
                        "text", "use <lib.scad>\npart(3);",
                        "files", Map.of("lib.scad", "module part(size) { cube(size); }")))
                .statusCode(200)
                .body("ok", is(true));
    }

    @Test
    void aWrongRequestIsAProblem() {
        check(Map.of("text", PLATE, "language", "sketsh"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/language"))
                .body("errors.hint", hasItem("Did you mean \"sketch\"?"));
        check(Map.of("text", "what is this?")).statusCode(400).body("errors.code", hasItem("required"));
        check(Map.of("name", "a.sketch")).statusCode(400).body("errors.pointer", hasItem("/text"));
        check(Map.of("text", "cube(1);", "name", "../../etc/passwd.scad"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/name"));
        for (String path : List.of("/etc/passwd", "C:/x.scad", "a\u0007.scad", "a\\b.scad", "a//b.scad")) {
            check(Map.of("text", "cube(1);", "name", "a.scad", "files", Map.of(path, "x")))
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/files"));
        }
        check(Map.of("text", "x".repeat(2 << 20), "language", "sketch"))
                .statusCode(413)
                .body("code", is("body_too_large"));
    }

    @Test
    void aProgramIsPrintedInAnotherLanguage() {
        var deepcad = convert(Map.of("text", PLATE, "to", "deepcad"))
                .statusCode(200)
                .body("ok", is(true))
                .body("language", is("deepcad"))
                .body("error", nullValue())
                .extract()
                .<String>path("text");
        convert(Map.of("text", deepcad, "to", "sketch"))
                .statusCode(200)
                .body("ok", is(true))
                .body("text", containsString("add_circle"));
        convert(Map.of("text", PLATE, "to", "openscad")).statusCode(200).body("text", not(nullValue()));
    }

    @Test
    void whatCannotBePrintedIsAnAnswerWithTheReason() {
        convert(Map.of("text", TURNED, "to", "fusion360"))
                .statusCode(200)
                .body("ok", is(false))
                .body("text", nullValue())
                .body("error.code", startsWith("unsupported."));
        convert(Map.of("text", "cube(1);", "language", "openscad", "to", "deepcad"))
                .statusCode(200)
                .body("error.code", is("unsupported.script"));
        convert(Map.of("text", PLATE, "to", "cobol")).statusCode(400).body("errors.pointer", contains("/to"));
        convert(Map.of("text", PLATE, "to", "deepcad", "files", Map.of()))
                .statusCode(400)
                .body("errors.code", contains("unknown_field"));
    }

    @Test
    void aCadQueryProgramIsPrintedInOtherLanguagesOrRefusedWithThePlace() {
        convert(Map.of("text", "import cadquery as cq\nr = cq.Workplane().box(1, 2, 3)", "to", "sketch"))
                .statusCode(200)
                .body("ok", is(true))
                .body("text", containsString("Extrude(sketch, distance=3"));
        convert(Map.of("text", "import cadquery as cq\nr = cq.Workplane().sphere(1)", "to", "sketch"))
                .statusCode(200)
                .body("ok", is(false))
                .body("error.code", is("unsupported.history"))
                .body("error.line", is(2));
    }

    @Test
    void aConversionThatFillsMemoryIsRefusedAndTheNextIsServed() {
        String program = "import cadquery as cq\na = [[i + 0.5] for i in range(1200000)]";
        for (int i = 0; i < 3; i++) {
            convert(Map.of("text", program, "to", "sketch"))
                    .statusCode(200)
                    .body("ok", is(false))
                    .body("error.line", is(2));
        }
        convert(Map.of("text", PLATE, "to", "deepcad")).statusCode(200).body("ok", is(true));
    }

    private static ValidatableResponse check(Map<String, Object> body) {
        return Api.post("/v1/programs/check", json(body));
    }

    private static ValidatableResponse convert(Map<String, Object> body) {
        return Api.post("/v1/programs/convert", json(body));
    }

    private static String json(Map<String, Object> body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
