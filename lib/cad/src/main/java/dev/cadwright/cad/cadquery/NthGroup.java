package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.PartDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Groups shapes whose measures are within a tolerance of the first one of the group. */
final class NthGroup {
    private NthGroup() {}

    private record Measured(double key, ShapeValue shape) {}

    static List<ShapeValue> choose(Selector.Nth nth, List<ShapeValue> from) {
        if (from.isEmpty()) {
            throw PythonError.valueError("Can not return the Nth element of an empty list");
        }
        List<List<ShapeValue>> groups = groups(nth, from);
        if (!nth.largestLast()) {
            groups = groups.reversed();
        }
        int index = nth.n() < 0 ? groups.size() + nth.n() : nth.n();
        if (index < 0 || index >= groups.size()) {
            throw PythonError.indexError(
                    "Attempted to access index %d of a list with length %d".formatted(nth.n(), groups.size()));
        }
        return groups.get(index);
    }

    private static List<List<ShapeValue>> groups(Selector.Nth nth, List<ShapeValue> from) {
        List<Measured> measured = new ArrayList<>();
        for (ShapeValue shape : from) {
            measure(nth.measure(), shape).ifPresent(key -> measured.add(new Measured(key, shape)));
        }
        if (measured.isEmpty()) {
            throw PythonError.indexError("list index out of range");
        }
        measured.sort(Comparator.comparingDouble(Measured::key));
        List<List<ShapeValue>> groups = new ArrayList<>();
        groups.add(new ArrayList<>());
        double start = measured.getFirst().key();
        for (Measured each : measured) {
            if (Math.abs(each.key() - start) > nth.tolerance()) {
                groups.add(new ArrayList<>());
                start = each.key();
            }
            groups.getLast().add(each.shape());
        }
        return groups;
    }

    /** Empty for a shape without such a measure, which falls out. */
    private static OptionalDouble measure(Selector.Measure measure, ShapeValue shape) {
        return switch (measure) {
            case Selector.Measure.Along(var direction) ->
                OptionalDouble.of(shape.centre().dot(direction));
            case Selector.Measure.Radius() ->
                isCurve(shape) ? shape.description().radius() : OptionalDouble.empty();
            case Selector.Measure.Length() ->
                isCurve(shape) ? OptionalDouble.of(shape.description().size()) : OptionalDouble.empty();
            case Selector.Measure.Area() -> area(shape);
        };
    }

    private static boolean isCurve(ShapeValue shape) {
        return shape.is(Kind.EDGE) || shape.is(Kind.WIRE);
    }

    private static OptionalDouble area(ShapeValue shape) {
        return switch (shape.declared()) {
            case FACE -> OptionalDouble.of(shape.description().size());
            case SHELL, SOLID -> OptionalDouble.of(Measuring.measures(shape).area());
            case WIRE -> enclosed(shape);
            case VERTEX, EDGE, COMPOUND -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble enclosed(ShapeValue wire) {
        try {
            FaceShape face =
                    new FaceShape.Planar(wire.shape(), List.of(), wire.shape().span());
            PartDescription described = wire.modelling().ask(asked -> asked.describe(face));
            return OptionalDouble.of(Math.abs(described.size()));
        } catch (PythonError e) {
            return OptionalDouble.empty();
        }
    }
}
