package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.Host;
import dev.cadwright.cad.python.interpret.Interpreter;
import dev.cadwright.cad.python.syntax.ModuleTree;
import dev.cadwright.cad.python.syntax.PythonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever the text, reading and running it end with a value. */
class FuzzTest {
    private static final Budget TINY = new Budget(5_000, 1 << 20, 100, 4_096, 10_000, () -> false);
    private static final List<String> PROGRAMS = Programs.list(
                    Programs.resources().resolve("programs"), ".py")
            .stream()
            .map(Programs::text)
            .toList();
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ":",
            ",",
            ".",
            "=",
            "==",
            "+",
            "-",
            "*",
            "**",
            "/",
            "//",
            "%",
            "@",
            "<",
            ">",
            "if ",
            "else ",
            "for ",
            "in ",
            "while ",
            "def f(x):",
            "class A:",
            "lambda x:",
            "return ",
            "yield ",
            "try:",
            "except:",
            "finally:",
            "with ",
            "as ",
            "import math",
            "raise ",
            "not ",
            "and ",
            "or ",
            "is ",
            "del ",
            "\n",
            "\n    ",
            "\n        ",
            "x",
            "y",
            "f",
            "0",
            "1",
            "-1",
            "2.5",
            "1e308",
            "10**100",
            "'a'",
            "\"\"\"",
            "f'{x}'",
            "f'{x:",
            "None",
            "True",
            "[1, 2]",
            "{1: 2}",
            "x.append(x)",
            "print(x)",
            "range(10)",
            "len",
            "sorted",
            "#",
            "\\",
            "\t",
            "\r",
            "é",
            "\u0000",
            "😀",
            "__class__",
            "super()",
            "...",
            ":=",
            "*args",
            "**kw",
            ";",
            "sum");

    private static void assertTotal(String text) {
        switch (PythonParser.parse(text)) {
            case Parse.Failed<ModuleTree>(var diagnostics) ->
                assertThat(diagnostics).isNotEmpty().allSatisfy(FuzzTest::assertUseful);
            case Parse.Ok<ModuleTree>(ModuleTree program) ->
                Interpreter.run(program, Host.NONE, TINY).diagnostic().ifPresent(FuzzTest::assertUseful);
        }
    }

    private static void assertUseful(Diagnostic diagnostic) {
        assertThat(diagnostic.line()).as(diagnostic.toString()).isPositive();
        assertThat(diagnostic.column()).isPositive();
        assertThat(diagnostic.code()).matches("(syntax|unsupported|limit|reference|runtime)\\.[a-z-]+");
    }

    @Property(tries = 500)
    void anyTextEndsWithAValue(@ForAll String text) {
        assertTotal(text);
    }

    @Property(tries = 500)
    void anyBytesEndWithAValue(@ForAll byte[] bytes) {
        assertTotal(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 2000)
    void anyMixOfPiecesEndsWithAValue(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(1, 40);
        for (int i = 0; i < count; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        assertTotal(text.toString());
    }

    @Property(tries = 600)
    void anyMutatedProgramEndsWithAValue(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(PROGRAMS.get(random.nextInt(PROGRAMS.size())));
        int changes = random.nextInt(1, 6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            text.replace(at, end, random.nextBoolean() ? "" : PIECES.get(random.nextInt(PIECES.size())));
        }
        assertTotal(text.toString());
    }

    @Test
    void aProgramCutOffAnywhereEndsWithAValue() {
        String program = PROGRAMS.get(2);
        for (int length = 0; length <= program.length(); length += 41) {
            assertTotal(program.substring(0, length));
        }
    }
}
