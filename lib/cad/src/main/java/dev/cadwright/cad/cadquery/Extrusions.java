package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/** Solids that are extrusions, as features on the plane that suits them best. */
final class Extrusions {
    private static final double RIGID = 1e-9;

    private Extrusions() {}

    /** @param solids one, or the prisms over all faces of one shape */
    static Feature.Extrude of(List<SolidShape> solids, Transform place) {
        SolidShape first = solids.getFirst();
        requireRigid(place, first);
        return switch (first) {
            case SolidShape.Prism prism -> prism(prism, solids.size(), place);
            case SolidShape.Box box -> box(box, place);
            case SolidShape.Cylinder cylinder when cylinder.angle() == 360 -> cylinder(cylinder, place);
            default ->
                throw new Unrecognised(
                        first.span(), "\"" + first.getClass().getSimpleName() + "\" is not extruded from a profile");
        };
    }

    private static void requireRigid(Transform place, SolidShape solid) {
        if (Math.abs(place.determinant() - 1) > RIGID) {
            throw new Unrecognised(solid.span(), "a mirrored or scaled copy has no place in a history");
        }
    }

    private static Feature.Extrude prism(SolidShape.Prism prism, int parts, Transform place) {
        Vector3 along = place.applyToDirection(prism.along());
        double length = along.length();
        if (length == 0) {
            throw new Unrecognised(prism.span(), "an extrusion of no length");
        }
        Shape face = prism.of() instanceof ModifiedShape.Part part ? part.of() : prism.of();
        FlatFace flat = new FlatFace(along.times(1 / length));
        List<Profile> profiles = flat.profiles(face, place);
        if (prism.of() instanceof ModifiedShape.Part && profiles.size() != parts) {
            throw new Unrecognised(prism.span(), "only some of a sketch's faces are extruded");
        }
        return new Feature.Extrude(
                flat.frame(), profiles, new Extent.OneSide(length * flat.sense()), Operation.NEW_BODY, prism.span());
    }

    private static Feature.Extrude box(SolidShape.Box box, Transform place) {
        Frame frame = moved(box.frame(), place);
        Vector2 a = new Vector2(0, 0);
        Vector2 b = new Vector2(box.xSize(), 0);
        Vector2 c = new Vector2(box.xSize(), box.ySize());
        Vector2 d = new Vector2(0, box.ySize());
        Loop loop = new Loop(List.of(
                new Curve.Line(a, b, box.span()),
                new Curve.Line(b, c, box.span()),
                new Curve.Line(c, d, box.span()),
                new Curve.Line(d, a, box.span())));
        return new Feature.Extrude(
                frame,
                List.of(new Profile(loop, List.of())),
                new Extent.OneSide(box.zSize()),
                Operation.NEW_BODY,
                box.span());
    }

    private static Feature.Extrude cylinder(SolidShape.Cylinder cylinder, Transform place) {
        Loop loop = new Loop(List.of(new Curve.Circle(new Vector2(0, 0), cylinder.radius(), cylinder.span())));
        return new Feature.Extrude(
                moved(cylinder.frame(), place),
                List.of(new Profile(loop, List.of())),
                new Extent.OneSide(cylinder.height()),
                Operation.NEW_BODY,
                cylinder.span());
    }

    private static Frame moved(Frame frame, Transform place) {
        return new Frame(
                place.apply(frame.origin()),
                place.applyToDirection(frame.xAxis()),
                place.applyToDirection(frame.normal()));
    }

    /** What was placed, without its places. */
    static Shape unplaced(Shape shape) {
        return shape instanceof ModifiedShape.Placed placed ? unplaced(placed.of()) : shape;
    }
}
