package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.cad.cadquery.SketchLayers.Layer;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Solids that are extrusions, as features on the plane that suits them best. */
final class Extrusions {
    private Extrusions() {}

    /** @param solids one, or prisms over the faces of one sketch, along one vector */
    static List<Feature> of(List<SolidShape> solids, Transform place, LoopGap gap) {
        SolidShape first = solids.getFirst();
        requireRigid(place, first);
        return switch (first) {
            case SolidShape.Prism prism -> prism(prism, solids, place, gap);
            case SolidShape.Revolution revolution -> Revolutions.of(revolution, place, gap);
            case SolidShape.Box box -> List.of(box(box, place));
            case SolidShape.Cylinder cylinder when cylinder.angle() == 360 -> List.of(cylinder(cylinder, place));
            default ->
                throw new Unrecognised(
                        first.span(), "\"" + first.getClass().getSimpleName() + "\" is not extruded from a profile");
        };
    }

    private static void requireRigid(Transform place, SolidShape solid) {
        if (!Placement.isRigid(place)) {
            throw new Unrecognised(solid.span(), "a mirrored, scaled or sheared copy has no place in a history");
        }
    }

    /** Prisms over the faces of one and the same shape stand together: only all of them make its profiles. */
    static List<List<Shape>> grouped(List<Shape> shapes) {
        Map<Object, List<Shape>> groups = new LinkedHashMap<>();
        for (Shape shape : shapes) {
            Object key = shape instanceof SolidShape.Prism prism && isPart(prism.of())
                    ? new OfSketch(((ModifiedShape) prism.of()).of(), prism.along())
                    : new Object();
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(shape);
        }
        return List.copyOf(groups.values());
    }

    /** What prisms over the faces of one sketch have in common; shapes are compared by identity. */
    private record OfSketch(Shape sketch, Vector3 along) {
        @Override
        public boolean equals(Object other) {
            return other instanceof OfSketch same && same.sketch == sketch && same.along.equals(along);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(sketch) + along.hashCode();
        }
    }

    private static List<Feature> prism(SolidShape.Prism prism, List<SolidShape> all, Transform place, LoopGap gap) {
        Vector3 along = Sizes.require(place.applyToDirection(prism.along()), prism.span());
        double length = along.length();
        if (!(length > 0)) {
            throw new Unrecognised(prism.span(), "an extrusion of no length");
        }
        FlatFace flat = new FlatFace(gap, along.times(1 / length));
        List<Layer> layers;
        if (isPart(prism.of())) {
            layers = flat.layers(((ModifiedShape) prism.of()).of(), place);
            requireAll(all, layers);
        } else {
            layers = flat.layers(prism.of(), place);
        }
        Extent extent = new Extent.OneSide(length * flat.sense());
        List<Feature> features = new ArrayList<>();
        for (Layer layer : layers) {
            features.add(new Feature.Extrude(
                    flat.frame(), layer.profiles(), extent, operation(layer, features.isEmpty()), prism.span()));
        }
        return features;
    }

    static Operation operation(Layer layer, boolean first) {
        return first ? Operation.NEW_BODY : layer.filled() ? Operation.JOIN : Operation.CUT;
    }

    private static void requireAll(List<SolidShape> prisms, List<Layer> layers) {
        int faces = FlatModeller.count(layers);
        if (prisms.stream().map(Extrusions::index).distinct().count() != faces) {
            throw new Unrecognised(prisms.getFirst().span(), "only some of a sketch's faces are extruded");
        }
    }

    private static Feature.Extrude box(SolidShape.Box box, Transform place) {
        Frame frame = moved(box.frame(), place, box.span());
        double xSize = Sizes.require(box.xSize(), box.span());
        double ySize = Sizes.require(box.ySize(), box.span());
        Vector2 a = new Vector2(0, 0);
        Vector2 b = new Vector2(xSize, 0);
        Vector2 c = new Vector2(xSize, ySize);
        Vector2 d = new Vector2(0, ySize);
        Loop loop = new Loop(List.of(
                new Curve.Line(a, b, box.span()),
                new Curve.Line(b, c, box.span()),
                new Curve.Line(c, d, box.span()),
                new Curve.Line(d, a, box.span())));
        return new Feature.Extrude(
                frame,
                List.of(new Profile(loop, List.of())),
                new Extent.OneSide(Sizes.require(box.zSize(), box.span())),
                Operation.NEW_BODY,
                box.span());
    }

    private static Feature.Extrude cylinder(SolidShape.Cylinder cylinder, Transform place) {
        double radius = Sizes.require(cylinder.radius(), cylinder.span());
        Loop loop = new Loop(List.of(new Curve.Circle(new Vector2(0, 0), radius, cylinder.span())));
        return new Feature.Extrude(
                moved(cylinder.frame(), place, cylinder.span()),
                List.of(new Profile(loop, List.of())),
                new Extent.OneSide(Sizes.require(cylinder.height(), cylinder.span())),
                Operation.NEW_BODY,
                cylinder.span());
    }

    private static Frame moved(Frame frame, Transform place, SourceSpan span) {
        return new Frame(
                Sizes.require(place.apply(frame.origin()), span),
                place.applyToDirection(frame.xAxis()),
                place.applyToDirection(frame.normal()));
    }

    /** Whether a shape is one of the faces of a sketch. */
    static boolean isPart(Shape shape) {
        return shape.kind() == Kind.FACE
                && (shape instanceof ModifiedShape.Part || shape instanceof ModifiedShape.Member);
    }

    private static int index(SolidShape prism) {
        return switch (((SolidShape.Prism) prism).of()) {
            case ModifiedShape.Part part -> part.index();
            case ModifiedShape.Member member -> member.index();
            default -> throw new IllegalArgumentException("no part of a sketch: " + prism);
        };
    }
}
