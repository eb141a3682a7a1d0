package dev.cadwright.cad.cadquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.transpile.CadQueryPrinter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadQueryHistoryTest {
    private static final String IMPORT = "import cadquery as cq\n";

    private static Parse<Construction> read(String program) {
        return CadQueryProgram.parse(IMPORT + program).then(parsed -> parsed.construction(Budget.DEFAULT));
    }

    private static List<Feature> features(String program) {
        return read(program).orElseThrow().features();
    }

    private static Diagnostic refusal(String program) {
        return ((Parse.Failed<Construction>) read(program)).diagnostics().getFirst();
    }

    @Test
    void aSketchWithAHoleIsOneExtrudeOnItsPlane() {
        // When
        List<Feature> features = features("""
            w0=cq.Workplane('XY',origin=(0,0,20))
            r=w0.sketch().rect(10,8).push([(1,1)]).circle(2,mode='s').finalize().extrude(-66)""");

        // Then
        assertThat(features).singleElement().isInstanceOfSatisfying(Feature.Extrude.class, extrude -> {
            assertThat(extrude.plane().origin().z()).isEqualTo(20);
            assertThat(extrude.extent()).isEqualTo(new Extent.OneSide(-66));
            assertThat(extrude.profiles()).singleElement().satisfies(profile -> assertThat(profile.holes())
                    .hasSize(1));
        });
    }

    @Test
    void unionsCutsAndIntersectionsFollowEachOther() {
        assertThat(features("""
            a = cq.Workplane('YZ').box(10, 10, 10)
            b = cq.Workplane('ZX').circle(3).extrude(20)
            c = cq.Workplane('XY').rect(4, 4).extrude(9, both=True)
            r = a.union(b).cut(c).intersect(cq.Workplane().cylinder(30, 5))"""))
                .extracting(Feature::operation)
                .containsExactly(Operation.NEW_BODY, Operation.JOIN, Operation.CUT, Operation.CUT, Operation.INTERSECT);
    }

    @Test
    void facesThatMeetBecomeStepsOfTheirOwn() {
        assertThat(features("""
            s = cq.Sketch().rect(10, 4).push([(5, 0)]).circle(3).circle(1, mode='s')
            r = cq.Workplane().placeSketch(s).extrude(2)"""))
                .extracting(Feature::operation)
                .containsExactly(Operation.NEW_BODY, Operation.JOIN, Operation.CUT);
    }

    @Test
    void aBodyThatWasCutGoesFirstInAUnion() {
        assertThat(features("""
            a = cq.Workplane().box(10, 10, 10)
            b = cq.Workplane().box(2, 2, 40).cut(cq.Workplane().box(1, 1, 40))
            r = a.union(b)"""))
                .extracting(Feature::operation)
                .containsExactly(Operation.NEW_BODY, Operation.CUT, Operation.JOIN);
    }

    @Test
    void aRevolutionTurnsAboutTheSameAxis() {
        assertThat(features("r = cq.Workplane('XZ').moveTo(5, 0).rect(2, 3).revolve(90, (0, 0), (0, 1))"))
                .singleElement()
                .isInstanceOfSatisfying(Feature.Revolve.class, revolve -> {
                    assertThat(revolve.turn().to() - revolve.turn().from()).isEqualTo(90);
                    assertThat(revolve.profiles()).hasSize(1);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        r = cq.Workplane().box(1, 1, 1).edges('|Z').fillet(0.1)                              ~ asks for
        r = cq.Workplane().box(1, 1, 1).union(cq.Workplane().sphere(1))                       ~ Sphere
        r = cq.Workplane().pushPoints([(0, 0), (1, 0)]).circle(1).extrude(1, combine=False)   ~ meet
        r = cq.Workplane().box(4, 4, 4).mirror('XY')                                          ~ mirrored
        r = cq.Workplane().rect(2, 2).extrude(1).faces('>Z').workplane().hole(1)              ~ asks for
        r = cq.Workplane().moveTo(0, 0).lineTo(2, 2).lineTo(2, 0).lineTo(0, 2).close().extrude(1) ~ crosses
        """)
    void whatIsNoHistoryIsRefusedWithTheReasonAndThePlace(String program, String reason) {
        // When
        Diagnostic refusal = refusal(program.strip());

        // Then
        assertThat(refusal.code()).isEqualTo("unsupported.history");
        assertThat(refusal.message()).contains(reason);
        assertThat(refusal.line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try:\n    r = cq.Workplane().box(1, 1, 1).edges('|Z').fillet(9)\nexcept Exception:\n    r = cq.Workplane().box(1, 1, 1)",
                "b = cq.Workplane().box(1, 1, 1)\nr = b if b.val().Volume() > 0.5 else b.translate((1, 0, 0))",
                "s = cq.Sketch().rect(4, 4).push([(9, 0)]).circle(1)\nf = [x for x in s][0]\nr = cq.Workplane().add(f).extrude(1)"
            })
    void aProgramThatDependsOnAnAnswerOfTheKernelIsRefused(String program) {
        assertThat(refusal(program).code()).isEqualTo("unsupported.history");
    }

    @Test
    void failuresOfTheProgramAreItsOwn() {
        // When
        Diagnostic unknown = refusal("r = cq.Workplane().nothing()");
        Diagnostic division = refusal("x = 1\nr = 1 / 0");

        // Then
        assertThat(unknown.code()).isEqualTo("reference.attribute-error");
        assertThat(unknown.line()).isEqualTo(2);
        assertThat(division.code()).isEqualTo("runtime.zero-division-error");
        assertThat(division.line()).isEqualTo(3);
        assertThat(refusal("x = 1").code()).isEqualTo("shape.empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        cut   ~ 61 ~ cq.Workplane(origin=(i - 30, 0, 0)).box(0.5, 1, 30)
        cut   ~ 121 ~ cq.Workplane(origin=(i - 30, 0, 0)).circle(0.4).extrude(30, both=True)
        union ~ 61 ~ cq.Workplane(origin=(i, 0, 0)).box(1, 1, i + 20)
        """)
    void longChainsOfStepsAreHistories(String operation, int steps, String tool) {
        assertThat(features("""
            r = cq.Workplane().box(100, 10, 10)
            for i in range(60):
                r = r.%s(%s)""".formatted(operation, tool))).hasSize(steps);
    }

    @Test
    void aScaledCircleKeepsItsScale() {
        assertThat(features("""
            f = cq.Face.makeFromWires(cq.Wire.makeCircle(3, cq.Vector(1, 0, 0), cq.Vector(0, 0, 1)), [])
            r = cq.Solid.extrudeLinear(f.scale(2), cq.Vector(0, 0, 5))""")).singleElement().isInstanceOfSatisfying(Feature.Extrude.class, extrude -> assertThat(
                        extrude.profiles().getFirst().outer().curves())
                .singleElement()
                .isInstanceOfSatisfying(Curve.Circle.class, circle -> assertThat(circle.radius())
                        .isEqualTo(6)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        r = cq.Solid.extrudeLinear(cq.Wire.makeCircle(3, cq.Vector(), cq.Vector(1, 0, 1)), [], cq.Vector(0, 0, 5)) ~ right angles
        r = cq.Solid.extrudeLinear(cq.Wire.makeCircle(3, cq.Vector(), cq.Vector(1, 0, 0)), [], cq.Vector(0, 0, 5)) ~ right angles
        r = cq.Workplane().box(1, 1, 1).val().transformShape(cq.Matrix([[1, 0.5, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]])) ~ sheared
        """)
    void whatIsTiltedOrShearedIsNoHistory(String program, String reason) {
        // When
        Diagnostic refusal = refusal(program.strip());

        // Then
        assertThat(refusal.code()).isEqualTo("unsupported.history");
        assertThat(refusal.message()).contains(reason);
    }

    @Test
    void manyOutlinesEndWithARefusalInTime() {
        // Given
        String program = """
            s = cq.Sketch()
            for i in range(3000):
                s = s.push([(i * 0.3, i % 7)]).circle(1.5, mode='a')
            r = cq.Workplane().placeSketch(s).extrude(1)""";
        long start = System.nanoTime();

        // When
        Diagnostic refusal = refusal(program);

        // Then
        assertThat(refusal.code()).isEqualTo("unsupported.history");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatGrowsByDoublingEndsWithARefusalInTime() {
        // Given
        String bodies = """
            r = cq.Workplane().box(1, 1, 1)
            for i in range(40):
                r = r.union(r.translate((2 ** i * 2, 0, 0)))""";
        String faces = """
            s = cq.Sketch().rect(1, 1)
            for i in range(40):
                s = s.face(s.copy().moved(cq.Location(cq.Vector(2 ** i * 2, 0, 0))))
            r = cq.Workplane().placeSketch(s).extrude(1)""";
        long start = System.nanoTime();

        for (String program : List.of(bodies, faces)) {
            // When // Then
            assertThat(read(program)).isInstanceOf(Parse.Failed.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r = r.cut(r)",
                "r = r.union(r)",
                "r = r.cut(tool)",
                "r = r.union(tool)",
                "r = r.union(r.cut(tool))",
                "tool = tool.union(r)\n    r = r.union(tool)",
            })
    void chainsOfSharedShapesEndInTime(String step) {
        // Given
        String program = """
            r = cq.Workplane().box(10, 10, 10)
            tool = cq.Workplane().box(1, 1, 30)
            for i in range(60):
                %s""".formatted(step);

        // When // Then
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(read(program))
                .satisfiesAnyOf(read -> assertThat(read).isInstanceOf(Parse.Ok.class), read -> assertThat(
                                ((Parse.Failed<Construction>) read)
                                        .diagnostics()
                                        .getFirst()
                                        .code())
                        .isEqualTo("unsupported.history")));
    }

    @Test
    void aBodyWithManyCornersAndStepsIsSearchedWithinItsShareOfWork() {
        // Given
        String program = """
            points = [(math.cos(i * math.tau / 3000) * 10, math.sin(i * math.tau / 3000) * 10) for i in range(3000)]
            r = cq.Workplane().polyline(points).close().extrude(1)
            for i in range(60):
                r = r.cut(cq.Workplane().polyline(points).close().extrude(1))""";

        // When // Then
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(refusal("import math\n" + program).code()).isEqualTo("unsupported.history"));
    }

    @Test
    void whatIsPrintedForCadQueryIsRecognisedAgain() {
        ProceduralGenerator generator = new ProceduralGenerator(11);
        for (int index = 0; index < 30; index++) {
            // Given
            Construction construction =
                    Blocks.toConstruction(generator.sample(index).program());
            String printed = CadQueryPrinter.print(construction).orElseThrow();

            // When
            Parse<Construction> read =
                    CadQueryProgram.parse(printed).then(parsed -> parsed.construction(Budget.DEFAULT));

            // Then
            assertThat(read).as(printed).isInstanceOf(Parse.Ok.class);
        }
    }
}
