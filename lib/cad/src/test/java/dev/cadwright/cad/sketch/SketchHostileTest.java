package dev.cadwright.cad.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.deepcad.DeepCadReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SketchHostileTest {
    private static final String SAMPLE = SketchLanguage.print(
            DeepCadReader.read(Samples.deepCad("00003877.json")).orElseThrow());

    private static Diagnostic refused(String text) {
        Parse<Construction> parse = SketchLanguage.parse(text);
        assertThat(parse).isInstanceOf(Parse.Failed.class);
        return parse.diagnostics().getFirst();
    }

    private static void assertTotal(String text) {
        switch (SketchLanguage.parse(text)) {
            case Parse.Ok<Construction>(var construction) ->
                assertThat(SketchLanguage.parse(SketchLanguage.print(construction))
                                .diagnostics())
                        .isEmpty();
            case Parse.Failed<Construction>(var diagnostics) ->
                assertThat(diagnostics)
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(20)
                        .allSatisfy(diagnostic -> {
                            assertThat(diagnostic.line()).isPositive();
                            assertThat(diagnostic.column()).isPositive();
                            assertThat(diagnostic.message()).hasSizeLessThan(200);
                        });
        }
    }

    @Test
    void aProgramCutOffAnywhereParsesOrIsRefusedWithAPlace() {
        for (int length = 0; length <= SAMPLE.length(); length++) {
            assertTotal(SAMPLE.substring(0, length));
        }
    }

    @Property(tries = 1000)
    void randomBytesNeverMakeItThrow(@ForAll byte[] bytes) {
        assertTotal(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 1000)
    void anyTextNeverMakesItThrow(@ForAll String text) {
        assertTotal(text);
    }

    @Property(tries = 3000)
    void aDamagedProgramNeverMakesItThrow(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        String signs = "()=.,#+-\"' \n0123e…\u0000\uD800";
        StringBuilder damaged = new StringBuilder(SAMPLE);
        for (int hit = 0; hit <= random.nextInt(6); hit++) {
            damaged.setCharAt(random.nextInt(damaged.length()), signs.charAt(random.nextInt(signs.length())));
        }

        // When, Then
        assertTotal(damaged.toString());
    }

    @Test
    void deepNestingIsRefused() {
        String text = "s = Sketch(origin=" + "(".repeat(1_000_000);

        assertThat(refused(text).code()).isEqualTo("limit.nesting");
    }

    @Test
    void longListsAreRefused() {
        String text = "s = Sketch(origin=(" + "1, ".repeat(1_000_000) + "))";

        assertThat(refused(text).code()).isEqualTo("limit.count");
    }

    @Test
    void numbersTooLargeToComputeWithAreRefused() {
        assertThat(refused("s = Sketch(origin=(1e999, 0, 0))").code()).isEqualTo("limit.number");
        assertThat(refused("s = Sketch(origin=(-1e10, 0, 0))").code()).isEqualTo("limit.number");
        assertThat(refused("s = Sketch(origin=(" + "9".repeat(100_000) + ", 0, 0))")
                        .code())
                .isEqualTo("limit.number");
        assertThat(refused("s = Sketch(origin=(nan, 0, 0))").code()).isEqualTo("syntax.type");
    }

    @Test
    void aTextBeyondTheBoundIsRefused() {
        assertThat(refused("#".repeat(SketchLanguage.MAX_LENGTH + 1)).code()).isEqualTo("limit.text");
    }

    @Test
    void aSmallProgramThatUnfoldsToVeryMuchIsRefused() {
        String text = "s = Sketch()\n" + "s.add_line((0, 0), (1, 1))\n".repeat(1000) + "Extrude(s, 1)\n".repeat(1000);

        assertThat(refused(text).code()).isEqualTo("limit.curves");
    }

    @Test
    void aNameForASketchMeansThatSketchOnlyAfterItsLine() {
        assertThat(refused("a = Extrude(a, 1)").code()).isEqualTo("syntax.type");
    }

    @Test
    void pythonThatDrawsNothingIsRefused() {
        assertThat(refused("import os").line()).isEqualTo(1);
        assertThat(refused("__import__('os').system('true')").code()).isEqualTo("syntax.unexpected");
        assertThat(refused("s = Sketch().__class__").code()).isEqualTo("syntax.unexpected");
        assertThat(refused("x = [1, 2]").code()).isEqualTo("syntax.character");
    }
}
