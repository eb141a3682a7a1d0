package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where edges begin and end, and whether a row of them is one closed wire, as far as the numbers say it. */
final class Chain {
    private static final int MOST_EDGES = 2_000;

    private Chain() {}

    /** The two ends of an edge. */
    record Ends(Vector3 start, Vector3 end) {}

    static Optional<Ends> ends(Shape given) {
        Moved moved = Moved.of(given);
        Optional<Ends> here = here(moved.shape());
        return moved.shape() == given
                ? here
                : here.map(
                        of -> new Ends(moved.by().apply(of.start()), moved.by().apply(of.end())));
    }

    private static Optional<Ends> here(Shape edge) {
        return switch (edge) {
            case EdgeShape.Segment segment -> Optional.of(new Ends(segment.start(), segment.end()));
            case EdgeShape.ArcThrough arc -> Optional.of(new Ends(arc.start(), arc.end()));
            case EdgeShape.TangentArc arc -> Optional.of(new Ends(arc.start(), arc.end()));
            case EdgeShape.InterpolatedSpline spline -> open(spline.points(), spline.periodic());
            case EdgeShape.Bezier bezier -> open(bezier.points(), false);
            default -> Optional.empty();
        };
    }

    private static Optional<Ends> open(List<Vector3> points, boolean periodic) {
        return points.size() < 2 || periodic
                ? Optional.empty()
                : Optional.of(new Ends(points.getFirst(), points.getLast()));
    }

    /** Whether a wire expression has one closed wire as its result, if it has any. */
    static boolean isOneWire(Shape wire) {
        return switch (Moved.of(wire).shape()) {
            case WireShape.Connected connected -> isLoop(connected.edges(), connected.tolerance());
            case WireShape.Assembled assembled -> true;
            case WireShape.Polygon polygon -> true;
            case ModifiedShape.Part part -> true;
            case ModifiedShape.Member member -> true;
            case ModifiedShape.Outer outer -> true;
            default -> false;
        };
    }

    /** Whether each edge begins where the one before ends, the first after the last, and no two begin at one point. */
    static boolean isLoop(List<Shape> edges, double tolerance) {
        if (edges.size() == 1 && isFullCircle(edges.getFirst())) {
            return true;
        }
        if (edges.size() < 2 || edges.size() > MOST_EDGES) {
            return false;
        }
        List<Ends> ends = new ArrayList<>();
        for (Shape edge : edges) {
            Optional<Ends> known = ends(edge);
            if (known.isEmpty()) {
                return false;
            }
            ends.add(known.get());
        }
        return follows(ends, tolerance) && distinct(ends, 10 * tolerance);
    }

    private static boolean isFullCircle(Shape edge) {
        return switch (edge) {
            case EdgeShape.CircularArc arc -> arc.from() == arc.to();
            case EdgeShape.EllipticArc arc -> arc.from() == arc.to();
            default -> false;
        };
    }

    private static boolean follows(List<Ends> ends, double tolerance) {
        Vector3 last = ends.getLast().end();
        for (Ends each : ends) {
            if (!(last.distanceTo(each.start()) <= tolerance / 2)) {
                return false;
            }
            last = each.end();
        }
        return true;
    }

    private static boolean distinct(List<Ends> ends, double tolerance) {
        for (int i = 0; i < ends.size(); i++) {
            for (int j = i + 1; j < ends.size(); j++) {
                if (!(ends.get(i).start().distanceTo(ends.get(j).start()) > tolerance)) {
                    return false;
                }
            }
        }
        return true;
    }
}
