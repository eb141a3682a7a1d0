package dev.cadwright.cad.cadquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.python.interpret.Budget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteNumbersTest {
    private static CadQueryRun run(String program) {
        return CadQueryProgram.parse("import cadquery as cq\n" + program)
                .orElseThrow()
                .run(new FlatModeller(), Budget.DEFAULT);
    }

    static List<String> calls() {
        try (InputStream in = FiniteNumbersTest.class.getResourceAsStream("numbers.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatIsInfiniteOrNoNumberIsRefusedWithTheNameOfItsParameter(String call) {
        // Given
        String parameter = call.substring(0, call.indexOf(" : "));
        String program = call.substring(call.indexOf(" : ") + 3);

        for (String number : List.of("float('nan')", "float('inf')", "-float('inf')")) {
            // When
            CadQueryRun run = run("r = " + program.replace("@", number));

            // Then
            Diagnostic diagnostic = run.diagnostic().orElseThrow(() -> new AssertionError(program));
            assertThat(diagnostic.code()).as(diagnostic.message()).isEqualTo("runtime.value-error");
            assertThat(diagnostic.message()).contains(parameter).contains("finite");
            assertThat(diagnostic.line()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v = cq.Vector(float('inf'), 0, float('nan'))\nr = cq.Workplane().box(1, 1, 1)",
                "s = cq.selectors.BoxSelector((-float('inf'), 0, 0), (float('inf'), 1, 1))\nr = cq.Workplane().box(1, 1, 1)",
            })
    void whatIsNoShapeMayBeInfinite(String program) {
        assertThat(run(program).diagnostic()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r = cq.Workplane().rect(1e308, 1e308).extrude(1e308)",
                "r = cq.Workplane().lineTo(1e308, 0).line(1e308, 0).line(0, 1e308).close().extrude(1)",
                "r = cq.Workplane().rect(1, 1).extrude(1).translate((1e308, 0, 0)).translate((1e308, 0, 0))",
                "r = cq.Workplane().box(1, 1, 1).translate((1e308, 0, 0)).translate((1e308, 0, 0))",
                "r = cq.Workplane().rect(1, 1).extrude(1e-320)",
                "r = cq.Workplane().rect(1e200, 1e200).revolve(360, (0, 0, 0), (0, 1, 0))",
                "r = cq.Workplane().circle(1).revolve(360, (1e308, -1e308), (-1e308, 1e308))",
            })
    void numbersThatOverflowLaterAreNoHistory(String program) {
        assertThat(CadQueryProgram.parse("import cadquery as cq\n" + program)
                        .then(parsed -> parsed.construction(Budget.DEFAULT)))
                .isInstanceOf(Parse.Failed.class);
    }

    @Test
    void wholeNumbersThatAreTooLargeAreErrorsOfTheProgram() {
        // Given
        String program = "r = cq.Edge.makeSplineApprox([cq.Vector(0, 0, 0), cq.Vector(1, 0, 0)], minDeg=10**15)";

        assertThatCode(() -> {
                    // When
                    Diagnostic diagnostic = run(program).diagnostic().orElseThrow();

                    // Then
                    assertThat(diagnostic.code()).isEqualTo("runtime.overflow-error");
                    assertThat(diagnostic.message()).contains("minDeg");
                })
                .doesNotThrowAnyException();
    }
}
