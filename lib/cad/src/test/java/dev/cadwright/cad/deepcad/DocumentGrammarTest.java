package dev.cadwright.cad.deepcad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.grammar.Recogniser;
import dev.cadwright.cad.grammar.SentenceGenerator;
import dev.cadwright.cad.language.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentGrammarTest {
    /** Names that fit nothing, and what numbers alone can be wrong with. */
    private static final List<String> BEYOND = List.of("reference.", "shape.", "unsupported.", "syntax.repeated-key");

    @ParameterizedTest
    @EnumSource(names = {"DEEPCAD", "FUSION360"})
    void everySampleIsAcceptedInItsCanonicalForm(Language language) {
        Grammar grammar = Programs.grammar(language);
        for (Path sample : Samples.deepCad().subList(0, 4)) {
            String text = Programs.convert(Language.DEEPCAD, Samples.text(sample), language)
                    .orElseThrow();
            int rejected = Recogniser.rejectedAt(grammar, text);
            assertThat(rejected)
                    .as(() -> sample + ": " + text.substring(Math.max(0, rejected - 200), rejected) + "⟂")
                    .isEqualTo(-1);
        }
    }

    @Property(tries = 60)
    void randomSentencesReadButForWhatNoGrammarCanSay(@ForAll long seed) {
        for (Language language : List.of(Language.DEEPCAD, Language.FUSION360)) {
            // Given
            String sentence = SentenceGenerator.sentence(Programs.grammar(language), new Random(seed));

            // When
            Parse<?> read = Programs.parse(language, sentence);

            // Then
            List<String> codes = read instanceof Parse.Failed<?>(var diagnostics)
                    ? diagnostics.stream().map(Diagnostic::code).toList()
                    : List.of();
            assertThat(codes).as(sentence + read).allMatch(code -> BEYOND.stream()
                    .anyMatch(code::startsWith));
        }
    }
}
