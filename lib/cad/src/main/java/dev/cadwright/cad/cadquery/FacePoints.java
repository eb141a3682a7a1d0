package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.ShapeParts;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Points of a face that its numbers name. */
final class FacePoints {
    private static final int ENOUGH = 10_000;
    private static final int DEEPEST = 500;

    private final List<Vector3> points = new ArrayList<>();
    private int visits;

    private FacePoints() {}

    /** The unit normal of the plane that the points show best; whether they are all in it is not said. */
    static Vector3 normal(Shape face, Transform place) {
        FacePoints of = new FacePoints();
        of.collect(face, place, 0);
        if (of.points.isEmpty()) {
            throw new Unrecognised(face.span(), "the plane of a face is not known from its numbers");
        }
        Vector3 first = of.points.getFirst();
        Vector3 second = of.most(point -> point.distanceTo(first));
        Vector3 third =
                of.most(point -> second.minus(first).cross(point.minus(first)).length());
        Vector3 normal = second.minus(first).cross(third.minus(first));
        if (!(normal.length() > 0)) {
            throw new Unrecognised(face.span(), "a face whose points are on one line");
        }
        return normal.normalised();
    }

    private Vector3 most(ToDoubleFunction<Vector3> measure) {
        return points.stream().max(Comparator.comparingDouble(measure)).orElseThrow();
    }

    private void collect(Shape shape, Transform place, int depth) {
        if (points.size() > ENOUGH || depth > DEEPEST || ++visits > ENOUGH) {
            return;
        }
        switch (shape) {
            case ModifiedShape.Placed placed -> collect(placed.of(), placed.by().then(place), depth + 1);
            case ModifiedShape.Transformed moved ->
                collect(moved.of(), moved.by().then(place), depth + 1);
            case EdgeShape.Segment segment -> add(segment, place, segment.start(), segment.end());
            case EdgeShape.ArcThrough arc -> add(arc, place, arc.start(), arc.between(), arc.end());
            case EdgeShape.CircularArc arc ->
                add(
                        arc,
                        place,
                        arc.frame().at(arc.radius(), 0),
                        arc.frame().at(0, arc.radius()),
                        arc.frame().at(-arc.radius(), 0));
            case WireShape.Polygon polygon -> polygon.points().forEach(point -> add(polygon, place, point));
            case FaceShape.Rectangle face -> {
                double x = face.xSize() / 2;
                double y = face.ySize() / 2;
                add(
                        face,
                        place,
                        face.frame().at(-x, -y),
                        face.frame().at(x, -y),
                        face.frame().at(x, y));
            }
            default -> ShapeParts.of(shape).forEach(part -> collect(part, place, depth + 1));
        }
    }

    private void add(Shape shape, Transform place, Vector3... more) {
        for (Vector3 point : more) {
            points.add(Sizes.require(place.apply(point), shape.span()));
        }
    }
}
