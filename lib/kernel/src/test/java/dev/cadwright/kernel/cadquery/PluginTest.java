package dev.cadwright.kernel.cadquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.TestKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Functions that programs hang at {@code Workplane}, and imports that they do not use. */
class PluginTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

    @Test
    void aFunctionHungAtWorkplaneIsAMethodOfEveryWorkplane() {
        // Given
        String program = """
                import os, re
                import cadquery as cq
                from contextlib import suppress

                def cubes(self, length):
                    cube = lambda place: cq.Solid.makeBox(length, length, length).located(place)
                    return self.eachpoint(cube, True)

                cq.Workplane.cubes = cubes
                base = cq.Workplane().box(6, 8, 0.5)
                r = base.faces(">Z").rect(4, 4, forConstruction=True).vertices().cubes(1).combine()
                """;
        // When
        Actual actual = Actual.of(program, KERNEL.pool());
        // Then
        assertThat(actual.properties().orElseThrow().volume()).isCloseTo(4, within(1e-9));
        assertThat(actual.properties().orElseThrow().solids()).isEqualTo(4);
    }

    @Test
    void aPluginCombinesWithTheBase() {
        // Given
        String program = """
                import cadquery as cq

                def knob(self, radius, mode):
                    made = cq.Solid.makeCylinder(radius, 2, self._findFromPoint(), self.plane.zDir)
                    return self._combineWithBase(made, mode)

                cq.Workplane.knob = knob
                r = cq.Workplane().box(4, 4, 2).faces(">Z").workplane().knob(1, %s)
                """;
        // When
        double added = Actual.of(program.formatted("True"), KERNEL.pool())
                .properties()
                .orElseThrow()
                .volume();
        double cut = Actual.of(program.formatted("'cut'"), KERNEL.pool())
                .properties()
                .orElseThrow()
                .volume();
        // Then
        assertThat(added).isCloseTo(32 + 2 * Math.PI, within(1e-9));
        assertThat(cut).isCloseTo(32, within(1e-9));
    }

    @Test
    void thePluginsOfOneProgramAreNotThereInTheNext() {
        // Given
        Actual.of(
                "import cadquery as cq\ncq.Workplane.mine = lambda self: self\nr = cq.Workplane().box(1, 1, 1)",
                KERNEL.pool());
        // When
        Actual next = Actual.of("import cadquery as cq\nr = cq.Workplane().box(1, 1, 1).mine()", KERNEL.pool());
        // Then
        assertThat(next.category()).isEqualTo(Category.RUNTIME);
        assertThat(next.message()).contains("mine");
    }

    @Test
    void methodsOfItsOwnAndOfPythonAreNotReplaced() {
        assertThat(Actual.of("import cadquery as cq\ncq.Workplane.box = 1", KERNEL.pool())
                        .category())
                .isEqualTo(Category.UNSUPPORTED);
        assertThat(Actual.of("list.mine = 1", KERNEL.pool()).category()).isEqualTo(Category.RUNTIME);
    }

    @Test
    void whatIsImportedAndNotExecutedIsUnsupportedWhereItIsUsed() {
        Actual actual = Actual.of("import json\nx = 1\ny = json.dumps(x)\n", KERNEL.pool());

        assertThat(actual.category()).isEqualTo(Category.UNSUPPORTED);
        assertThat(actual.message()).contains("3:", "json");
    }
}
