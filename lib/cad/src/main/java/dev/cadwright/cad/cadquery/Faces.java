package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import java.util.ArrayList;
import java.util.List;

/** The faces that a workplane extrudes, revolves or cuts with. */
final class Faces {
    private Faces() {}

    /** The faces on the stack; else the ones inside the pending wires, which are used up then. */
    static List<ShapeValue> of(WorkplaneValue self, SourceSpan span) {
        List<ShapeValue> faces = onStack(self, false);
        return faces.isEmpty() ? inside(self.modelling(), self.context().popWires(true), span) : faces;
    }

    /** @param vertices whether they count, too */
    static List<ShapeValue> onStack(WorkplaneValue self, boolean vertices) {
        List<ShapeValue> faces = new ArrayList<>();
        for (Value object : self.objects()) {
            switch (object) {
                case SketchValue sketch ->
                    sketch.items().stream().filter(item -> item.is(Kind.FACE)).forEach(faces::add);
                case ShapeValue shape when shape.is(Kind.FACE) -> faces.add(shape);
                case ShapeValue shape when vertices && shape.is(Kind.VERTEX) -> faces.add(shape);
                case ShapeValue shape
                when shape.is(Kind.COMPOUND) && mayHoldFaces(shape) ->
                    shape.members().stream()
                            .filter(member -> member.is(Kind.FACE) || (vertices && member.is(Kind.VERTEX)))
                            .forEach(faces::add);
                default -> {}
            }
        }
        return faces;
    }

    /** A compound of solids, as most are, has no faces among its members: not asked for. */
    private static boolean mayHoldFaces(ShapeValue compound) {
        return !OnlySolids.is(compound.shape());
    }

    /** The faces of closed wires: the first with the others as holes ({@code wiresToFaces}). */
    static List<ShapeValue> inside(Modelling modelling, List<ShapeValue> wires, SourceSpan span) {
        ShapeValue face = planar(modelling, wires, span);
        return face.bareParts(Kind.FACE);
    }

    static ShapeValue planar(Modelling modelling, List<ShapeValue> wires, SourceSpan span) {
        List<dev.cadwright.cad.shape.Shape> shapes = ShapeValue.shapes(wires);
        return modelling.shape(
                new FaceShape.Planar(shapes.getFirst(), shapes.subList(1, shapes.size()), span), Kind.FACE);
    }

    static ShapeValue outer(ShapeValue face) {
        if (face.shape() instanceof FaceShape.Planar(var outer, var holes, var span)
                && holes.isEmpty()
                && outer.kind() == Kind.WIRE) {
            return face.modelling().shape(outer, Kind.WIRE);
        }
        return face.modelling()
                .shape(new ModifiedShape.Outer(face.shape(), face.shape().span()), Kind.WIRE);
    }

    static List<ShapeValue> inner(ShapeValue face) {
        if (ShapeFacts.isOneFace(face.shape()) && face.shape() instanceof FaceShape.Planar) {
            return List.of();
        }
        List<ShapeValue> wires = face.parts(Kind.WIRE);
        if (wires.size() < 2) {
            return List.of();
        }
        ShapeValue outer = outer(face);
        return wires.stream().filter(wire -> !wire.equals(outer)).toList();
    }
}
