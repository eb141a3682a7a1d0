package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.Outline;
import dev.cadwright.cad.outline.Range;
import dev.cadwright.cad.outline.Reach;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for a point inside the body of a history: with one it is certain that the body is not empty. */
final class HistoryProbe {
    /** Points along each axis; odd, so that the middle is among them, and no round share of usual sizes. */
    private static final List<Integer> GRIDS = List.of(7, 23);

    private static final int MOST_FEATURES = 300;

    private final List<Feature> features;
    private final List<List<Hull>> hulls = new ArrayList<>();
    private final long work;

    /** A profile's outlines. */
    private record Hull(Outline outer, List<Outline> holes) {
        static Hull of(Profile profile) {
            return new Hull(
                    Outline.of(profile.outer()),
                    profile.holes().stream().map(Outline::of).toList());
        }

        long corners() {
            return outer.size() + holes.stream().mapToLong(Outline::size).sum();
        }

        boolean contains(double x, double y) {
            return outer.contains(x, y) && holes.stream().noneMatch(hole -> hole.contains(x, y));
        }
    }

    private HistoryProbe(List<Feature> features) {
        this.features = features;
        for (Feature feature : features) {
            hulls.add(profiles(feature).stream().map(Hull::of).toList());
        }
        this.work = features.size()
                + hulls.stream().flatMap(List::stream).mapToLong(Hull::corners).sum();
    }

    /** Whether a point is found; false says nothing. */
    static boolean findsInside(List<Feature> features, LoopGap gap) {
        Optional<Bounds> box = Reach.bounds(new Construction(features));
        if (box.isEmpty() || features.size() > MOST_FEATURES) {
            return false;
        }
        HistoryProbe probe = new HistoryProbe(features);
        for (int grid : GRIDS) {
            if (probe.finds(box.get(), grid, gap)) {
                return true;
            }
        }
        return false;
    }

    private boolean finds(Bounds box, int grid, LoopGap gap) {
        Vector3 size = box.max().minus(box.min());
        for (int i = 0; i < grid; i++) {
            for (int j = 0; j < grid; j++) {
                for (int k = 0; k < grid; k++) {
                    Vector3 share = new Vector3(
                            size.x() * (i + 0.5) / grid, size.y() * (j + 0.5) / grid, size.z() * (k + 0.5) / grid);
                    gap.spend(work, SourceSpan.NONE);
                    if (contains(box.min().plus(share))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean contains(Vector3 point) {
        boolean inside = false;
        for (int i = 0; i < features.size(); i++) {
            boolean here = contains(features.get(i), hulls.get(i), point);
            inside = switch (features.get(i).operation()) {
                case NEW_BODY, JOIN -> inside || here;
                case CUT -> inside && !here;
                case INTERSECT -> inside && here;
            };
        }
        return inside;
    }

    private static boolean contains(Feature feature, List<Hull> hulls, Vector3 point) {
        return switch (feature) {
            case Feature.Extrude extrude -> {
                Vector3 from = point.minus(extrude.plane().origin());
                Range range = Range.of(extrude.extent());
                double height = from.dot(extrude.plane().normal());
                yield height > range.from()
                        && height < range.to()
                        && any(
                                hulls,
                                from.dot(extrude.plane().xAxis()),
                                from.dot(extrude.plane().yAxis()));
            }
            case Feature.Revolve revolve -> revolved(revolve, hulls, point);
            case Feature.Loft _, Feature.Sweep _ -> throw new IllegalStateException("no feature of a history");
        };
    }

    private static boolean any(List<Hull> hulls, double x, double y) {
        return hulls.stream().anyMatch(hull -> hull.contains(x, y));
    }

    /** Turned back into the plane of the profile, on that side of the axis where the point came from. */
    private static boolean revolved(Feature.Revolve revolve, List<Hull> hulls, Vector3 point) {
        Frame plane = revolve.plane();
        Vector3 start =
                plane.at(revolve.axis().start().x(), revolve.axis().start().y());
        Vector3 along = plane.at(revolve.axis().end().x(), revolve.axis().end().y())
                .minus(start)
                .normalised();
        Vector3 from = point.minus(start);
        double height = from.dot(along);
        Vector3 out = from.minus(along.times(height));
        Vector3 side = plane.normal().cross(along);
        double turned = Math.toDegrees(Math.atan2(out.dot(along.cross(side)), out.dot(side)));
        for (double angle : new double[] {turned, turned + 180}) {
            double sign = angle == turned ? 1 : -1;
            Vector3 there = start.plus(along.times(height)).plus(side.times(sign * out.length()));
            Vector3 local = there.minus(plane.origin());
            if (within(angle, revolve) && any(hulls, local.dot(plane.xAxis()), local.dot(plane.yAxis()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(double angle, Feature.Revolve revolve) {
        double from = revolve.turn().from();
        double turn = (angle - from) % 360;
        return (turn < 0 ? turn + 360 : turn) < revolve.turn().to() - from;
    }

    private static List<Profile> profiles(Feature feature) {
        return switch (feature) {
            case Feature.Extrude extrude -> extrude.profiles();
            case Feature.Revolve revolve -> revolve.profiles();
            case Feature.Loft _, Feature.Sweep _ -> throw new IllegalStateException("no feature of a history");
        };
    }
}
