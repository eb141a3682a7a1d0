package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ShapeMeasures;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/** Sizes, centres and boxes of shapes, as CadQuery computes them. */
final class Measuring {
    private Measuring() {}

    static ShapeMeasures measures(ShapeValue value) {
        return value.modelling().ask(asked -> asked.measure(value.shape()));
    }

    /** Volume, area or length, as the kind of the shape has it; of a compound as its first member has it. */
    static double mass(ShapeValue value) {
        ShapeMeasures measures = measures(value);
        return switch (massKind(value)) {
            case VERTEX -> throw Errors.construction("a vertex has no mass");
            case EDGE, WIRE -> measures.length();
            case FACE, SHELL -> measures.area();
            case SOLID, COMPOUND -> measures.volume();
        };
    }

    static Vector3 centre(ShapeValue value) {
        Kind kind = massKind(value);
        if (kind == Kind.VERTEX) {
            return value.parts(Kind.VERTEX).getFirst().centre();
        }
        ShapeMeasures measures = measures(value);
        return switch (kind) {
            case EDGE, WIRE -> measures.centreByLength();
            case FACE, SHELL -> measures.centreByArea();
            case VERTEX, SOLID, COMPOUND -> measures.centreByVolume();
        };
    }

    private static Kind massKind(ShapeValue value) {
        ShapeValue member = value;
        while (member.kind() == Kind.COMPOUND) {
            List<ShapeValue> members = member.members();
            if (members.isEmpty()) {
                return Kind.SOLID;
            }
            member = members.getFirst();
        }
        return member.kind();
    }

    /** The optimal box. */
    static Bounds bounds(ShapeValue value) {
        return value.modelling()
                .ask(asked -> asked.bounds(value.shape(), true))
                .orElseThrow(() -> Errors.construction("a shape without geometry has no bounding box"));
    }

    /** The centre of several shapes together, each with its own mass. */
    static Vector3 combinedCentre(List<ShapeValue> values) {
        double total = 0;
        Vector3 sum = Vector3.ZERO;
        for (ShapeValue value : values) {
            double mass = mass(value);
            total += mass;
            sum = sum.plus(value.centre().times(mass));
        }
        return sum.times(1 / total);
    }

    static Vector3 combinedCentreOfBounds(List<ShapeValue> values) {
        Vector3 sum = Vector3.ZERO;
        for (ShapeValue value : values) {
            sum = sum.plus(bounds(value).centre());
        }
        return sum.times(1.0 / values.size());
    }
}
