package dev.cadwright.service.dataset.program;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.service.dataset.DatasetServiceTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DatasetServiceTest
class ProgramExecuteTest {
    private static final String PLATE = """
        sketch = Sketch()
        sketch.add_line(start=(0, 0), end=(4, 0))
        sketch.add_line(start=(4, 0), end=(4, 3))
        sketch.add_line(start=(4, 3), end=(0, 3))
        sketch.add_line(start=(0, 3), end=(0, 0))
        Extrude(sketch, distance=2)
        """;

    @Inject
    ArtifactStore artifacts;

    @Test
    void aProgramIsExecutedMeasuredAndExported() throws Exception {
        // When
        Map<String, String> files = execute(
                        Map.of("name", "plate.sketch", "text", PLATE, "export", List.of("step", "stl", "obj")))
                .statusCode(200)
                .body("name", is("plate.sketch"))
                .body("language", is("sketch"))
                .body("category", is("ok"))
                .body("error", nullValue())
                .body("volume", closeTo(24, 1e-9))
                .body("faces", is(6))
                .body("valid", is(true))
                .extract()
                .path("artifacts");

        // Then
        assertThat(files).containsOnlyKeys("step", "stl", "obj");
        assertThat(new String(artifacts.read(files.get("step"), 1 << 20), StandardCharsets.US_ASCII))
                .startsWith("ISO-10303-21;");
        assertThat(Stl.parse(artifacts.read(files.get("stl"), 1 << 20)).signedVolume())
                .isCloseTo(24, org.assertj.core.data.Offset.offset(1e-6));
        execute(Map.of("name", "again", "language", "step", "artifact", files.get("step")))
                .statusCode(200)
                .body("language", is("step"))
                .body("volume", closeTo(24, 1e-9));
    }

    @Test
    void openScadReadsTheFilesThatComeWithItAndHasNoStep() {
        OpenScadWorker.require();
        execute(Map.of(
                        "name",
                        "main.scad",
                        "text",
                        "use <parts/lib.scad>\npart(2);",
                        "files",
                        Map.of("parts/lib.scad", "module part(size) { cube(size); }"),
                        "export",
                        List.of("step", "stl")))
                .statusCode(200)
                .body("category", is("ok"))
                .body("volume", closeTo(8, 1e-6))
                .body("triangles", is(12))
                .body("artifacts.step", nullValue())
                .body("artifacts.stl.length()", is(64));
    }

    @Test
    void whatGoesWrongWithAProgramIsItsCategory() {
        execute(Map.of("name", "a.sketch", "text", "sketch = Sketch("))
                .statusCode(200)
                .body("category", is("syntax"))
                .body("error.line", is(1));
        execute(Map.of("name", "a.step", "text", "ISO-10303-21; nothing"))
                .statusCode(200)
                .body("category", anyOf(is("syntax"), is("no_result"), is("runtime")));
    }

    @Test
    void whatGoesWrongWithAnOpenScadProgramIsItsCategory() {
        OpenScadWorker.require();
        execute(Map.of("name", "a.scad", "text", "cube(")).statusCode(200).body("category", is("syntax"));
        execute(Map.of("name", "a.scad", "text", "assert(false);"))
                .statusCode(200)
                .body("category", is("runtime"));
    }

    @Test
    void aProgramHasNoMoreMemoryInThisProcessThanItsRequestGives() {
        execute(Map.of(
                        "name", "list.py",
                        "text", "import cadquery as cq\na = [[i + 0.5] for i in range(1200000)]",
                        "memory", "32m"))
                .statusCode(200)
                .body("category", is("exhausted"))
                .body("error.code", containsString("memory"))
                .body("error.line", is(2));
    }

    @Test
    void aHostileProgramEndsInItsBudgetAndTheNextOneIsServed() {
        OpenScadWorker.require();
        execute(Map.of(
                        "name", "bomb.scad",
                        "text", "minkowski() { sphere(5, $fn = 300); sphere(3, $fn = 300); }",
                        "timeout", 0.5))
                .statusCode(200)
                .body("category", anyOf(is("timeout"), is("exhausted")));
        execute(Map.of("name", "deep.scad", "text", "(".repeat(100_000)))
                .statusCode(200)
                .body("category", anyOf(is("syntax"), is("exhausted"), is("crash"), is("runtime")));
        execute(Map.of("name", "deep.json", "text", "[".repeat(100_000)))
                .statusCode(200)
                .body("category", is("syntax"));
        execute(Map.of("name", "plate.sketch", "text", PLATE)).statusCode(200).body("category", is("ok"));
    }

    @Test
    void aWrongRequestIsRefused() {
        execute(Map.of("name", "a.exe", "text", "MZ")).statusCode(400).body("code", is("invalid_input"));
        execute(Map.of("name", "a", "language", "cobol", "text", "x")).statusCode(400);
        execute(Map.of("name", "a.sketch")).statusCode(400);
        execute(Map.of("name", "a.sketch", "artifact", "cd".repeat(32)))
                .statusCode(404)
                .body("code", is("artifact_missing"))
                .body("message", is("there is no such artifact"));
        given().contentType("application/json")
                .body("{")
                .post("/internal/programs/execute")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse execute(Map<String, Object> request) {
        try {
            return given().config(RestAssured.config()
                            .jsonConfig(
                                    JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
                    .contentType("application/json")
                    .body(ContractJson.mapper().writeValueAsString(request))
                    .post("/internal/programs/execute")
                    .then();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
