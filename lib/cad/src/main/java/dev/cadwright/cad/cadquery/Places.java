package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Modeller.SurfacePoint;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Transform;
import java.util.ArrayList;
import java.util.List;

/** {@code move}, {@code moved} and locations of shapes. */
final class Places {
    private Places() {}

    /** The location that the shape was given; the identity of one that was never moved as a whole. */
    static Transform of(ShapeValue shape) {
        Transform place = Transform.IDENTITY;
        Shape inner = shape.shape();
        while (inner instanceof ModifiedShape.Placed(Shape of, Transform by, var span)) {
            place = by.then(place);
            inner = of;
        }
        return place;
    }

    /** The shape moved as a whole: rigid moves upon each other are one. */
    static Shape placed(Shape shape, Transform by) {
        return shape instanceof ModifiedShape.Placed(Shape of, Transform before, SourceSpan span)
                        && Placement.isRigid(before)
                        && Placement.isRigid(by)
                ? new ModifiedShape.Placed(of, before.then(by), span)
                : new ModifiedShape.Placed(shape, by, shape.span());
    }

    /** A moved copy: rigid moves upon each other are one, while mirrored and scaled copies have geometry of their own. */
    static Shape copied(Shape shape, Transform by, SourceSpan span) {
        return shape instanceof ModifiedShape.Transformed(Shape of, Transform before, var origin)
                        && Placement.isRigid(before)
                        && Placement.isRigid(by)
                ? new ModifiedShape.Transformed(of, before.then(by), span)
                : new ModifiedShape.Transformed(shape, by, span);
    }

    /** With this location instead of the one that it has. */
    static ShapeValue located(ShapeValue shape, Transform place) {
        return shape.moved(Placement.inverse(of(shape)).then(place));
    }

    static Value move(ShapeValue self, Arguments call) {
        List<Value> given = call.rest("args");
        Transform by = given.size() == 1 && given.getFirst() instanceof ShapeValue other
                ? ((LocationValue) locations(other).getFirst()).transform()
                : LocationValue.read(given, call.keywords("kwargs"), call.runtime());
        self.move(by);
        return self;
    }

    static Value moved(ShapeValue self, Arguments call) {
        List<Value> given = call.rest("args");
        if (given.size() == 1 && given.getFirst() instanceof ShapeValue other) {
            return all(self, locations(other), call);
        }
        if (given.size() == 1 && isSeveral(given.getFirst())) {
            return all(self, call.runtime().list(given.getFirst()), call);
        }
        if (given.size() > 1 && !Vectors.isNumber(given.getFirst())) {
            return all(self, given, call);
        }
        return self.moved(LocationValue.read(given, call.keywords("kwargs"), call.runtime()));
    }

    private static boolean isSeveral(Value value) {
        return (value instanceof ListValue || value instanceof TupleValue) && !Vectors.isVector(value);
    }

    private static Value all(ShapeValue self, List<Value> places, Arguments call) {
        List<ShapeValue> moved = new ArrayList<>();
        for (Value place : places) {
            moved.add(self.moved(
                    place instanceof LocationValue(Transform transform)
                            ? transform
                            : Transform.translation(Vectors.of(place))));
        }
        return moved.size() == 1 ? moved.getFirst() : ShapeOperators.compound(self.modelling(), moved, call.span());
    }

    /** {@code toLocs}: in the middle of faces, at the centre of other shapes. */
    static List<Value> locations(ShapeValue shape) {
        List<Value> places = new ArrayList<>();
        switch (shape.kind()) {
            case COMPOUND -> shape.members().forEach(member -> places.addAll(locations(member)));
            case FACE -> {
                SurfacePoint middle =
                        shape.modelling().ask(asked -> asked.onSurface(shape.shape(), java.util.Optional.empty()));
                places.add(FaceTable.location(middle));
            }
            case EDGE -> places.add(CurveTable.location(middle(shape), false));
            case VERTEX, WIRE, SHELL, SOLID -> places.add(LocationValue.at(shape.centre()));
        }
        return places;
    }

    private static dev.cadwright.cad.shape.Modeller.CurvePoint middle(ShapeValue edge) {
        double[] range = edge.modelling().ask(asked -> asked.range(edge.shape()));
        return edge.modelling().ask(asked -> asked.onCurve(edge.shape(), (range[0] + range[1]) / 2, false));
    }
}
