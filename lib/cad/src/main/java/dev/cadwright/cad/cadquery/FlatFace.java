package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.cad.cadquery.SketchLayers.Layer;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.cad.outline.LoopNesting;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
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
    private static final long UNFOLDING = 200;

    private final LoopGap gap;
    private final Vector3 normal;
    private final int sense;
    private Frame frame;

    /** @param along unit direction of the extrusion; the plane's normal points to the positive side of its main axis */
    FlatFace(LoopGap gap, Vector3 along) {
        this.gap = gap;
        if (!(Math.abs(along.length() - 1) < FLAT)) {
            throw new Unrecognised(SourceSpan.NONE, "an extrusion too long or too short to have a direction");
        }
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

    /** What the face is made of, in the plane's coordinates. */
    List<Layer> layers(Shape face, Transform place) {
        SketchLayers layers = new SketchLayers(gap);
        collect(face, place, layers, 0);
        return layers.layers();
    }

    private void collect(Shape face, Transform place, SketchLayers into, int depth) {
        if (depth > CadQueryHistory.DEEPEST) {
            throw new Unrecognised(face.span(), "the sketch is too deep");
        }
        gap.spend(UNFOLDING, face.span());
        switch (face) {
            case ModifiedShape.Placed placed -> collect(placed.of(), placed.by().then(place), into, depth + 1);
            case ModifiedShape.Transformed moved ->
                collect(moved.of(), moved.by().then(place), into, depth + 1);
            case ModifiedShape.Clean clean -> collect(clean.of(), place, into, depth + 1);
            case ModifiedShape.Part part when part.kind() == Kind.FACE -> only(part, place, into, depth);
            case ModifiedShape.Member member when member.kind() == Kind.FACE -> only(member, place, into, depth);
            case GroupShape.Members members -> collect(members.of(), place, into, depth + 1);
            case GroupShape.Compound compound -> {
                int overlaps = into.overlaps();
                compound.shapes().forEach(each -> operand(each, place, true, into, depth));
                if (into.overlaps() > overlaps) {
                    throw new Unrecognised(compound.span(), "faces that are not united lie on each other");
                }
            }
            case FaceShape.Planar planar -> planar(planar, place, into);
            case FaceShape.Rectangle rectangle
            when rectangle.xSize() > 0 && rectangle.ySize() > 0 ->
                into.add(rectangle(rectangle, place), true, rectangle.span());
            case BooleanShape.Fuse fuse -> fuse.shapes().forEach(each -> operand(each, place, true, into, depth));
            case BooleanShape.Cut cut -> {
                operand(cut.of(), place, true, into, depth);
                cut.tools().forEach(each -> operand(each, place, false, into, depth));
            }
            default ->
                throw new Unrecognised(
                        face.span(), "\"" + face.getClass().getSimpleName() + "\" is no profile of lines and arcs");
        }
    }

    /** One of the faces of a sketch; which one is only known where there is one. */
    private void only(ModifiedShape part, Transform place, SketchLayers into, int depth) {
        SketchLayers whole = new SketchLayers(gap);
        collect(part.of(), place, whole, depth + 1);
        List<Layer> layers = whole.layers();
        if (layers.size() != 1 || layers.getFirst().profiles().size() != 1) {
            throw new Unrecognised(part.span(), "which of the faces of a sketch this is, only its execution tells");
        }
        into.add(layers.getFirst().profiles().getFirst(), true, part.span());
    }

    private void operand(Shape face, Transform place, boolean filled, SketchLayers into, int depth) {
        if (filled && into.isEmpty()) {
            collect(face, place, into, depth + 1);
            return;
        }
        SketchLayers own = new SketchLayers(gap);
        collect(face, place, own, depth + 1);
        List<Layer> layers = own.layers();
        boolean takesAway = layers.stream().anyMatch(layer -> !layer.filled());
        if (takesAway) {
            throw new Unrecognised(
                    face.span(), "a face that was cut meets others: their outline is not known from the numbers");
        }
        for (Layer layer : layers) {
            layer.profiles().forEach(profile -> into.add(profile, layer.filled() == filled, face.span()));
        }
    }

    private void planar(FaceShape.Planar planar, Transform place, SketchLayers into) {
        List<Loop> loops = new ArrayList<>(List.of(loop(planar.outer(), place)));
        planar.holes().forEach(hole -> loops.add(loop(hole, place)));
        if (loops.size() == 1) {
            into.add(loops.getFirst(), true, planar.span());
            return;
        }
        SketchLayers own = new SketchLayers(gap);
        List<Profile> profiles = LoopNesting.profiles(loops);
        for (Profile profile : profiles) {
            own.add(profile.outer(), true, planar.span());
        }
        profiles.forEach(profile -> profile.holes().forEach(hole -> own.add(hole, false, planar.span())));
        List<Layer> layers = own.layers();
        if (layers.size() != 1 || own.overlaps() > 0) {
            throw new Unrecognised(planar.span(), "outlines of one face meet");
        }
        layers.getFirst().profiles().forEach(profile -> into.add(profile, true, planar.span()));
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

    private Loop loop(Shape outline, Transform outside) {
        Moved moved = Moved.of(outline, outside);
        Shape wire = moved.shape();
        Transform place = moved.by();
        return switch (wire) {
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
                arc(start, between, end, place, span);
            case EdgeShape.CircularArc arc when arc.from() == arc.to() -> circle(arc, place);
            default ->
                throw new Unrecognised(
                        edge.span(), "\"" + edge.getClass().getSimpleName() + "\" is no line, arc or circle");
        };
    }

    private Curve circle(EdgeShape.CircularArc arc, Transform place) {
        if (!Placement.isSimilar(place)) {
            throw new Unrecognised(arc.span(), "a sheared circle is none");
        }
        Vector2 centre = point(arc.frame().origin(), place, arc.span());
        // With its centre, two more of its points show the plane.
        point(arc.frame().at(arc.radius(), 0), place, arc.span());
        point(arc.frame().at(0, arc.radius()), place, arc.span());
        double scale = Placement.isRigid(place) ? 1 : place.x().length();
        return new Curve.Circle(centre, Sizes.require(scale * arc.radius(), arc.span()), arc.span());
    }

    private Curve arc(Vector3 start, Vector3 between, Vector3 end, Transform place, SourceSpan span) {
        if (!Placement.isSimilar(place)) {
            throw new Unrecognised(span, "a sheared arc is none");
        }
        Curve.Arc arc =
                new Curve.Arc(point(start, place, span), point(between, place, span), point(end, place, span), span);
        if (CircularArc.of(arc).isEmpty()) {
            throw new Unrecognised(span, "the points of an arc lie on a line");
        }
        return arc;
    }

    private Vector2 point(Vector3 local, Transform place, SourceSpan span) {
        Vector3 point = Sizes.require(place.apply(local), span);
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
