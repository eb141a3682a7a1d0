package dev.cadwright.cad.openecad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Constructions;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.check.ConstructionCheck;
import dev.cadwright.cad.deepcad.DeepCadReader;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.grammar.Recogniser;
import dev.cadwright.cad.grammar.SentenceGenerator;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.cad.outline.Outline;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenEcadLanguageTest {
    private static final Grammar GRAMMAR = OpenEcadLanguage.grammar();

    private static final String PLATE = """
            SketchPlane0 = add_sketchplane(
            \torigin= [0., 0., 5.], normal= [0., 0., 1.], x_axis= [1., 0., 0.])
            Loops0 = []
            Curves0_0 = []
            Line0_0_0 = add_line(start= [0., 0.], end= [4., 0.])
            Arc0_0_1 = add_arc(start= [4., 0.], end= [0., 0.], mid= [2., 2.])
            Loop0_0 = add_loop(Curves0_0)
            Profile0 = add_profile(Loops0)
            Sketch0 = add_sketch(sketch_plane= SketchPlane0, profile= Profile0)
            Extrude0 = add_extrude(sketch= Sketch0,
            \toperation= 0, type= 2, extent_one= 3., extent_two= 1.)
            """;

    private static Diagnostic refused(String text) {
        Parse<Construction> parse = OpenEcadLanguage.parse(text);
        assertThat(parse).isInstanceOf(Parse.Failed.class);
        return parse.diagnostics().getFirst();
    }

    static Stream<Path> originals() throws IOException {
        Path folder = Path.of(System.getProperty("cadwright.root"), "lib", "cad", "src/test/resources/openecad");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".py")).sorted().toList().stream();
        }
    }

    private static double[] areas(Construction construction, double scale) {
        return construction.features().stream()
                .map(Feature.Extrude.class::cast)
                .flatMap(extrude -> extrude.profiles().stream())
                .mapToDouble(
                        profile -> Math.abs(Outline.of(profile.outer(), 10_000).signedArea()) * scale * scale)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("originals")
    void theOriginalsProgramsDescribeTheShapesOfTheirFiles(Path file) throws IOException {
        // Given: what OpenECAD's own converter wrote, in millimetres with four decimals
        Construction read = OpenEcadLanguage.parse(Files.readString(file)).orElseThrow();
        String name = file.getFileName().toString().replace(".py", ".json");
        Construction construction = DeepCadReader.read(Samples.deepCad(name)).orElseThrow();

        // When
        double[] areas = areas(read, 1);

        // Then
        assertThat(areas).hasSameSizeAs(areas(construction, 1000));
        for (int index = 0; index < areas.length; index++) {
            double expected = areas(construction, 1000)[index];
            assertThat(areas[index]).isCloseTo(expected, within(1e-3 * Math.sqrt(expected) + 1e-3));
        }
        assertThat(ConstructionCheck.check(read)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("originals")
    void theOriginalStyleReadsBackToWithinItsDecimals(Path file) {
        // Given
        String name = file.getFileName().toString().replace(".py", ".json");
        Construction construction = DeepCadReader.read(Samples.deepCad(name)).orElseThrow();

        // When
        String text =
                OpenEcadLanguage.print(construction, OpenEcadStyle.original()).orElseThrow();
        Construction read = OpenEcadLanguage.parse(text).orElseThrow();

        // Then
        List<Vector3> before = corners(construction, 1000);
        List<Vector3> after = corners(read, 1);
        assertThat(after).hasSameSizeAs(before);
        for (Vector3 corner : before) {
            double nearest =
                    after.stream().mapToDouble(corner::distanceTo).min().orElseThrow();
            assertThat(nearest).isLessThan(1e-3);
        }
    }

    private static List<Vector3> corners(Construction construction, double scale) {
        return construction.features().stream()
                .map(Feature.Extrude.class::cast)
                .flatMap(extrude -> extrude.profiles().stream()
                        .flatMap(profile -> profile.outer().curves().stream())
                        .map(Curves::start)
                        .map(point -> extrude.plane().at(point.x(), point.y()).times(scale)))
                .sorted(Comparator.comparingDouble(Vector3::x))
                .toList();
    }

    @Provide
    Arbitrary<Construction> constructions() {
        return Constructions.singleProfiles();
    }

    @Property(tries = 300)
    void whatIsPrintedParsesToTheSameConstruction(@ForAll("constructions") Construction construction) {
        String text = OpenEcadLanguage.print(construction).orElseThrow();

        Construction parsed = OpenEcadLanguage.parse(text).orElseThrow();

        assertThat(parsed.withoutSpans()).isEqualTo(construction);
        assertThat(OpenEcadLanguage.print(parsed).orElseThrow()).isEqualTo(text);
    }

    @Test
    void curvesGoIntoTheListThatWasBegunLast() {
        Feature.Extrude extrude = (Feature.Extrude)
                OpenEcadLanguage.parse(PLATE).orElseThrow().features().getFirst();

        assertThat(extrude.extent()).isEqualTo(new Extent.TwoSides(3, 1));
        assertThat(extrude.profiles().getFirst().outer().curves()).hasSize(2);
        assertThat(extrude.span().line()).isEqualTo(10);
        assertThat(extrude.profiles()
                        .getFirst()
                        .outer()
                        .curves()
                        .getFirst()
                        .span()
                        .line())
                .isEqualTo(5);
    }

    @Test
    void aProgramThatAppendsIsTakenAtItsWord() {
        // Given
        String appending = PLATE.replace(
                        "Loop0_0 =", "Curves0_0.append(Line0_0_0)\nCurves0_0.append(Arc0_0_1)\nLoop0_0 =")
                .replace("Profile0 =", "Loops0.append(Loop0_0)\nProfile0 =");

        // When, Then
        assertThat(OpenEcadLanguage.parse(appending).orElseThrow().withoutSpans())
                .isEqualTo(OpenEcadLanguage.parse(PLATE).orElseThrow().withoutSpans());
    }

    @Test
    void planesAreToldByEarlierExtrudes() {
        // Given
        String second = """
                P = add_sketchplane_ref(Extrude0, origin = [1., 2.], type = "%s"%s)
                Sketch1 = add_sketch(P, Profile0)
                Extrude1 = add_extrude(Sketch1, 1, 0, 1, 0)
                """;

        // When
        Vector3 same = origin(PLATE + second.formatted("sameplane", ""));
        Vector3 one = origin(PLATE + second.formatted("extent_one", ", angle = np.pi/2"));
        Vector3 two = origin(PLATE + second.formatted("extent_two", ", reverse = True"));
        Vector3 line = origin(PLATE + second.formatted("line", ", line= Line0_0_0"));

        // Then
        assertThat(same).isEqualTo(new Vector3(1, 2, 5));
        assertThat(one).isEqualTo(new Vector3(1, 2, 8));
        assertThat(two).isEqualTo(new Vector3(1, 2, 4));
        assertThat(line).isEqualTo(new Vector3(1, 0, 7));
    }

    private static Vector3 origin(String text) {
        Construction construction = OpenEcadLanguage.parse(text).orElseThrow();
        return ((Feature.Extrude) construction.features().getLast()).plane().origin();
    }

    @Test
    void gapsOfRoundingAreClosedAndOthersRefused() {
        // Given
        String rounded = PLATE.replace("start= [4., 0.]", "start= [4.0001, 0.]");

        // When
        Construction closed = OpenEcadLanguage.parse(rounded).orElseThrow();

        // Then
        List<Curve> curves = ((Feature.Extrude) closed.features().getFirst())
                .profiles()
                .getFirst()
                .outer()
                .curves();
        assertThat(Curves.start(curves.getLast())).isEqualTo(new Vector2(4, 0));
        assertThat(refused(PLATE.replace("start= [4., 0.]", "start= [9., 0.]")).code())
                .isEqualTo("shape.open-loop");
    }

    @Test
    void whatIsOutsideIsRefusedWithItsPlace() {
        assertThat(refused("import os\nx = __import__('os')").line()).isEqualTo(2);
        assertThat(refused("for i in range(3):\n    x = 1").isUnsupported()).isTrue();
        assertThat(refused("x = ().__class__").isUnsupported()).isTrue();
        assertThat(refused("x = 2 ** 10").isUnsupported()).isTrue();
        assertThat(refused("x = add_line([0, 0])").code()).isEqualTo("syntax.missing-argument");
        assertThat(refused("x = add_line([0, 0], [1, 0], [2])").code()).isEqualTo("syntax.argument");
        assertThat(refused("x = add_line([0, 0], 1)").code()).isEqualTo("syntax.type");
        assertThat(refused("x = add_ling([0, 0], 1)").code()).isEqualTo("syntax.function");
        assertThat(refused("x = y").code()).isEqualTo("reference.name");
        assertThat(refused("x = 1e300").code()).isEqualTo("limit.number");
        assertThat(refused(PLATE.replace("type= 2", "type= 7")).code()).isEqualTo("syntax.type");
        assertThat(refused(PLATE.replace("x_axis= [1., 0., 0.]", "x_axis= [0., 0., 2.]"))
                        .code())
                .isEqualTo("shape.plane");
    }

    @Property(tries = 1000)
    void aDamagedProgramNeverMakesItThrow(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        StringBuilder damaged = new StringBuilder(PLATE);
        for (int hit = 0; hit <= random.nextInt(4); hit++) {
            damaged.setCharAt(random.nextInt(damaged.length()), "[]()=,0-9.eE \n_a\"#".charAt(random.nextInt(18)));
        }

        // When
        Parse<Construction> parse = OpenEcadLanguage.parse(damaged.toString());

        // Then
        assertThat(parse instanceof Parse.Ok || !parse.diagnostics().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("originals")
    void theGrammarAcceptsTheOriginalsAndWhatIsPrinted(Path file) throws IOException {
        // Given
        String original = Files.readString(file).stripTrailing() + "\n";
        Construction construction = OpenEcadLanguage.parse(original).orElseThrow();

        // When, Then
        assertThat(Recogniser.rejectedAt(GRAMMAR, original)).isEqualTo(-1);
        assertThat(Recogniser.rejectedAt(
                        GRAMMAR, OpenEcadLanguage.print(construction).orElseThrow()))
                .isEqualTo(-1);
        assertThat(Recogniser.rejectedAt(
                        GRAMMAR,
                        OpenEcadLanguage.print(construction, OpenEcadStyle.original())
                                .orElseThrow()))
                .isEqualTo(-1);
    }

    @Property(tries = 300)
    void randomSentencesReadButForWhatNoGrammarCanSay(@ForAll long seed) {
        // Given
        String sentence = SentenceGenerator.sentence(GRAMMAR, new Random(seed));

        // When
        Parse<Construction> parse = OpenEcadLanguage.parse(sentence);

        // Then: names that were not given, a name of another kind, loops that do not close, planes without a direction
        assertThat(parse.diagnostics())
                .as(sentence)
                .allMatch(diagnostic -> diagnostic.code().startsWith("reference.")
                        || diagnostic.code().startsWith("shape.")
                        || diagnostic.code().equals("syntax.type")
                        || diagnostic.code().equals("syntax.missing-argument"));
    }

    private static final String CIRCLES = """
            P = add_sketchplane(origin=[0, 0, 0], normal=[0, 0, 1], x_axis=[1, 0, 0])
            Loops0 = []
            C = [add_circle(center=[0, 0], radius=1)]
            L = add_loop(C)
            """;

    @Test
    void aListDoesNotGrowWithoutEnd() {
        assertThat(refused("L = []\n" + "L.append(1)\n".repeat(10_001)).code()).isEqualTo("limit.count");
        assertThat(refused("Curves = []\n" + "Line = add_line(start=[0, 0], end=[1, 0])\n".repeat(10_001))
                        .code())
                .isEqualTo("limit.count");
    }

    @Test
    void aProfileOfTooManyLoopsIsRefused() {
        assertThat(refused(CIRCLES + "Loops0.append(L)\n".repeat(1_001) + "add_profile(Loops0)")
                        .code())
                .isEqualTo("limit.loops");
    }

    @Test
    @Timeout(20)
    void profilesOfManyLoopsAreNestedOnlySoOften() {
        assertThat(refused(CIRCLES + "Loops0.append(L)\n".repeat(900) + "add_profile(Loops0)\n".repeat(5_000))
                        .code())
                .isEqualTo("limit.loops");
    }

    @Test
    void aProfileServesOnlySoManyExtrudes() {
        assertThat(refused(CIRCLES + "Loops0.append(L)\n".repeat(500)
                                + "S = add_sketch(sketch_plane=P, profile=add_profile(Loops0))\n"
                                + "add_extrude(sketch=S, operation=0, type=0, extent_one=1, extent_two=0)\n"
                                        .repeat(1_000))
                        .code())
                .isEqualTo("limit.curves");
    }
}
