package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.sketch.SketchLanguage;
import dev.cadwright.geometry.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Features and curves beyond straight extrudes of lines, arcs and circles, against volumes that formulas give. */
class HistoryFeaturesTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    private static final String SQUARE = """
            s = Sketch()
            s.add_line(start=(0, 0), end=(10, 0))
            s.add_line(start=(10, 0), end=(10, 10))
            s.add_line(start=(10, 10), end=(0, 10))
            s.add_line(start=(0, 10), end=(0, 0))
            """;

    private static SolidProperties solid(Construction construction) {
        Execution execution = KERNEL.pool().execute(new Source.Program(construction), Request.properties());
        assertThat(execution).isInstanceOf(Execution.Solid.class);
        return ((Execution.Solid) execution).properties();
    }

    private static SolidProperties solid(String sketch) {
        return solid(SketchLanguage.parse(sketch).orElseThrow());
    }

    /** Of a frustum between two squares. */
    private static double frustum(double bottom, double top, double height) {
        return height * (bottom * bottom + bottom * top + top * top) / 3;
    }

    @Test
    void aTaperLeansTheSidesOutwardsWhereItIsPositive() {
        // Given
        double lean = Math.tan(Math.toRadians(5));

        // When
        double narrow = solid(SQUARE + "Extrude(s, distance=4, taper=-5)").volume();
        double wide = solid(SQUARE + "Extrude(s, distance=4, taper=5)").volume();
        double below = solid(SQUARE + "Extrude(s, distance=-4, taper=-5)").volume();
        double both = solid(SQUARE + "Extrude(s, distance=4, symmetric=True, taper=-5)")
                .volume();
        double sides = solid(SQUARE + "Extrude(s, distance=4, against=2, taper=-5, against_taper=0)")
                .volume();

        // Then
        assertThat(narrow).isCloseTo(frustum(10, 10 - 8 * lean, 4), within(1e-9));
        // Corners of what leans outwards are round.
        double round = 4 * Math.pow(4 * lean, 2) / 3 * (4 - Math.PI);
        assertThat(wide).isCloseTo(frustum(10, 10 + 8 * lean, 4), within(round + 1e-9));
        assertThat(below).isCloseTo(narrow, within(1e-9));
        assertThat(both).isCloseTo(2 * narrow, within(1e-9));
        assertThat(sides).isCloseTo(narrow + 200, within(1e-9));
    }

    @Test
    void anExtrudeMayStartAwayFromItsPlane() {
        SolidProperties properties = solid(SQUARE + "Extrude(s, distance=4, start=3)");

        assertThat(properties.bounds().min().distanceTo(new Vector3(0, 0, 3))).isLessThan(1e-6);
        assertThat(properties.volume()).isCloseTo(400, within(1e-9));
    }

    @Test
    void ellipsesTheirArcsAndSplinesBoundProfiles() {
        // When
        double ellipse = solid(
                        "s = Sketch()\ns.add_ellipse(center=(1, 2), axis=(0, 2), radius=5)\nExtrude(s, distance=3)")
                .volume();
        double half = solid("""
                s = Sketch()
                s.add_ellipse_arc(start=(4, 0), end=(-4, 0), center=(0, 0), axis=(4, 0), radius=2)
                s.add_line(start=(-4, 0), end=(4, 0))
                Extrude(s, distance=1)
                """).volume();
        double other = solid("""
                s = Sketch()
                s.add_ellipse_arc(start=(4, 0), end=(0, 2), center=(0, 0), axis=(4, 0), radius=2, clockwise=True)
                s.add_line(start=(0, 2), end=(4, 0))
                Extrude(s, distance=1)
                """).volume();
        double parabola = solid("""
                s = Sketch()
                s.add_spline(controls=((0, 0), (1, 3), (2, 0)), degree=2)
                s.add_line(start=(2, 0), end=(0, 0))
                Extrude(s, distance=1)
                """).volume();
        double round = solid("""
                s = Sketch()
                s.add_spline(controls=((1, 0), (1, 1), (0, 1)), degree=2, weights=(1, 0.7071067811865476, 1))
                s.add_line(start=(0, 1), end=(0, 0))
                s.add_line(start=(0, 0), end=(1, 0))
                Extrude(s, distance=1)
                """).volume();

        // Then
        assertThat(ellipse).isCloseTo(30 * Math.PI, within(1e-9));
        assertThat(half).isCloseTo(4 * Math.PI, within(1e-9));
        assertThat(other).isCloseTo(6 * Math.PI + 4, within(1e-9));
        // A quadratic Bézier curve bounds two thirds of its triangle.
        assertThat(parabola).isCloseTo(2, within(1e-9));
        assertThat(round).isCloseTo(Math.PI / 4, within(1e-9));
    }

    @Test
    void aRevolveTurnsAboutItsAxisFromItsPlane() {
        // Given: the centre of the square runs on a circle of radius 15 (Pappus)
        double ring = 2 * Math.PI * 15 * 100;
        String revolve = SQUARE + "Revolve(s, axis=((-10, 0), (-10, 1)), ";

        // When
        SolidProperties quarter = solid(revolve + "angle=90)");
        SolidProperties symmetric = solid(revolve + "angle=45, symmetric=True)");

        // Then: upwards about −y is downwards about y
        assertThat(solid(revolve + "angle=360)").volume()).isCloseTo(ring, within(1e-9 * ring));
        assertThat(quarter.volume()).isCloseTo(ring / 4, within(1e-9 * ring));
        assertThat(quarter.bounds().min().z()).isCloseTo(-20, within(1e-6));
        assertThat(quarter.bounds().max().z()).isCloseTo(0, within(1e-6));
        assertThat(symmetric.volume()).isCloseTo(ring / 4, within(1e-9 * ring));
        assertThat(symmetric.bounds().max().z()).isCloseTo(20 * Math.sin(Math.PI / 4), within(1e-6));
        assertThat(solid(revolve + "angle=30, against=60)").volume()).isCloseTo(ring / 4, within(1e-9 * ring));
    }

    @Test
    void aRuledLoftOfSquaresIsAFrustumAndItsHolesGoThrough() {
        // Given
        String sections = """
                a = Sketch()
                a.add_line(start=(-2, -2), end=(2, -2))
                a.add_line(start=(2, -2), end=(2, 2))
                a.add_line(start=(2, 2), end=(-2, 2))
                a.add_line(start=(-2, 2), end=(-2, -2))
                a.add_hole()
                a.add_circle(center=(0, 0), radius=1)
                b = Sketch(origin=(0, 0, 6))
                b.add_line(start=(-1, -1), end=(1, -1))
                b.add_line(start=(1, -1), end=(1, 1))
                b.add_line(start=(1, 1), end=(-1, 1))
                b.add_line(start=(-1, 1), end=(-1, -1))
                b.add_hole()
                b.add_circle(center=(0, 0), radius=0.5)
                """;

        // When
        double volume = solid(sections + "Loft((a, b), ruled=True)").volume();

        // Then
        double cone = Math.PI * 6 * (1 + 0.5 + 0.25) / 3;
        assertThat(volume).isCloseTo(frustum(4, 2, 6) - cone, within(1e-6));
        assertThat(solid(sections + "Loft((a, b))").volume()).isCloseTo(volume, within(1e-6));
    }

    @Test
    void aSweepFollowsLinesRoundCornersAndArcs() {
        // When
        double corner = solid("""
                s = Sketch()
                s.add_circle(center=(0, 0), radius=1)
                s.add_hole()
                s.add_circle(center=(0, 0), radius=0.5)
                p = Sketch(x_axis=(1, 0, 0), normal=(0, -1, 0))
                p.add_line(start=(0, 0), end=(0, 10))
                p.add_line(start=(0, 10), end=(8, 10))
                Sweep(s, p)
                """).volume();
        double bend = solid("""
                s = Sketch()
                s.add_circle(center=(0, 0), radius=1)
                p = Sketch(x_axis=(1, 0, 0), normal=(0, -1, 0))
                p.add_line(start=(0, 0), end=(0, 10))
                p.add_tangent_arc(end=(5, 15))
                Sweep(s, p)
                """).volume();

        // Then: mitred, a pipe is as long as its middle
        assertThat(corner).isCloseTo(Math.PI * 0.75 * 18, within(1e-6));
        assertThat(bend).isCloseTo(Math.PI * (10 + 2.5 * Math.PI), within(1e-4));
    }

    @Test
    void severalProfilesIntersectTogether() {
        // Given
        String program = SQUARE + """
                Extrude(s, distance=1)
                t = Sketch()
                t.add_circle(center=(2, 2), radius=1)
                t.add_profile()
                t.add_circle(center=(7, 7), radius=1)
                Extrude(t, distance=1, operation="intersect")
                """;

        // When, Then
        assertThat(solid(program).volume()).isCloseTo(2 * Math.PI, within(1e-9));
    }
}
