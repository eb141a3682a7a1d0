package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Locale;

/** {@code Solid.sweep} and {@code Solid.sweep_multi}. */
final class Sweeps {
    private Sweeps() {}

    /** A workplane's wire, or a wire or edge itself. */
    static ShapeValue path(Value value, SourceSpan span) {
        return wireOrEdge(
                value instanceof WorkplaneValue workplane
                        ? WorkplaneWires.wire(workplane, false, span).first()
                        : value);
    }

    static ShapeValue wireOrEdge(Value value) {
        if (value instanceof ShapeValue shape && (shape.is(Kind.WIRE) || shape.is(Kind.EDGE))) {
            return shape;
        }
        throw Errors.value("Wire or Edge instance required");
    }

    static Shape wire(ShapeValue path, SourceSpan span) {
        return path.is(Kind.EDGE) ? new WireShape.Assembled(List.of(path.shape()), span) : path.shape();
    }

    static SolidShape.Mode alongNormal(Vector3 normal, ShapeValue path) {
        return new SolidShape.Mode.FixedFrame(Placement.frame(Curves.start(path), normal));
    }

    static SolidShape.Transition transition(String name) {
        return switch (name) {
            case "transformed", "round", "right" -> SolidShape.Transition.valueOf(name.toUpperCase(Locale.ROOT));
            default -> throw PythonError.keyError(new StrValue(name));
        };
    }

    static ShapeValue sweep(
            ShapeValue outer,
            List<ShapeValue> inner,
            ShapeValue path,
            boolean solid,
            SolidShape.Mode mode,
            SolidShape.Transition transition,
            SourceSpan span) {
        Modelling modelling = outer.modelling();
        Shape body = one(List.of(outer), path, solid, mode, transition, span);
        if (inner.isEmpty()) {
            return modelling.cast(body);
        }
        List<Shape> holes = inner.stream()
                .map(wire -> one(List.of(wire), path, solid, mode, transition, span))
                .toList();
        return modelling.shape(new BooleanShape.Cut(body, holes, 0, span), Kind.COMPOUND);
    }

    static ShapeValue multi(
            List<ShapeValue> sections, ShapeValue path, boolean solid, SolidShape.Mode mode, SourceSpan span) {
        Shape body = one(sections, path, solid, mode, SolidShape.Transition.TRANSFORMED, span);
        return sections.getFirst().modelling().shape(body, Kind.SOLID);
    }

    private static Shape one(
            List<ShapeValue> sections,
            ShapeValue path,
            boolean solid,
            SolidShape.Mode mode,
            SolidShape.Transition transition,
            SourceSpan span) {
        boolean correction = mode instanceof SolidShape.Mode.FixedFrame;
        return new SolidShape.Sweep(
                ShapeValue.shapes(sections),
                wire(path, span),
                solid,
                new SolidShape.Sweeping(mode, transition, false, correction),
                span);
    }
}
