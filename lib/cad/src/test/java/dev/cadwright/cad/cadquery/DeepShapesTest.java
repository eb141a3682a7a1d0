package dev.cadwright.cad.cadquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepShapesTest {
    private static CadQueryRun run(String program) {
        return CadQueryProgram.parse("import cadquery as cq\n" + program)
                .orElseThrow()
                .run(new FlatModeller(), Budget.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r = cq.Workplane().box(1, 1, 1)\nfor i in range(50000):\n    r = r.translate((0, 0, 1))",
                "r = cq.Workplane().box(1, 1, 1).val()\nfor i in range(50000):\n    r = r.moved(cq.Location((0, 0, 1)))",
                "r = cq.Workplane().box(1, 1, 1).val()\nfor i in range(50000):\n    r.move(cq.Location((0, 0, 1)))"
            })
    void movesUponMovesAreOne(String program) {
        // When
        CadQueryRun run = run(program);

        // Then
        assertThat(run).isInstanceOfSatisfying(CadQueryRun.Finished.class, finished -> {
            Shape shape = finished.shapes().getFirst();
            assertThat(shape).isInstanceOfSatisfying(ModifiedShape.class, moved -> assertThat(moved.of())
                    .isNotInstanceOfAny(ModifiedShape.Placed.class, ModifiedShape.Transformed.class));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r = r.fillet(0.1, [])",
                "r = cq.Compound.makeCompound([r])",
                "r = r.mirror('XY')",
                "r = r.moved(cq.Location((0, 0, 1))).translate((0, 0, 1))",
                "r = r.cut(r)",
                "r = r.clean()",
            })
    void shapesWithinShapesEndAtALimit(String step) {
        // When
        CadQueryRun run = run("r = cq.Workplane().box(1, 1, 1).val()\nfor i in range(50000):\n    " + step);

        // Then
        assertThat(run.diagnostic()).hasValueSatisfying(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("limit.nesting");
            assertThat(diagnostic.line()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r = r.fillet(0.1, [])",
                "r = cq.Compound.makeCompound([r])",
                "r = r.mirror('XY')",
                "r = r.moved(cq.Location((0, 0, 1))).translate((0, 0, 1))",
                "r = r.cut(r)",
                "r = r.fuse(r)",
                "r = cq.Solid.extrudeLinear(r, cq.Vector(0, 0, 1))",
                "r = r.fillet2D(0.1, [])",
            })
    void shapesBelowTheLimitComeOutAndAreNoHistory(String step) {
        for (String before : List.of("cq.Solid.makeBox(1, 1, 1)", "cq.Face.makePlane(1, 1)", "cq.Edge.makeCircle(1)")) {
            // Given
            String program = "r = " + before + "\nfor i in range(9000):\n    " + step;

            // When
            CadQueryRun run = run(program);
            CadQueryRun placed = run(program + "\nr = cq.Workplane().add(r).extrude(1)");
            Parse<Construction> history = CadQueryProgram.parse("import cadquery as cq\n" + program)
                    .then(parsed -> parsed.construction(Budget.DEFAULT));

            // Then
            for (CadQueryRun each : List.of(run, placed)) {
                assertThat(each.diagnostic().map(Diagnostic::code))
                        .as(program)
                        .isNotEqualTo(Optional.of("runtime.recursion-error"));
            }
            assertThat(history).isInstanceOf(Parse.Failed.class);
        }
    }

    @Test
    void outlinesThatWereMovedManyTimesInTwoWaysAreFollowed() {
        assertThat(CadQueryProgram.parse("""
                import cadquery as cq
                w = cq.Wire.makePolygon([(0, 0, 0), (1, 0, 0), (1, 1, 0)], close=True)
                for i in range(6000):
                    w = w.moved(cq.Location((0, 0, 1))).translate((0, 0, -1))
                r = cq.Solid.extrudeLinear(w, [], cq.Vector(0, 0, 1))""").then(parsed -> parsed.construction(Budget.DEFAULT)))
                .isInstanceOf(Parse.Ok.class);
    }

    @Test
    void shapesUnitedWithThemselvesAreLookedAtOnce() {
        // Given
        String program = """
            r = cq.Compound.makeCompound([cq.Solid.makeBox(1, 1, 1)])
            for i in range(60):
                r = r.fuse(r)
            r = cq.Workplane().add(r).extrude(1)""";

        // When // Then
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> run(program));
    }
}
