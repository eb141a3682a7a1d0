package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.BooleanShape.Cut;
import dev.cadwright.cad.shape.BooleanShape.Fuse;
import dev.cadwright.cad.shape.EdgeShape.CircularArc;
import dev.cadwright.cad.shape.EdgeShape.Segment;
import dev.cadwright.cad.shape.FaceShape.Planar;
import dev.cadwright.cad.shape.Geometry;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.ModifiedShape.Clean;
import dev.cadwright.cad.shape.ModifiedShape.Fillet;
import dev.cadwright.cad.shape.ModifiedShape.Part;
import dev.cadwright.cad.shape.ModifiedShape.Placed;
import dev.cadwright.cad.shape.PartDescription;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape.Box;
import dev.cadwright.cad.shape.SolidShape.Cylinder;
import dev.cadwright.cad.shape.SolidShape.Prism;
import dev.cadwright.cad.shape.WireShape.Assembled;
import dev.cadwright.cad.shape.WireShape.Polygon;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    private static final SourceSpan SPAN = new SourceSpan(3, 5, 3, 20);

    @Test
    void programsThatLookAtTheirShapesGoOnInTheSameWorker() {
        // Given
        ShapeProgram program = modeller -> {
            Shape box = box(4, 4, 2);
            List<PartDescription> faces = modeller.parts(box, Kind.FACE);
            PartDescription top = faces.stream()
                    .max(Comparator.comparingDouble(face -> face.centre().z()))
                    .orElseThrow();
            Vector3 centre = top.centre();
            Shape hole = new Cylinder(new Frame(centre, Vector3.X, Vector3.Z.times(-1)), 1, 2, 360, SPAN);
            return List.of(new Cut(box, List.of(hole), 0, SPAN));
        };

        // When
        Execution execution = KERNEL.pool().run(program, Request.properties());

        // Then
        assertThat(execution).isInstanceOfSatisfying(Execution.Solid.class, solid -> {
            assertThat(solid.properties().volume()).isCloseTo(32 - 2 * Math.PI, within(1e-9));
            assertThat(solid.properties().faceTypes())
                    .containsEntry("CYLINDER", 1)
                    .containsEntry("PLANE", 6);
        });
    }

    @Test
    void wiresFacesAndPrismsAreBuiltFromCurves() {
        // Given
        Shape outline = new Polygon(
                List.of(Vector3.ZERO, new Vector3(2, 0, 0), new Vector3(2, 1, 0), new Vector3(0, 1, 0)), true, SPAN);
        Shape circle =
                new CircularArc(new Frame(new Vector3(1, 0.5, 0), Vector3.X, Vector3.Z), 0.25, 0, 0, false, SPAN);
        Shape hole = new Assembled(List.of(circle), SPAN);
        Shape prism = new Prism(new Planar(outline, List.of(hole), SPAN), new Vector3(0, 0, 3), SPAN);

        // When
        Execution execution = KERNEL.pool().run(modeller -> List.of(prism), Request.properties());

        // Then
        assertThat(((Execution.Solid) execution).properties().volume()).isCloseTo(3 * (2 - Math.PI / 16), within(1e-9));
    }

    @Test
    void refusedStepNamesItsPlaceAndLeavesTheSessionUsable() {
        // Given
        try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
            Modeller modeller = session.modeller();
            Shape box = box(1, 1, 1);
            Shape tooRound = new Fillet(box, List.of(new Part(box, Kind.EDGE, 0, SPAN)), 5, SPAN);

            // When / Then
            assertThatThrownBy(() -> modeller.measure(tooRound))
                    .isInstanceOf(ModellingException.class)
                    .isNotInstanceOf(ModellingException.Ended.class)
                    .satisfies(e -> assertThat(((ModellingException) e).span()).isEqualTo(SPAN));
            assertThat(modeller.measure(box).volume()).isCloseTo(1, within(1e-12));
            assertThat(session.execute(List.of(tooRound), Request.properties()))
                    .isInstanceOfSatisfying(
                            Execution.Rejected.class,
                            rejected -> assertThat(rejected.fault().span()).contains(SPAN));
            assertThat(session.execute(List.of(box), Request.properties())).isInstanceOf(Execution.Solid.class);
        }
    }

    @Test
    void facesWithoutSolidAreMeasuredAsTheyAre() {
        // Given
        Shape outline = new Polygon(
                List.of(Vector3.ZERO, new Vector3(2, 0, 0), new Vector3(2, 1, 0), new Vector3(0, 1, 0)), true, SPAN);

        // When
        Execution execution =
                KERNEL.pool().run(modeller -> List.of(new Planar(outline, List.of(), SPAN)), Request.properties());

        // Then
        assertThat(execution).isInstanceOfSatisfying(Execution.Loose.class, loose -> {
            assertThat(loose.properties().volume()).isZero();
            assertThat(loose.properties().area()).isCloseTo(2, within(1e-9));
            assertThat(loose.properties().solids()).isZero();
        });
    }

    @Test
    void longChainsOfUnionsGiveTheUnion() {
        // Given
        Shape chain = box(1, 1, 1);
        for (int i = 1; i < 60; i++) {
            Shape next = new Placed(box(1, 1, 1), Transform.translation(new Vector3(i, 0, 0)), SPAN);
            chain = new Clean(new Fuse(List.of(chain, next), false, 0, SPAN), SPAN);
        }
        Shape whole = chain;

        // When
        Execution execution = KERNEL.pool().run(modeller -> List.of(whole), Request.properties());

        // Then
        assertThat(((Execution.Solid) execution).properties().volume()).isCloseTo(60, within(1e-9));
        assertThat(((Execution.Solid) execution).properties().faces()).isEqualTo(6);
    }

    @Test
    void edgesAreDescribed() {
        // Given
        try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
            Shape segment = new Segment(new Vector3(1, 0, 0), new Vector3(4, 0, 0), SPAN);

            // When
            PartDescription description = session.modeller().describe(segment);

            // Then
            assertThat(description.geometry()).isEqualTo(Geometry.LINE);
            assertThat(description.size()).isCloseTo(3, within(1e-12));
            assertThat(description.start()).contains(new Vector3(1, 0, 0));
            assertThat(description.end()).contains(new Vector3(4, 0, 0));
            assertThat(description.direction()).contains(new Vector3(1, 0, 0));
        }
    }

    @Test
    void tenThousandNestedUnionsNeedNoDeepStack() {
        // Given
        Shape chain = box(1, 1, 1);
        for (int i = 1; i < 10_000; i++) {
            chain = new Clean(new Fuse(List.of(chain, box(1, 1, 1)), false, 0, SPAN), SPAN);
        }
        ShapeCompiler compiler = new ShapeCompiler(1, true);

        // When
        compiler.compile(chain);

        // Then
        assertThat(compiler.instructions()).hasSize(10_002);
    }

    @Test
    void edgesAreLinesOfPoints() {
        // Given
        try (KernelSession session = KERNEL.pool().session(Budget.STANDARD)) {
            // When
            List<double[]> edges = session.edges(box(1, 2, 3), 0.1, 0.5);

            // Then
            assertThat(edges).hasSize(12).allMatch(line -> line.length == 6);
        }
    }

    @Test
    void stepIsWrittenInTheSchemaUnitAndNameAskedFor() {
        // Given
        StepFormat format = StepFormat.STANDARD
                .withSchema(StepFormat.Schema.AP242)
                .withUnit(StepFormat.Unit.INCH)
                .withName("bracket");

        // When
        Execution.Solid solid = (Execution.Solid) KERNEL.pool()
                .run(modeller -> List.of(box(1, 2, 3)), Request.properties().withStep(format));
        byte[] text = solid.step().orElseThrow();
        Execution again = KERNEL.pool()
                .execute(new Source.Step(text, true), Request.properties().withStep());

        // Then
        assertThat(new String(text, StandardCharsets.UTF_8)).contains("AP242", "'bracket'", "INCH");
        assertThat(((Execution.Solid) again).properties().volume()).isCloseTo(6, within(1e-9));
        assertThat(new String(((Execution.Solid) again).step().orElseThrow(), StandardCharsets.UTF_8))
                .contains("AUTOMOTIVE_DESIGN")
                .doesNotContain("INCH");
    }

    private static Shape box(double x, double y, double z) {
        return new Box(Frame.XY, x, y, z, SPAN);
    }
}
