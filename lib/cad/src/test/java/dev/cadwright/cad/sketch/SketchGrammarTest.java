package dev.cadwright.cad.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Constructions;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.deepcad.DeepCadReader;
import dev.cadwright.cad.grammar.GbnfPrinter;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.grammar.Recogniser;
import dev.cadwright.cad.grammar.SentenceGenerator;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SketchGrammarTest {
    private static final Grammar GRAMMAR = SketchLanguage.grammar();

    private static void assertAccepted(Construction construction) {
        String text = SketchLanguage.print(construction);
        int rejected = Recogniser.rejectedAt(GRAMMAR, text);
        assertThat(rejected)
                .as(() -> text.substring(0, rejected) + "⟂" + text.substring(rejected))
                .isEqualTo(-1);
    }

    @Test
    void everySampleIsAcceptedInItsCanonicalForm() {
        Samples.deepCad()
                .forEach(sample ->
                        assertAccepted(DeepCadReader.read(Samples.text(sample)).orElseThrow()));
    }

    @Test
    void everyProceduralShapeIsAccepted() {
        ProceduralGenerator generator = new ProceduralGenerator(11);

        for (int index = 0; index < 100; index++) {
            assertAccepted(Blocks.toConstruction(generator.sample(index).program()));
        }
    }

    @Provide
    Arbitrary<Construction> constructions() {
        return Constructions.any();
    }

    @Property(tries = 200)
    void everyConstructionIsAccepted(@ForAll("constructions") Construction construction) {
        assertAccepted(construction);
    }

    @Property(tries = 500)
    void randomSentencesReadButForWhatNoGrammarCanSay(@ForAll long seed) {
        // Given
        String sentence = SentenceGenerator.sentence(GRAMMAR, new Random(seed));

        // When
        List<Diagnostic> diagnostics = SketchLanguage.parse(sentence).diagnostics();

        // Then: planes without a direction, splines whose numbers do not fit, lofts of unequal holes
        assertThat(diagnostics)
                .as(sentence)
                .allMatch(diagnostic -> diagnostic.code().startsWith("shape."));
    }

    @Test
    void theLossyFormIsNotAccepted() {
        Construction construction =
                DeepCadReader.read(Samples.deepCad("00003999.json")).orElseThrow();

        assertThat(Recogniser.accepts(GRAMMAR, SketchLanguage.printLossy(construction)))
                .isFalse();
        assertThat(GbnfPrinter.print(GRAMMAR))
                .startsWith("root ::= program\n")
                .contains("sketch.add_circle(", "center=");
    }
}
