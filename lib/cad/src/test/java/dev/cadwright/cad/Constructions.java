package dev.cadwright.cad;

import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random constructions: star-shaped outlines of lines, arcs, elliptical arcs and splines, circles and ellipses as holes,
 * any plane, every feature and every extent.
 */
public final class Constructions {
    private Constructions() {}

    /** Every feature and curve there is, several profiles a feature. */
    public static Arbitrary<Construction> any() {
        return Arbitraries.longs().map(seed -> new Maker(new Random(seed), 3, true).construction());
    }

    /** Straight extrudes of lines, arcs and circles, several profiles each. */
    public static Arbitrary<Construction> plain() {
        return Arbitraries.longs().map(seed -> new Maker(new Random(seed), 3, false).construction());
    }

    /** One profile a feature, as a DeepCAD file reads. */
    public static Arbitrary<Construction> singleProfiles() {
        return Arbitraries.longs().map(seed -> new Maker(new Random(seed), 1, false).construction());
    }

    private record Maker(Random random, int mostProfiles, boolean everything) {
        Construction construction() {
            List<Feature> features = new ArrayList<>();
            int count = random.nextInt(5);
            for (int index = 0; index < count; index++) {
                Operation[] operations = Operation.values();
                Operation operation = index == 0 ? Operation.NEW_BODY : operations[random.nextInt(operations.length)];
                double scale = Math.pow(10, random.nextInt(-3, 3)) * random.nextDouble(0.1, 1);
                features.add(feature(everything ? random.nextInt(4) : 0, scale, operation));
            }
            return new Construction(features);
        }

        private Feature feature(int kind, double scale, Operation operation) {
            return switch (kind) {
                case 0 -> new Feature.Extrude(plane(), profiles(scale), extent(scale), operation, SourceSpan.NONE);
                case 1 ->
                    new Feature.Revolve(plane(), profiles(scale), axis(scale), turn(), operation, SourceSpan.NONE);
                case 2 -> loft(scale, operation);
                default -> {
                    Path path = new Path(plane(), path(scale));
                    yield new Feature.Sweep(plane(), profiles(scale), path, operation, SourceSpan.NONE);
                }
            };
        }

        private Feature loft(double scale, Operation operation) {
            Frame base = plane();
            List<Section> sections = new ArrayList<>();
            for (int index = 0; index < random.nextInt(2, 4); index++) {
                Frame plane =
                        new Frame(base.origin().plus(base.normal().times(index * scale)), base.xAxis(), base.normal());
                sections.add(new Section(plane, new Profile(star(new Vector2(0, 0), scale), List.of())));
            }
            return new Feature.Loft(sections, random.nextBoolean(), operation, SourceSpan.NONE);
        }

        private Axis axis(double scale) {
            return new Axis(new Vector2(-2 * scale, 0), new Vector2(-2 * scale, random.nextDouble(0.1, 1) * scale));
        }

        private Turn turn() {
            double angle = random.nextDouble(1, 180);
            return switch (random.nextInt(3)) {
                case 0 -> new Turn.OneSide(random.nextBoolean() ? 360 : -angle);
                case 1 -> new Turn.Symmetric(angle);
                default -> new Turn.TwoSides(angle, random.nextDouble(1, 180));
            };
        }

        private List<Curve> path(double scale) {
            List<Vector2> places = List.of(
                    new Vector2(0, 0),
                    new Vector2(0, scale),
                    new Vector2(scale, 2 * scale),
                    new Vector2(3 * scale, 2 * scale));
            List<Curve> curves = new ArrayList<>();
            for (int index = 1; index < places.size(); index++) {
                curves.add(edge(places.get(index - 1), places.get(index)));
            }
            return curves;
        }

        private List<Profile> profiles(double scale) {
            List<Profile> profiles = new ArrayList<>();
            int count = random.nextInt(1, mostProfiles + 1);
            for (int index = 0; index < count; index++) {
                profiles.add(profile(new Vector2(3 * index * scale, random.nextDouble() * scale), scale));
            }
            return profiles;
        }

        /** Frames that making them again leaves as they are, so that text can hold them exactly. */
        private Frame plane() {
            Vector3 origin = random.nextBoolean()
                    ? Vector3.ZERO
                    : new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            Frame principal = List.of(Frame.XY, Frame.YZ, Frame.ZX).get(random.nextInt(3));
            Frame plane = new Frame(origin, principal.xAxis(), principal.normal());
            for (int attempt = 0; attempt < 20; attempt++) {
                Frame tilted = new Frame(plane.origin(), direction(), direction());
                if (tilted.equals(new Frame(tilted.origin(), tilted.xAxis(), tilted.normal()))) {
                    return random.nextBoolean() ? tilted : plane;
                }
            }
            return plane;
        }

        private Vector3 direction() {
            return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        }

        private Extent extent(double scale) {
            double distance = random.nextDouble(0.1, 2) * scale * (random.nextBoolean() ? 1 : -1);
            double taper = everything && random.nextBoolean() ? random.nextDouble(-5, 5) : 0;
            return switch (random.nextInt(3)) {
                case 0 -> new Extent.OneSide(distance, taper);
                case 1 -> new Extent.Symmetric(distance, taper);
                default -> new Extent.TwoSides(distance, random.nextDouble(0.1, 2) * scale, taper, 0 - taper);
            };
        }

        private Profile profile(Vector2 centre, double scale) {
            List<Loop> holes = new ArrayList<>();
            for (int index = 0; index < random.nextInt(3); index++) {
                Vector2 place = centre.plus(new Vector2((0.16 * index - 0.08) * scale, 0));
                double radius = random.nextDouble(0.01, 0.06) * scale;
                Curve hole = everything && random.nextBoolean()
                        ? new Curve.Ellipse(place, new Vector2(0, radius), radius / 2, SourceSpan.NONE)
                        : new Curve.Circle(place, radius, SourceSpan.NONE);
                holes.add(new Loop(List.of(hole)));
            }
            return new Profile(random.nextInt(4) == 0 ? circle(centre, scale) : star(centre, scale), holes);
        }

        private Loop circle(Vector2 centre, double scale) {
            return new Loop(List.of(new Curve.Circle(centre, random.nextDouble(0.5, 1) * scale, SourceSpan.NONE)));
        }

        private Loop star(Vector2 centre, double scale) {
            int corners = random.nextInt(3, 9);
            List<Vector2> places = new ArrayList<>();
            for (int corner = 0; corner < corners; corner++) {
                double angle = 2 * Math.PI * corner / corners;
                double reach = random.nextDouble(0.6, 1) * scale;
                places.add(centre.plus(new Vector2(Math.cos(angle), Math.sin(angle)).times(reach)));
            }
            List<Curve> curves = new ArrayList<>();
            for (int corner = 0; corner < corners; corner++) {
                curves.add(edge(places.get(corner), places.get((corner + 1) % corners)));
            }
            return new Loop(curves);
        }

        private Curve edge(Vector2 start, Vector2 end) {
            if (random.nextBoolean()) {
                return new Curve.Line(start, end, SourceSpan.NONE);
            }
            Vector2 along = end.minus(start);
            Vector2 outward = new Vector2(along.y(), -along.x()).times(random.nextDouble(0.02, 0.1));
            if (everything && random.nextInt(3) == 0) {
                Vector2 centre = start.plus(end).times(0.5);
                return new Curve.EllipseArc(
                        start, end, centre, end.minus(centre), outward.length(), random.nextBoolean(), SourceSpan.NONE);
            }
            if (everything && random.nextInt(2) == 0) {
                return spline(start, end, outward);
            }
            return new Curve.Arc(start, start.plus(end).times(0.5).plus(outward), end, SourceSpan.NONE);
        }

        private Curve spline(Vector2 start, Vector2 end, Vector2 outward) {
            List<Vector2> controls = List.of(
                    start,
                    start.times(0.7).plus(end.times(0.3)).plus(outward),
                    start.times(0.3).plus(end.times(0.7)).plus(outward),
                    end);
            return switch (random.nextInt(3)) {
                case 0 -> new Curve.Spline(3, controls, SourceSpan.NONE);
                case 1 -> new Curve.Spline(2, controls, SourceSpan.NONE);
                default ->
                    new Curve.Spline(
                            2,
                            controls,
                            List.of(0.0, 0.0, 0.0, random.nextDouble(0.1, 0.9), 1.0, 1.0, 1.0),
                            List.of(1.0, random.nextDouble(0.5, 2), 1.0, 1.0),
                            SourceSpan.NONE);
            };
        }
    }
}
