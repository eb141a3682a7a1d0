package dev.cadwright.cad.openscad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScadLanguageTest {
    private static final String SPICE = "()[]{};=?:\"<>,.+-!#1afor each";
    private static final String TOUR = """
            include <a/b.scad>
            use <c.scad>
            $fn = 30; x = -2 ^ 2 + (1 - 2 - 3) * .5 % 0x1F;
            function f(a, b = [1 : 2 : 9], ) = a == undef ? b : a > 0 && !true || false ? a[0].x : f(a = b);
            g = function(x) function(y) x + y; h = g(1)(2); i = (function(q) q)(3);
            list = [for (i = [0:3]) if (i % 2 == 0) each [i, i] else let(k = i) for (j = 0, k = 1; j < 3; j = j + 1) [j],
                let(z = 1) z, assert(true) 1, echo("a\\n\\"b\\u00e4") 2, (if (x) if (y) 1 else 2),];
            module m(a, $b = 2) { translate([a, 0, 0]) #cube(1, center = true); if (a) sphere(); else if (b) {} else %m(); }
            *m(1) { children(0); { cube(); } x = 3; } !union() ;;
            let(a = 1) echo(a) assert(a) for (i = [1, 2]) each() m();
            module n() cube(); text("tab\tin\nlines");
            """;

    @Test
    void everyConstructOfTheLanguageReads() {
        ScadProgram program = ScadLanguage.parse(TOUR).orElseThrow();

        assertThat(program.statements()).hasSize(15);
    }

    @Test
    void printingWhatIsPrintedGivesTheSameTextAndTheSameTree() {
        // Given
        String printed = ScadLanguage.print(ScadLanguage.parse(TOUR).orElseThrow());

        // When
        ScadProgram again = ScadLanguage.parse(printed).orElseThrow();

        // Then
        assertThat(ScadLanguage.print(again)).isEqualTo(printed);
        assertThat(printed).contains("x = -2 ^ 2 + (1 - 2 - 3) * 0.5 % 31;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = 1 | 2;", "x = 6 & 3;", "cube(1 << 2);", "cube(8 >> 1);", "x = [~1];"})
    void operatorsThatTheBuildDoesNotKnowAreUnsupported(String program) {
        assertThat(ScadLanguage.parse(program).diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.code()).isEqualTo("unsupported.operator"));
    }

    @Test
    void theExamplesOfTheToolReadAndPrint() throws IOException {
        // Given
        List<Path> programs = examples();
        for (Path file : programs) {
            // When
            String printed = ScadLanguage.print(
                    ScadLanguage.parse(Files.readString(file)).orElseThrow());

            // Then
            assertThat(ScadLanguage.print(ScadLanguage.parse(printed).orElseThrow()))
                    .as(file.toString())
                    .isEqualTo(printed);
        }
        assertThat(programs).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cube(1) sphere(2        | syntax.unexpected | 1 | 17
            x = 1                   | syntax.unexpected | 1 | 6
            x = ;                   | syntax.unexpected | 1 | 5
            x = [1, 2               | syntax.unexpected | 1 | 10
            module () {}            | syntax.unexpected | 1 | 8
            /* a                    | syntax.comment    | 1 | 1
            x = "a                  | syntax.text       | 1 | 5
            cube(1); @              | syntax.character  | 1 | 10
            use <a                  | syntax.path       | 1 | 1
            if (a) else cube();     | syntax.unexpected | 1 | 8
            a = let(b = 1);         | syntax.unexpected | 1 | 15
            """)
    void whatDoesNotReadNamesItsPlace(String text, String code, int line, int column) {
        assertThat(ScadLanguage.parse(text).diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(code);
            assertThat(diagnostic.line()).isEqualTo(line);
            assertThat(diagnostic.column()).isEqualTo(column);
        });
    }

    @Test
    void aForgottenSemicolonIsHintedAt() {
        assertThat(ScadLanguage.parse("x = 1\ncube(x);").diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.hint()).contains("\";\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[", "-", "f(", "x ? ", "[for(i=[0:1]) ", "let(a=1) ", "function(x) ", "2^", "[if(a) "})
    void nestingWithoutEndIsRefusedAndNotFollowed(String opening) {
        assertThat(ScadLanguage.parse("x = " + opening.repeat(100_000)).diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.code()).matches("limit.depth|syntax.unexpected"));
    }

    @Test
    void longChainsAreNoNesting() {
        String sum = "x = " + "1 + ".repeat(50_000) + "1;";
        String choice = "y = " + "a ? 1 : ".repeat(50_000) + "2;";
        String steps = "if (a) b(); else ".repeat(50_000) + "c();";

        for (String text : List.of(sum, choice, steps, "z = f" + "(1)".repeat(50_000) + ";")) {
            String printed = ScadLanguage.print(ScadLanguage.parse(text).orElseThrow());
            assertThat(ScadLanguage.print(ScadLanguage.parse(printed).orElseThrow()))
                    .isEqualTo(printed);
        }
    }

    @Property(tries = 2000)
    void damagedProgramsReadOrSayWhyTheyDoNot(@ForAll long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(TOUR);
        for (int i = 0; i < 4; i++) {
            int at = random.nextInt(Math.max(1, text.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, at + 1);
                case 1 -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
                default -> text.setLength(Math.max(1, at));
            }
        }
        // When
        Parse<ScadProgram> parse = ScadLanguage.parse(text.toString());
        // Then
        parse.toOptional().ifPresent(program -> {
            String printed = ScadLanguage.print(program);
            assertThat(ScadLanguage.print(ScadLanguage.parse(printed).orElseThrow()))
                    .isEqualTo(printed);
        });
        assertThat(parse.toOptional().isPresent()).isEqualTo(parse.diagnostics().isEmpty());
    }

    static List<Path> examples() throws IOException {
        Path folder = Samples.shared("openscad-examples");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> examples = files.sorted().toList();
            assertThat(examples).as("examples in %s", folder).isNotEmpty();
            return examples;
        }
    }
}
