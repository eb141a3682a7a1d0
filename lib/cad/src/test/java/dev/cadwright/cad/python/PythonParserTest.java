package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.python.syntax.PythonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonParserTest {
    private static Diagnostic refused(String text) {
        return PythonParser.parse(text.replace("\\n", "\n").replace("\\t", "\t"))
                .diagnostics()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "if x = 3:\\n  pass¦1¦6¦syntax.unexpected¦write == to compare",
                "print 3¦1¦7¦syntax.unexpected¦write print(…)",
                "x = (1,\\n2¦1¦5¦syntax.bracket¦the program ends at line 2",
                "x = (1]¦1¦7¦syntax.bracket¦``",
                "for i in range(3)\\n  pass¦1¦18¦syntax.unexpected¦a colon begins the block of \"for\"",
                "x = 'abc¦1¦5¦syntax.string¦``",
                "x = '''abc¦1¦5¦syntax.string¦``",
                "f'{a!z}'¦1¦5¦syntax.string¦``",
                "f'{}'¦1¦1¦syntax.string¦``",
                "f'}'¦1¦3¦syntax.string¦write }}",
                "'\\x1'¦1¦1¦syntax.string¦``",
                "else: 3¦1¦1¦syntax.unexpected¦there is no block before it that it could belong to",
                "if a: b\\nelse if c: d¦2¦6¦syntax.unexpected¦write elif",
                "x = “a”¦1¦5¦syntax.character¦write a straight quote \"",
                "\\tx=1¦1¦2¦syntax.indentation¦``",
                "if 1:\\nx=2¦2¦1¦syntax.indentation¦write pass for an empty block",
                "if 1:\\n    x=2\\n  y=3¦3¦3¦syntax.indentation¦``",
                "if 1:\\n\\tx=2\\n        y=3¦3¦9¦syntax.indentation¦use spaces",
                "x=012¦1¦3¦syntax.number¦write 0o for an octal number",
                "x=1__0¦1¦3¦syntax.number¦``",
                "x=0xg¦1¦3¦syntax.number¦``",
                "x=3px¦1¦3¦syntax.number¦``",
                "1 = x¦1¦1¦syntax.target¦write == to compare",
                "f() = x¦1¦1¦syntax.target¦write == to compare",
                "f(a=1, 2)¦1¦8¦syntax.argument¦``",
                "f(a=1, a=2)¦1¦8¦syntax.argument¦``",
                "def f(a, a): pass¦1¦10¦syntax.parameter¦``",
                "def f(a=1, b): pass¦1¦12¦syntax.parameter¦``",
                "return 3¦1¦1¦syntax.return¦``",
                "break¦1¦1¦syntax.break¦``",
                "yield 3¦1¦1¦syntax.yield¦``",
                "class = 3¦1¦7¦syntax.unexpected¦``",
                "import 3¦1¦8¦syntax.unexpected¦``",
                "try: pass\\nx¦2¦1¦syntax.unexpected¦``",
                "match x:\\n  case 1: pass¦1¦1¦unsupported.python¦write if and elif",
                "match (x):\\n  case 1: pass¦1¦1¦unsupported.python¦write if and elif",
                "async def f(): pass¦1¦1¦unsupported.python¦``",
                "x = b'a'¦1¦6¦unsupported.python¦there are no bytes",
                "x = 2j¦1¦6¦unsupported.python¦there are no imaginary numbers",
                "from . import a¦1¦6¦unsupported.python¦a program is a single file",
                "def f():\\n  x = 1 + (yield)¦2¦12¦unsupported.python¦assign what it gives to a name of its own",
            })
    void aTextThatDoesNotReadIsRefusedWithPlaceCodeAndHint(
            String text, int line, int column, String code, String hint) {
        // When
        Diagnostic diagnostic = refused(text);

        // Then
        assertThat(diagnostic.code()).isEqualTo(code);
        assertThat(diagnostic.line()).isEqualTo(line);
        assertThat(diagnostic.column()).isEqualTo(column);
        assertThat(diagnostic.hint()).isEqualTo(hint == null ? "" : hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\uFEFFx = 1",
                "# -*- coding: latin-1 -*-\nx = 1",
                "x = 1\r\ny = 2\ry = 3",
                "x = 1;y = 2;",
                "if 1: pass; pass\nelse: pass",
                "x = (1,\n  2,  # a comment\n\n  3)",
                "x = 1 + \\\n  2",
                "größe = 3\nprint(größe)",
                "match = 1\nmatch.x\nmatch(3)\nmatch[1]\ntype = match",
                "def f(a, /, b: int = 1, *c, d, e=2, **g) -> int: ...",
                "lambda *, a=1, **k: (a, k)",
                "x: int\ny: list[int] = []\nself.x: int = 3",
                "a = b = c, *d = [1, 2]",
                "x = [*a, *b]; y = {**a, 'k': 1}; z = {*a}; f(*a, *b, **c)",
                "x[1:2, ::3, ...]\nx[a:=1]\nx[*a]",
                "try: pass\nexcept (A, B) as e: pass\nelse: pass\nfinally: pass",
                "with a as b, c: pass",
                "@a.b(1)\n@c\nclass A(B, C): x = 1",
                "x = a if b else c if d else e\nnot a in b is not c",
                "1if x else 2",
                "f'{x!r:>{w}.{p}} {{}} {y=} {z = :.2f} {d[\"k\"]}' 'b' r'\\d'",
                "x = -1 ** -2 @ 3 // 4 % 5 << 1 >> 2 & 3 | 4 ^ 5",
                "for x, (y, *z) in a: pass\nelse: pass",
                "global x\nx = 1",
                "\t\n\f\nx = 1\n\n  # comment\n",
                "if x:\n\ty = 1\n\tz = 2",
                "print(x, file=f, sep='')\nx.if_ = 1",
            })
    void programsOfTheGrammarRead(String text) {
        assertThat(PythonParser.parse(text).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "f(", "x[", "{1:", "lambda:(", "(a for b in "})
    void bracketsNestedWithoutEndAreALimitAndNoOverflow(String opening) {
        assertThat(refused(opening.repeat(50_000)).code()).isEqualTo("limit.nesting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "not ", "~", "lambda: ", "1 if 1 else ", "2 ** "})
    void operatorsNestedWithoutEndAreALimitAndNoOverflow(String prefix) {
        assertThat(refused(prefix.repeat(50_000) + "1").code()).isEqualTo("limit.nesting");
    }

    @Test
    void blocksNestedWithoutEndAreALimit() {
        // Given
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 500; depth++) {
            text.repeat(' ', depth).append("if 1:\n");
        }

        // Then
        assertThat(refused(text.toString()).code()).isEqualTo("limit.nesting");
    }

    @ParameterizedTest
    @ValueSource(strings = {".b()", ".b", "[0]", "()", " + 1", " * 2", " and c", " or c", " < 1", ", 2", " == 1"})
    void aChainOfAnyLengthReads(String link) {
        assertThat(PythonParser.parse("x = a" + link.repeat(50_000)).diagnostics())
                .isEmpty();
    }

    @Test
    void aLongChainRunsWithoutDeepRecursion() {
        assertThat(Programs.printed(
                        "x = 'a'" + ".strip()".repeat(20_000) + "\ny = 1" + " + 1".repeat(20_000) + "\nprint(x, y)"))
                .isEqualTo("a 20001\n");
    }

    @Test
    void theMarkdownAroundAProgramIsNamed() {
        assertThat(refused("```python\nx = 1\n```").hint()).isEqualTo("leave out the Markdown around the program");
    }

    @Test
    void aProgramThatIsTooLongIsRefused() {
        assertThat(refused("#".repeat(PythonParser.LONGEST_PROGRAM + 1)).code()).isEqualTo("limit.size");
    }

    @Test
    void anIntLiteralOfTooManyDigitsIsRefused() {
        assertThat(refused("x = " + "9".repeat(5_000)).code()).isEqualTo("syntax.number");
        assertThat(refused("x = 0x" + "f".repeat(1_000_000)).code()).isEqualTo("limit.size");
    }
}
