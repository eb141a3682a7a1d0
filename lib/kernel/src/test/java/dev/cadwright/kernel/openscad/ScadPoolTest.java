package dev.cadwright.kernel.openscad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScadPoolTest {
    private static final Budget BUDGET = Budget.STANDARD.withTime(Duration.ofSeconds(30));

    private static final double NATIVE_HULL = 901.3471;

    private static ScadPool pool;

    @BeforeAll
    static void start() {
        pool = Scad.pool(1);
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void aSolidComesWithItsMeshMeasuresAndWhatWasPrinted() {
        ScadExecution.Solid solid =
                solid("echo(\"two\\nlines\", 1); cube([1, 2, 3]); translate([5, 0, 0]) cube(1 / 3); cube(nothing);");

        assertThat(solid.measures().volume()).isCloseTo(6 + 1.0 / 27, within(1e-12));
        assertThat(solid.measures().components()).isEqualTo(2);
        assertThat(solid.measures().watertight()).isTrue();
        assertThat(solid.measures().bounds().max().x()).isEqualTo(5 + 1.0 / 3);
        assertThat(solid.output().echo()).containsExactly("\"two\nlines\", 1");
        assertThat(solid.output().warnings()).anyMatch(warning -> warning.contains("nothing"));
    }

    @Test
    void aDrawingComesWithItsContoursAndTheHolesLeftOut() {
        ScadExecution execution = run("difference() { square(4); translate([1, 1]) square(2); }");

        assertThat(execution).isInstanceOfSatisfying(ScadExecution.Drawing.class, drawing -> {
            assertThat(drawing.contours().area()).isCloseTo(12, within(1e-12));
            assertThat(drawing.contours().perimeter()).isCloseTo(24, within(1e-12));
            assertThat(drawing.contours().bounds()).containsExactly(0, 0, 4, 4);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cube(1; sphere(2);                       | SYNTAX    | openscad.syntax       | 2
            assert(1 > 2, "no"); cube(1);            | RUNTIME   | openscad.assertion    | 2
            import("missing.stl"); cube(1);          | RUNTIME   | openscad.file_missing | 2
            include <missing.scad> cube(1);          | RUNTIME   | openscad.file_missing | 2
            echo(1);                                 | NO_RESULT | openscad.empty        | 0
            function f(x) = 1 + f(x); cube(f(0));    | EXHAUSTED | openscad.recursion    | 2
            """)
    void whatGoesWrongIsNamedWithItsLine(String text, Category category, String code, int line) {
        ScadExecution execution = run("\n" + text);

        assertThat(execution.category()).isEqualTo(category);
        assertThat(fault(execution).code()).isEqualTo(code);
        assertThat(fault(execution).line()).isEqualTo(line);
    }

    @Test
    void recursionGoesAsDeepAsInTheNativeTool() {
        ScadExecution.Solid solid = solid("function sum(n) = n == 0 ? 0 : n + sum(n - 1); cube(sum(5000) / 12502500);");

        assertThat(solid.measures().volume()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$fn = 30; hull() { sphere(2); translate([70, 0, 0]) sphere(2); }",
                "$fn = 30; hull() { sphere(2); translate([70, 0, 0]) intersection() { sphere(2); cube(9, center = true); } }",
                "$fn = 30; hull() { sphere(2); % cube(99); translate([70, 0, 0]) hull() { sphere(2); cube(0.1); } }"
            })
    void hullsThatTheBuildCannotMakeAreMadeForIt(String text) {
        // When
        ScadExecution.Solid solid = solid(text);
        // Then
        assertThat(solid.hullsReplaced()).isPositive();
        assertThat(solid.measures().watertight()).isTrue();
        assertThat(solid.output().errors()).isEmpty();
        // As the native build 2021.01 has it, which writes six digits of each coordinate.
        assertThat(solid.measures().volume()).isCloseTo(NATIVE_HULL, within(2e-6 * NATIVE_HULL));
        assertThat(solid.measures().components()).isEqualTo(1);
    }

    @Test
    void textWithoutFontsIsAnErrorAndNotAHole() {
        try (ScadPool bare = new ScadPool(Scad.options().withWorkers(1).withFonts(Optional.empty()))) {
            ScadExecution execution = bare.execute(ScadSource.of("cube(1); linear_extrude(1) text(\"a\");"), BUDGET);

            assertThat(execution.category()).isEqualTo(Category.RUNTIME);
            assertThat(fault(execution).code()).isEqualTo("openscad.font_missing");
        }
    }

    @Test
    void programsSeeTheirOwnFilesAndNothingOfTheMachine(@TempDir Path folder) throws IOException {
        // Given
        Path secret = Files.writeString(folder.resolve("secret.scad"), "module given() cube(3);");
        String name = secret.toString();
        byte[] file = Files.readAllBytes(secret);
        // When
        ScadExecution inside = pool.execute(
                new ScadSource("a/b.scad", "use <c/d.scad>\ngiven();", Map.of("a/c/d.scad", file)), BUDGET);
        // Then
        assertThat(inside.category()).isEqualTo(Category.OK);
        for (String reach : new String[] {
            "include <" + name + ">\ngiven();",
            "use <../../../../../.." + name + ">\ngiven();",
            "import(\"" + name + "\"); cube(1);",
            "surface(\"" + name + "\"); cube(1);",
            "surface(\"../../../../.." + name + "\"); cube(1);"
        }) {
            assertThat(run(reach).category()).as(reach).isEqualTo(Category.RUNTIME);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.scad", "/a.scad", "a//b", "", "a/./b"})
    void pathsThatLeadOutAreRefused(String path) {
        assertThatThrownBy(() -> new ScadSource("program.scad", "", Map.of(path, new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void budgetsOfTimeMemoryAndTrianglesHoldAndTheNextIsServed() {
        String large = "x = [for (i = 0; true; i = i + 1) [i, i, i]]; cube(len(x));";

        var late = pool.execute(ScadSource.of(large), BUDGET.withTime(Duration.ofMillis(300)));
        var heavy = pool.execute(ScadSource.of(large), BUDGET.withMemory(50L << 20));
        var many = pool.execute(ScadSource.of("sphere(1, $fn = 100);"), BUDGET.withTriangles(1000));

        assertThat(late.category()).isEqualTo(Category.TIMEOUT);
        assertThat(heavy.category()).isEqualTo(Category.EXHAUSTED);
        assertThat(many.category()).isEqualTo(Category.EXHAUSTED);
        assertThat(solid("cube(2);").measures().volume()).isEqualTo(8);
    }

    @Test
    void concaveFacesAreTriangulatedRightly() {
        // Given a prism whose top and bottom are the letter L
        String text =
                "polyhedron([for (z = [0, 1], p = [[0, 0], [2, 0], [2, 1], [1, 1], [1, 2], [0, 2]]) [p.x, p.y, z]],"
                        + "[[0, 1, 2, 3, 4, 5], [11, 10, 9, 8, 7, 6], for (i = [0 : 5]) [i, i + 6, (i + 1) % 6 + 6, (i + 1) % 6]]);";
        // When
        ScadExecution.Solid solid = solid(text);
        // Then
        assertThat(solid.measures().volume()).isCloseTo(3, within(1e-9));
        assertThat(solid.measures().area()).isCloseTo(14, within(1e-9));
    }

    @Test
    void filesAreGatheredFromTheProgramsNamesAndNeverFromOutside(@TempDir Path folder) throws IOException {
        // Given
        Files.createDirectories(folder.resolve("in/lib"));
        Files.writeString(folder.resolve("out.scad"), "x = 1;");
        Files.writeString(folder.resolve("in/lib/a.scad"), "include <b.scad>");
        Files.writeString(folder.resolve("in/lib/b.scad"), "import(\"../m.stl\");");
        Files.writeString(folder.resolve("in/m.stl"), "solid");
        Files.writeString(folder.resolve("in/unused.stl"), "solid");
        Files.createSymbolicLink(folder.resolve("in/link.scad"), folder.resolve("out.scad"));
        Path program = Files.writeString(
                folder.resolve("in/p.scad"), "use <lib/a.scad>\ninclude <../out.scad>\ninclude <link.scad>");
        // When
        ScadSource source = ScadFiles.beside(program).read(program);
        // Then
        assertThat(source.name()).isEqualTo("p.scad");
        assertThat(source.files().keySet()).containsExactlyInAnyOrder("lib/a.scad", "lib/b.scad", "m.stl");
        assertThat(new String(source.files().get("m.stl"), StandardCharsets.UTF_8))
                .isEqualTo("solid");
    }

    private static ScadExecution run(String text) {
        return pool.execute(ScadSource.of(text), BUDGET);
    }

    private static ScadExecution.Solid solid(String text) {
        ScadExecution execution = run(text);
        assertThat(execution).isInstanceOf(ScadExecution.Solid.class);
        return (ScadExecution.Solid) execution;
    }

    private static ScadFault fault(ScadExecution execution) {
        return switch (execution) {
            case ScadExecution.Rejected rejected -> rejected.fault();
            case ScadExecution.NoResult nothing -> nothing.fault();
            case ScadExecution.Exhausted exhausted -> exhausted.fault();
            case ScadExecution.Solid solid -> throw new AssertionError(solid);
            case ScadExecution.Drawing drawing -> throw new AssertionError(drawing);
            case ScadExecution.TimedOut late -> throw new AssertionError(late);
            case ScadExecution.Crashed crashed -> throw new AssertionError(crashed);
        };
    }
}
