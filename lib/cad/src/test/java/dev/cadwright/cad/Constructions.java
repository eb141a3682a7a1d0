package dev.cadwright.cad;

import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random sound constructions: star-shaped outlines of lines and arcs, circles as holes, any plane, any extent. */
public final class Constructions {
    private Constructions() {}

    /** Several profiles a feature. */
    public static Arbitrary<Construction> any() {
        return Arbitraries.longs().map(seed -> new Maker(new Random(seed), 3).construction());
    }

    /** One profile a feature, as a DeepCAD file reads. */
    public static Arbitrary<Construction> singleProfiles() {
        return Arbitraries.longs().map(seed -> new Maker(new Random(seed), 1).construction());
    }

    private record Maker(Random random, int mostProfiles) {
        Construction construction() {
            List<Feature> features = new ArrayList<>();
            int count = random.nextInt(5);
            for (int index = 0; index < count; index++) {
                features.add(feature(index == 0));
            }
            return new Construction(features);
        }

        private Feature feature(boolean first) {
            double scale = Math.pow(10, random.nextInt(-3, 3)) * random.nextDouble(0.1, 1);
            List<Profile> profiles = new ArrayList<>();
            int count = random.nextInt(1, mostProfiles + 1);
            for (int index = 0; index < count; index++) {
                profiles.add(profile(new Vector2(3 * index * scale, random.nextDouble() * scale), scale));
            }
            Operation[] operations = Operation.values();
            Operation operation = first ? Operation.NEW_BODY : operations[random.nextInt(operations.length)];
            return new Feature.Extrude(plane(), profiles, extent(scale), operation, SourceSpan.NONE);
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
            return switch (random.nextInt(3)) {
                case 0 -> new Extent.OneSide(distance);
                case 1 -> new Extent.Symmetric(distance);
                default -> new Extent.TwoSides(distance, random.nextDouble(0.1, 2) * scale);
            };
        }

        private Profile profile(Vector2 centre, double scale) {
            List<Loop> holes = new ArrayList<>();
            for (int index = 0; index < random.nextInt(3); index++) {
                Vector2 place = centre.plus(new Vector2((0.16 * index - 0.08) * scale, 0));
                double radius = random.nextDouble(0.01, 0.06) * scale;
                holes.add(new Loop(List.of(new Curve.Circle(place, radius, SourceSpan.NONE))));
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
            return new Curve.Arc(start, start.plus(end).times(0.5).plus(outward), end, SourceSpan.NONE);
        }
    }
}
