package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.cad.outline.LoopNesting;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Face expressions as loops in a plane at right angles to a direction; the plane is found with the first point. */
final class FlatFace {
    private static final double FLAT = 1e-6;

    private final Vector3 normal;
    private final int sense;
    private Frame frame;

    /** @param along unit direction of the extrusion; the plane's normal points to the positive side of its main axis */
    FlatFace(Vector3 along) {
        double x = along.x();
        double y = along.y();
        double z = along.z();
        double main = Math.abs(z) >= Math.abs(x) && Math.abs(z) >= Math.abs(y) ? z : Math.abs(x) >= Math.abs(y) ? x : y;
        this.sense = main < 0 ? -1 : 1;
        this.normal = new Vector3(0.0 + sense * x, 0.0 + sense * y, 0.0 + sense * z);
    }

    int sense() {
        return sense;
    }

    Frame frame() {
        return frame;
    }

    List<Profile> profiles(Shape face, Transform place) {
        List<Loop> loops = new ArrayList<>();
        collect(face, place, true, loops);
        return LoopNesting.profiles(loops);
    }

    /** The loops of faces that do not meet each other; a face taken away is a hole, which must lie inside. */
    private void collect(Shape face, Transform place, boolean filled, List<Loop> loops) {
        switch (face) {
            case ModifiedShape.Placed placed -> collect(placed.of(), placed.by().then(place), filled, loops);
            case ModifiedShape.Transformed moved ->
                collect(moved.of(), moved.by().then(place), filled, loops);
            case ModifiedShape.Clean clean -> collect(clean.of(), place, filled, loops);
            case GroupShape.Members members -> collect(members.of(), place, filled, loops);
            case GroupShape.Compound compound -> compound.shapes().forEach(each -> collect(each, place, filled, loops));
            case FaceShape.Planar planar
            when planar.holes().isEmpty() -> add(loop(planar.outer(), place), filled, planar.span(), loops);
            case FaceShape.Rectangle rectangle
            when rectangle.xSize() > 0 && rectangle.ySize() > 0 ->
                add(rectangle(rectangle, place), filled, rectangle.span(), loops);
            case BooleanShape.Fuse fuse when filled -> fuse.shapes().forEach(each -> collect(each, place, true, loops));
            case BooleanShape.Cut cut
            when filled -> {
                collect(cut.of(), place, true, loops);
                cut.tools().forEach(each -> collect(each, place, false, loops));
            }
            default ->
                throw new Unrecognised(
                        face.span(), "\"" + face.getClass().getSimpleName() + "\" is no profile of lines and arcs");
        }
    }

    private void add(Loop loop, boolean filled, SourceSpan span, List<Loop> loops) {
        if (!LoopRelation.fits(loop, filled, loops)) {
            throw new Unrecognised(span, "faces of a sketch meet: their outline is not known from the numbers");
        }
        loops.add(loop);
    }

    private Loop rectangle(FaceShape.Rectangle face, Transform place) {
        double x = face.xSize() / 2;
        double y = face.ySize() / 2;
        Frame own = face.frame();
        List<Vector3> corners = List.of(own.at(-x, -y), own.at(x, -y), own.at(x, y), own.at(-x, y));
        return polygon(corners, place, face.span());
    }

    private Loop polygon(List<Vector3> corners, Transform place, SourceSpan span) {
        List<Curve> lines = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Vector2 start = point(corners.get(i), place, span);
            lines.add(new Curve.Line(start, point(corners.get((i + 1) % corners.size()), place, span), span));
        }
        return new Loop(lines);
    }

    private Loop loop(Shape wire, Transform place) {
        return switch (wire) {
            case ModifiedShape.Placed placed -> loop(placed.of(), placed.by().then(place));
            case ModifiedShape.Transformed moved -> loop(moved.of(), moved.by().then(place));
            case WireShape.Polygon polygon when polygon.closed() -> polygon(polygon.points(), place, polygon.span());
            case WireShape.Assembled assembled -> loop(assembled.edges(), place, assembled.span());
            case WireShape.Connected connected -> loop(connected.edges(), place, connected.span());
            default ->
                throw new Unrecognised(
                        wire.span(), "\"" + wire.getClass().getSimpleName() + "\" is no outline of lines and arcs");
        };
    }

    private Loop loop(List<Shape> edges, Transform place, SourceSpan span) {
        if (!Chain.isLoop(edges, FLAT)) {
            throw new Unrecognised(span, "the edges of an outline do not follow each other");
        }
        return new Loop(edges.stream().map(edge -> curve(edge, place)).toList());
    }

    private Curve curve(Shape edge, Transform place) {
        return switch (edge) {
            case EdgeShape.Segment(Vector3 start, Vector3 end, SourceSpan span) ->
                new Curve.Line(point(start, place, span), point(end, place, span), span);
            case EdgeShape.ArcThrough(Vector3 start, Vector3 between, Vector3 end, SourceSpan span) ->
                new Curve.Arc(point(start, place, span), point(between, place, span), point(end, place, span), span);
            case EdgeShape.CircularArc arc
            when arc.from() == arc.to() ->
                new Curve.Circle(point(arc.frame().origin(), place, arc.span()), arc.radius(), arc.span());
            default ->
                throw new Unrecognised(
                        edge.span(), "\"" + edge.getClass().getSimpleName() + "\" is no line, arc or circle");
        };
    }

    private Vector2 point(Vector3 local, Transform place, SourceSpan span) {
        Vector3 point = place.apply(local);
        if (frame == null) {
            frame = plane(point);
        }
        Vector3 from = point.minus(frame.origin());
        if (Math.abs(from.dot(normal)) > FLAT) {
            throw new Unrecognised(span, "the profile is not at right angles to its extrusion");
        }
        return new Vector2(from.dot(frame.xAxis()), from.dot(frame.yAxis()));
    }

    /** The plane through a point whose origin is nearest to that of space. */
    private Frame plane(Vector3 point) {
        Vector3 origin = normal.times(normal.dot(point));
        for (Frame named : List.of(Frame.XY, Frame.YZ, Frame.ZX)) {
            if (named.normal().distanceTo(normal) < 1e-12) {
                return new Frame(origin, named.xAxis(), named.normal());
            }
        }
        return Placement.frame(origin, normal);
    }
}
