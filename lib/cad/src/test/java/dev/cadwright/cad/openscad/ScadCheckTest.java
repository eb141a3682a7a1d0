package dev.cadwright.cad.openscad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.openscad.ScadParameter.Choice;
import dev.cadwright.cad.openscad.ScadParameter.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScadCheckTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cub(1);                                    | reference.module    | did you mean "cube"?
            module tray(a) {} tra(1);                  | reference.module    | did you mean "tray"?
            x = 1; cube(y);                            | reference.variable  | ''
            x = sqt(2);                                | reference.function  | did you mean "sqrt"?
            cube(sise = 2);                            | reference.argument  | did you mean "size"?
            module m(width) {} m(widht = 1);           | reference.argument  | did you mean "width"?
            function f(a) = a; x = f(1, 2);            | reference.arguments | ''
            module m() { inner = 1; } cube(inner);     | reference.variable  | ''
            x = [for (i = [0 : 2]) i]; cube(i);        | reference.variable  | ''
            """)
    void namesThatAreNotThereAreWarnedOf(String text, String code, String hint) {
        ScadReport report = ScadLanguage.check(text);

        assertThat(report.isOk()).isTrue();
        assertThat(report.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(code);
            assertThat(warning.hint()).isEqualTo(hint);
            assertThat(warning.line()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            for (i = [0 : 3], j = [i]) let(k = j) translate([k, i, 0]) cube($fn = 3);
            f = function(x) x < 1 ? 0 : f(x - 1); echo(f(3), PI, $t, $anything);
            module m(a, b = 2) { c = a + b; module n() cube(c); n(); children($children - 1); } m(1) { d = 1; cube(d); }
            x = [for (i = 0, j = 1; i < 3; i = i + 1, j = j * 2) let(k = j) if (k > 1) each [k, i]];
            if (true) { y = 1; cube(y); } else { z = 2; sphere(z); } w = later; later = 1;
            """)
    void soundProgramsRaiseNoWarning(String text) {
        assertThat(ScadLanguage.check(text).warnings()).isEmpty();
    }

    @Test
    void parametersComeWithTheirAnnotations() {
        // Given
        String text = """
                // How wide it is
                width = 10; // [5 : 0.5 : 20]
                count = 3; // [1, 2, 3]
                /* [Looks] */
                // Its colour
                colour = "red"; // [red : Red one, "dark, blue"]
                round = true;
                size = [1, -2, 3];
                limit = 4; // 12
                /* [Hidden] */
                secret = 5;
                sum = width + 1;
                module m() {}
                after = 1;
                """;
        // When
        List<ScadParameter> parameters = ScadLanguage.check(text).parameters();
        // Then
        assertThat(parameters)
                .extracting(ScadParameter::name)
                .containsExactly("width", "count", "colour", "round", "size", "limit", "secret");
        assertThat(parameters.get(0).description()).isEqualTo("How wide it is");
        assertThat(parameters.get(0).bounds())
                .contains(new ScadParameter.Bounds(Optional.of(5.0), Optional.of(0.5), 20));
        assertThat(parameters.get(0).group()).isEqualTo("Parameters");
        assertThat(parameters.get(1).choices()).extracting(Choice::value).containsExactly("1", "2", "3");
        assertThat(parameters.get(2).choices())
                .containsExactly(new Choice("red", "Red one"), new Choice("dark, blue", "dark, blue"));
        assertThat(parameters.get(2).group()).isEqualTo("Looks");
        assertThat(parameters.get(4).kind()).isEqualTo(Kind.VECTOR);
        assertThat(parameters.get(4).value()).isEqualTo("[1, -2, 3]");
        assertThat(parameters.get(5).bounds())
                .contains(new ScadParameter.Bounds(Optional.empty(), Optional.empty(), 12));
        assertThat(parameters.get(6).hidden()).isTrue();
    }

    @Test
    void includedAndUsedFilesAreResolvedAmongThoseGiven() {
        // Given
        Map<String, String> files = Map.of(
                "lib/a.scad", "include <b.scad>\nmodule a() b();",
                "lib/b.scad", "depth = 2; module b() cube(depth); include <a.scad>",
                "c.scad", "hidden = 1; function c() = hidden;");
        // When
        ScadReport report = ScadLanguage.check(
                "main.scad", "include <lib/a.scad>\nuse <c.scad>\na(); cube(depth + c() + hidden);", files);
        // Then
        assertThat(report.errors()).isEmpty();
        assertThat(report.files())
                .allMatch(ScadReport.FileReference::resolved)
                .extracting(ScadReport.FileReference::included)
                .containsExactly(true, false);
        assertThat(report.warnings()).extracting(Diagnostic::code).containsExactly("reference.variable");
        assertThat(report.usedModules()).containsExactly("a", "cube");
    }

    @Test
    void aFileThatIsNotGivenIsAnErrorAndExplainsAllUnknownNames() {
        ScadReport report = ScadLanguage.check("use <../../etc/passwd>\nunknown();");

        assertThat(report.isOk()).isFalse();
        assertThat(report.errors()).extracting(Diagnostic::code).containsExactly("reference.file");
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void theExamplesOfTheToolAreSound() throws IOException {
        // Given
        Map<String, String> files = new HashMap<>();
        for (Path file : ScadLanguageTest.examples()) {
            files.put(file.getFileName().toString(), Files.readString(file));
        }
        for (Map.Entry<String, String> program : files.entrySet()) {
            // When
            ScadReport report = ScadLanguage.check(program.getKey(), program.getValue(), files);
            // Then
            assertThat(report.warnings()).as(program.getKey()).isEmpty();
            boolean needsLibrary = program.getValue().contains("<MCAD/");
            assertThat(report.isOk()).as(program.getKey()).isEqualTo(!needsLibrary);
        }
    }
}
