package dev.cadwright.cad.openscad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.grammar.GbnfPrinter;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.grammar.Recogniser;
import dev.cadwright.cad.grammar.SentenceGenerator;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.cad.transpile.OpenScadPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScadGrammarTest {
    private static final Grammar GRAMMAR = ScadLanguage.grammar();

    /** All of them with {@code -Dcadwright.agreement=all}. */
    private static final int EVERY = "all".equals(System.getProperty("cadwright.agreement")) ? 1 : 5;

    @Test
    void everyExampleOfTheToolIsAccepted() throws IOException {
        // Given
        SoftAssertions all = new SoftAssertions();
        try (Stream<Path> files = Files.list(Samples.shared("openscad-examples"))) {
            List<Path> examples = files.filter(path -> path.toString().endsWith(".scad"))
                    .sorted()
                    .toList();
            for (int index = 0; index < examples.size(); index += EVERY) {
                Path file = examples.get(index);
                String text = Files.readString(file);

                // When
                int rejected = Recogniser.rejectedAt(GRAMMAR, text);

                // Then
                all.assertThat(rejected)
                        .as(() -> file + ": " + text.substring(Math.max(0, rejected - 80), rejected) + "⟂"
                                + text.substring(rejected, Math.min(text.length(), rejected + 20)))
                        .isEqualTo(-1);
            }
        }
        all.assertAll();
    }

    @Test
    void whatIsPrintedIsAccepted() {
        ProceduralGenerator generator = new ProceduralGenerator(3);
        for (int index = 0; index < 5; index++) {
            String printed = OpenScadPrinter.print(
                            Blocks.toConstruction(generator.sample(index).program()))
                    .orElseThrow();
            assertThat(Recogniser.accepts(GRAMMAR, printed)).as(printed).isTrue();
        }
    }

    @Property(tries = 100)
    void randomSentencesRead(@ForAll long seed) {
        // Given
        String sentence = SentenceGenerator.sentence(GRAMMAR, new Random(seed));

        // When
        Parse<ScadProgram> read = ScadLanguage.parse(sentence);

        // Then
        List<String> codes = read instanceof Parse.Failed<ScadProgram>(var diagnostics)
                ? diagnostics.stream().map(diagnostic -> diagnostic.code()).toList()
                : List.of();
        assertThat(codes).as(sentence + "\n" + read).allMatch("limit.depth"::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cube(", "module = 3;", "x = ;", "if = 1;", "cube(1) sphere", "a = 1 +;", "\"text", "/* open"})
    void whatDoesNotReadIsNotAccepted(String text) {
        assertThat(Recogniser.accepts(GRAMMAR, text)).isFalse();
    }

    @Test
    void theRulesComeFromTheReadersTables() {
        assertThat(GbnfPrinter.print(GRAMMAR))
                .startsWith("root ::= program\n")
                .contains("sign ::= \"!\" | \"+\" | \"\\x2D\"", "\"undef\"");
    }
}
