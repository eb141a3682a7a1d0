package dev.cadwright.cad.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.check.ConstructionCheck;
import dev.cadwright.cad.openscad.ScadLanguage;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTest {
    @Test
    void aDeepcadFileConvertsToASketchAndBack() {
        // Given
        String json = Samples.deepCad("00003999.json");

        // When
        String sketch =
                Programs.convert(Language.DEEPCAD, json, Language.SKETCH).orElseThrow();
        String back =
                Programs.convert(Language.SKETCH, sketch, Language.DEEPCAD).orElseThrow();

        // Then
        assertThat(sketch).startsWith("# CAD Construction Sequence\n").contains("Extrude(sketch, distance=");
        assertThat(Programs.parse(Language.DEEPCAD, back).orElseThrow().withoutSpans())
                .isEqualTo(Programs.parse(Language.DEEPCAD, json).orElseThrow().withoutSpans());
    }

    @Test
    void proceduralShapesAreSoundAndSurviveEveryLanguage() {
        // Given
        ProceduralGenerator generator = new ProceduralGenerator(7);

        for (int index = 0; index < 200; index++) {
            Construction construction =
                    Blocks.toConstruction(generator.sample(index).program()).withoutSpans();
            for (Language language :
                    List.of(Language.DEEPCAD, Language.FUSION360, Language.SKETCH, Language.OPENECAD)) {
                // When
                String text = Programs.print(language, construction).orElseThrow();

                // Then
                assertThat(Programs.parse(language, text).orElseThrow().withoutSpans())
                        .isEqualTo(construction);
            }
            assertThat(Programs.print(Language.CADQUERY, construction).toOptional())
                    .isPresent();
            String scad = Programs.print(Language.OPENSCAD, construction).orElseThrow();
            assertThat(ScadLanguage.parse(scad)).isInstanceOf(Parse.Ok.class);
            assertThat(ConstructionCheck.check(construction)).isEmpty();
        }
    }

    @Test
    void aCadQueryProgramConvertsToEveryLanguage() {
        // Given
        String program = """
            import cadquery as cq
            w0=cq.Workplane('ZX',origin=(0,-36,0))
            r=w0.sketch().segment((-6,3),(6,3)).segment((6,9)).arc((0,12),(-6,9)).close().assemble().finalize().extrude(4)
            """;
        String sketch =
                Programs.convert(Language.CADQUERY, program, Language.SKETCH).orElseThrow();

        for (Language language : Language.values()) {
            // When
            String text = Programs.convert(Language.CADQUERY, program, language).orElseThrow();

            // Then
            if (language != Language.OPENSCAD) {
                assertThat(Programs.convert(language, text, Language.SKETCH).orElseThrow())
                        .as(text)
                        .isEqualTo(sketch);
            }
        }
    }

    @Test
    void whatDoesNotParseDoesNotConvert() {
        Parse<String> converted = Programs.convert(Language.SKETCH, "sketch = ", Language.DEEPCAD);

        assertThat(converted.diagnostics()).singleElement().satisfies(diagnostic -> assertThat(diagnostic.expectation())
                .isEqualTo("Sketch, Extrude, Revolve, Loft or Sweep"));
    }

    @Test
    void jsonIsToldApartByItsContent() {
        assertThat(Programs.recognise(Language.DEEPCAD, "{\"metadata\": {}, \"timeline\" : []}"))
                .isEqualTo(Language.FUSION360);
        assertThat(Programs.recognise(Language.DEEPCAD, "{\"entities\": {}, \"sequence\": []}"))
                .isEqualTo(Language.DEEPCAD);
    }

    @Test
    void pythonIsToldApartByItsContent() {
        assertThat(Programs.recognise(Language.CADQUERY, "import cadquery as cq"))
                .isEqualTo(Language.CADQUERY);
        assertThat(Programs.recognise(Language.CADQUERY, "e = add_extrude(s, 0, 0, 1, 0)"))
                .isEqualTo(Language.OPENECAD);
    }

    @Test
    void aScriptIsNoConstructionBeforeItIsExecuted() {
        assertThat(Programs.parse(Language.CADQUERY, "r = 1").diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.isUnsupported()).isTrue());
    }

    @Test
    void theLanguageComesFromTheNameOfTheFile() {
        assertThat(Language.of(Path.of("shapes", "0001.JSON"))).contains(Language.DEEPCAD);
        assertThat(Language.of(Path.of("plate.sketch"))).contains(Language.SKETCH);
        assertThat(Language.of(Path.of("a.fusion360.json"))).contains(Language.FUSION360);
        assertThat(Language.of(Path.of("gear.py"))).contains(Language.CADQUERY);
        assertThat(Language.of(Path.of("part.step"))).isEmpty();
        assertThat(Language.named("sketch")).contains(Language.SKETCH);
        assertThat(Language.named("prose")).isEmpty();
    }

    @Test
    void everyConversionHasADeadlineOfItsOwn() {
        // Given
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);

        // When
        BooleanSupplier first = Programs.conversion(clock::get).expired();
        clock.addAndGet(Duration.ofSeconds(4).toNanos());
        BooleanSupplier second = Programs.conversion(clock::get).expired();
        boolean early = first.getAsBoolean();
        clock.addAndGet(Duration.ofSeconds(2).toNanos());

        // Then
        assertThat(early).isFalse();
        assertThat(first.getAsBoolean()).isTrue();
        assertThat(second.getAsBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                " ",
                "\t\n",
                "import",
                "from\n",
                "import ",
                "= ",
                "=\n",
                "add_extrude ",
                "add_extrude\n",
                "\"timeline\" "
            })
    void recognisingALanguageTakesTimeInProportionToTheText(String repeated) {
        // Given
        String text = "{" + repeated.repeat(200_000);

        // Then
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(Programs.recognise(Language.CADQUERY, text)).isEqualTo(Language.CADQUERY);
            assertThat(Programs.recognise(Language.DEEPCAD, text)).isEqualTo(Language.DEEPCAD);
            assertThat(Programs.recognise(repeated.repeat(200_000))).isEmpty();
        });
    }

    @Test
    void anImportOfCadQueryIsFoundWhereverItStands() {
        for (String program :
                List.of("\n\n  import cadquery as cq", "x = 1\nfrom cadquery import *", "\timport\tcadquery")) {
            assertThat(Programs.recognise(program)).contains(Language.CADQUERY);
        }
    }
}
