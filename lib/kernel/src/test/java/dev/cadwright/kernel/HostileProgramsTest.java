package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/** Programs that no person would write, as a model may: every one has an outcome, and a solid that comes out is one. */
class HostileProgramsTest {
    private static KernelPool pool;

    @BeforeContainer
    static void start() {
        pool = new KernelPool(Workers.options());
    }

    @AfterContainer
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @Property(tries = 120)
    void everyProgramHasAnOutcomeAndEverySolidIsSound(@ForAll("programs") Construction construction) {
        // Given
        Request request = Request.properties()
                .withMesh(Deflection.STANDARD)
                .withStep()
                .within(Budget.STANDARD.withTime(Duration.ofSeconds(5)));

        // When
        Execution execution = pool.execute(new Source.Program(construction), request);

        // Then
        Statistics.collect(execution.category());
        if (execution instanceof Execution.Solid(var properties, var mesh, var step, var _, var _, var _)) {
            assertThat(properties.volume()).isPositive();
            assertThat(properties.solids()).isPositive();
            assertThat(step).isPresent();
            assertSound(mesh.orElseThrow(), properties);
        } else {
            assertThat(execution.category()).isNotEqualTo(Category.OK);
        }
    }

    private static void assertSound(Mesh mesh, SolidProperties properties) {
        assertThat(Meshes.unpairedEdges(mesh)).isZero();
        assertThat(Meshes.volume(mesh))
                .isCloseTo(properties.volume(), within(0.05 * properties.volume() + 1e-3 * properties.area()));
    }

    @Provide
    Arbitrary<Construction> programs() {
        return features().list().ofMinSize(1).ofMaxSize(4).map(Construction::new);
    }

    private static Arbitrary<Feature> features() {
        return profiles().list().ofMinSize(1).ofMaxSize(2).flatMap(profiles -> planes().flatMap(plane -> extents()
                .flatMap(extent -> Arbitraries.of(Operation.values())
                        .map(operation -> new Feature.Extrude(plane, profiles, extent, operation, SourceSpan.NONE)))));
    }

    private static Arbitrary<Frame> planes() {
        return Arbitraries.of(
                        Frame.XY, Frame.YZ, Frame.ZX, new Frame(new Vector3(1, 2, 3), Vector3.X, new Vector3(0, 1, 1)))
                .flatMap(plane -> coordinates().map(plane::offset));
    }

    private static Arbitrary<Extent> extents() {
        return coordinates().flatMap(first -> coordinates()
                .flatMap(second -> Arbitraries.of(
                        new Extent.OneSide(first), new Extent.Symmetric(first), new Extent.TwoSides(first, second))));
    }

    private static Arbitrary<Profile> profiles() {
        return loops().flatMap(outer -> loops().list().ofMaxSize(2).map(holes -> new Profile(outer, holes)));
    }

    private static Arbitrary<Loop> loops() {
        Arbitrary<Loop> circles = points().flatMap(centre ->
                coordinates().map(radius -> new Loop(List.of(new Curve.Circle(centre, radius, SourceSpan.NONE)))));
        Arbitrary<Loop> chains = points().list().ofMinSize(3).ofMaxSize(7).map(HostileProgramsTest::chain);
        Arbitrary<Loop> boxes = points().map(p -> Shapes.rectangle(-1 - Math.abs(p.x()), -2, 3 + Math.abs(p.y()), 9));
        return Arbitraries.oneOf(circles, chains, boxes);
    }

    /** Lines, and an arc wherever two points in a row leave one over between them. */
    private static Loop chain(List<Vector2> points) {
        List<Curve> curves = new ArrayList<>();
        int count = points.size();
        IntStream.range(0, count / 2).forEach(i -> {
            Vector2 start = points.get(2 * i);
            Vector2 next = points.get((2 * i + 2) % (count - count % 2));
            Vector2 between = points.get(2 * i + 1);
            if (i % 2 == 0) {
                curves.add(new Curve.Line(start, between, SourceSpan.NONE));
                curves.add(new Curve.Line(between, next, SourceSpan.NONE));
            } else {
                curves.add(new Curve.Arc(start, between, next, SourceSpan.NONE));
            }
        });
        return new Loop(curves);
    }

    private static Arbitrary<Vector2> points() {
        return coordinates().flatMap(x -> coordinates().map(y -> new Vector2(x, y)));
    }

    private static Arbitrary<Double> coordinates() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.integers().between(-10, 10).map(Integer::doubleValue)),
                Tuple.of(6, Arbitraries.doubles().between(-10, 10)),
                Tuple.of(1, Arbitraries.of(0.0, -0.0, 1e-8, 1e-6, 1e5, -1e9, 1e300, Double.NaN)));
    }
}
