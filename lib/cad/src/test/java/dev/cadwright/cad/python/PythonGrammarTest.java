package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.grammar.GbnfPrinter;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.grammar.Recogniser;
import dev.cadwright.cad.grammar.SentenceGenerator;
import dev.cadwright.cad.python.syntax.ModuleTree;
import dev.cadwright.cad.python.syntax.PythonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonGrammarTest {
    private static final Grammar GRAMMAR = PythonParser.grammar();
    private static final boolean FULL = "all".equals(System.getProperty("cadwright.agreement"));

    /** What no such grammar can say: names given twice, and nesting and numbers beyond a bound. */
    private static final Set<String> BEYOND = Set.of(
            "syntax.argument", "syntax.parameter", "syntax.nonlocal", "limit.nesting", "limit.size", "syntax.target");

    /** @param every of so many programs one, but all with {@code -Dcadwright.agreement=all} */
    @ParameterizedTest
    @CsvSource({"cad-recode, 40, 0", "cad-recode-model-outputs, 40, 0", "cadquery-examples, 4, 0", "cadquery-llm, 30, 3"
    })
    void everyProgramIsAcceptedButThoseIndentedOtherwise(String corpus, int every, int otherwise) {
        // Given
        List<Path> programs = Programs.list(Samples.shared(corpus), ".py");

        // When
        List<String> rejected = new ArrayList<>();
        for (int index = 0; index < programs.size(); index += FULL ? 1 : every) {
            String text = Programs.text(programs.get(index));
            int at = Recogniser.rejectedAt(GRAMMAR, text);
            if (at >= 0) {
                rejected.add(programs.get(index).getFileName() + ": " + text.substring(Math.max(0, at - 60), at) + "⟂"
                        + text.substring(at, Math.min(text.length(), at + 20)));
            }
        }

        // Then
        assertThat(rejected).hasSizeLessThanOrEqualTo(otherwise);
    }

    @Property(tries = 100)
    void randomSentencesRead(@ForAll long seed) {
        // Given
        String sentence = SentenceGenerator.sentence(GRAMMAR, new Random(seed));

        // When
        Parse<ModuleTree> read = PythonParser.parse(sentence);

        // Then
        List<String> codes = read instanceof Parse.Failed<ModuleTree>(var diagnostics)
                ? diagnostics.stream().map(Diagnostic::code).toList()
                : List.of();
        assertThat(codes).as(sentence + "\n" + read).allMatch(BEYOND::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if x:\n  y = 1\nelse:\n    z = 2",
                "return 3",
                "x = = 1",
                "def f(:\n    pass",
                "for = 1",
                "f(a=1, 2)",
                "while True:\n    pass\nbreak",
                "'open"
            })
    void whatDoesNotReadIsNotAccepted(String text) {
        assertThat(Recogniser.accepts(GRAMMAR, text)).isFalse();
    }

    @Test
    void blocksStandInBlocks() {
        assertThat(Recogniser.accepts(GRAMMAR, """
                import cadquery as cq

                # A plate
                def plate(width, height=2.5, *more, **named):
                    \"\"\"Makes it.\"\"\"
                    for i in range(3):

                        if i % 2 == 0 and not more:
                            continue
                        elif i: break
                        else:
                            return cq.Workplane("XY").box(width, height, i)  # done
                    return None

                result = (plate(10)
                    .faces(">Z")  # top
                    .hole(2))
                print(f"{result.size():.2f}", [a for a in (1, 2) if a], {"a": 1, **{}}, lambda x: x ** -2)
                """)).isTrue();
        assertThat(GbnfPrinter.print(GRAMMAR)).startsWith("root ::= program\n");
    }
}
