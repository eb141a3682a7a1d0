package dev.cadwright.cad.deepcad;

import static dev.cadwright.cad.deepcad.DeepCadFile.profile;
import static dev.cadwright.cad.deepcad.DeepCadFile.square;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DeepCadHostileTest {
    private static final String SAMPLE = Samples.deepCad("00633023.json");

    private static Diagnostic refused(String text) {
        Parse<Construction> parse = DeepCadReader.read(text);
        assertThat(parse).isInstanceOf(Parse.Failed.class);
        return parse.diagnostics().getFirst();
    }

    private static String valid() {
        return new DeepCadFile()
                .sketch("s", profile(square(0, 1)))
                .extrude("e", "s", "A")
                .text();
    }

    @Test
    void aFileCutOffAnywhereIsRefusedWithAPlace() {
        String trimmed = SAMPLE.stripTrailing();
        for (int length = 0; length < trimmed.length(); length++) {
            // When
            Diagnostic diagnostic = refused(trimmed.substring(0, length));

            // Then
            assertThat(diagnostic.code()).isEqualTo("syntax.json");
            assertThat(diagnostic.line()).isPositive();
            assertThat(diagnostic.column()).isPositive();
        }
    }

    @Property(tries = 500)
    void randomBytesNeverMakeItThrow(@ForAll byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        assertThat(DeepCadReader.read(text).diagnostics()).isNotEmpty();
    }

    @Property(tries = 2000)
    void aDamagedFileNeverMakesItThrow(@ForAll long seed) {
        // Given: some characters replaced by others that mean something in JSON
        Random random = new Random(seed);
        StringBuilder damaged = new StringBuilder(SAMPLE);
        for (int hit = 0; hit <= random.nextInt(4); hit++) {
            damaged.setCharAt(
                    random.nextInt(damaged.length()), "{}[]:,\"0-9.eE tn\\\u0000é".charAt(random.nextInt(19)));
        }

        // When
        Parse<Construction> parse = DeepCadReader.read(damaged.toString());

        // Then
        switch (parse) {
            case Parse.Ok<Construction>(var construction) ->
                assertThat(construction.features()).isNotNull();
            case Parse.Failed<Construction>(var diagnostics) ->
                assertThat(diagnostics).isNotEmpty();
        }
    }

    @Test
    void deepNestingIsRefused() {
        Diagnostic diagnostic = refused("[".repeat(1_000_000));

        assertThat(diagnostic.code()).isEqualTo("limit.json");
    }

    @Test
    void numbersTooLargeToComputeWithAreRefusedWhereTheyStand() {
        // Given
        String text = valid();

        // When, Then
        assertThat(refused(text.replace("\"distance\": {\"value\": 1.0}", "\"distance\": {\"value\": 1e999}"))
                        .code())
                .isEqualTo("limit.number");
        assertThat(refused(text.replace("\"distance\": {\"value\": 1.0}", "\"distance\": {\"value\": 1e12}"))
                        .code())
                .isEqualTo("limit.number");
        assertThat(refused(text.replace("\"value\": 1.0", "\"value\": " + "9".repeat(100_000)))
                        .code())
                .isEqualTo("limit.json");
        assertThat(refused(text.replace("\"value\": 1.0", "\"value\": NaN")).code())
                .isEqualTo("syntax.json");
        assertThat(refused(text.replace("\"value\": 1.0", "\"value\": Infinity"))
                        .code())
                .isEqualTo("syntax.json");
    }

    @Test
    void referencesThatGoNowhereOrInCirclesAreRefused() {
        // Given
        String text = valid();

        // When, Then
        assertThat(refused(text.replace("\"sketch\": \"s\"", "\"sketch\": \"e\""))
                        .code())
                .isEqualTo("reference.sketch");
        assertThat(refused(text.replace("\"sketch\": \"s\"", "\"sketch\": \"t\""))
                        .code())
                .isEqualTo("reference.entity");
        assertThat(refused(text.replace("\"profile\": \"A\"", "\"profile\": \"Z\""))
                        .code())
                .isEqualTo("reference.profile");
        assertThat(refused(text.replace(
                                "\"type\": \"Sketch\", \"entity\": \"s\"", "\"type\": \"Sketch\", \"entity\": \"e\""))
                        .code())
                .isEqualTo("reference.repeated");
    }

    @Test
    void aMissingOrIllTypedMemberIsNamed() {
        assertThat(refused("{}").message()).contains("entities");
        assertThat(refused("[]").expectation()).isEqualTo("an object");
        assertThat(refused(valid().replace("\"operation\"", "\"opération\"")).message())
                .contains("operation");
        Diagnostic diagnostic =
                refused(valid().replace("\"distance\": {\"value\": 1.0}", "\"distance\": {\"value\": \"1\"}"));
        assertThat(diagnostic.code()).isEqualTo("syntax.type");
        assertThat(diagnostic.expectation()).isEqualTo("a number");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThat(refused("{\"entities\": {}, \"entities\": {}, \"sequence\": []}")
                        .code())
                .isEqualTo("syntax.repeated-key");
    }

    @Test
    void aPlaneWithoutTwoDirectionsIsRefused() {
        assertThat(refused(valid().replace(
                                        "\"z_axis\": {\"x\": 0, \"y\": 0, \"z\": 1}",
                                        "\"z_axis\": {\"x\": 1, \"y\": 0, \"z\": 0}"))
                        .code())
                .isEqualTo("shape.plane");
        assertThat(refused(valid().replace("\"y_axis\": {\"x\": 0, \"y\": 1", "\"y_axis\": {\"x\": 0, \"y\": -1"))
                        .code())
                .isEqualTo("shape.plane");
    }

    @Test
    void aSmallFileThatUnfoldsToVeryMuchIsRefused() {
        // Given: one sketch of a thousand loops, extruded hundreds of times
        String[] loops = new String[1000];
        for (int index = 0; index < loops.length; index++) {
            loops[index] = DeepCadFile.loop(DeepCadFile.circle(3 * index, 0, 1));
        }
        String[] references = new String[200];
        Arrays.fill(references, "A");
        String text = new DeepCadFile()
                .sketch("s", profile(loops))
                .extrude("e", "s", references)
                .text();

        // When, Then
        assertThat(refused(text).code()).isEqualTo("limit.curves");
    }
}
