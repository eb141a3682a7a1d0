package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Geometry;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Chooses shapes among others, with CadQuery's tolerances; the order of the given shapes is kept. */
sealed interface Selector {
    double TOLERANCE = 1e-4;

    List<ShapeValue> choose(List<ShapeValue> from);

    /** What a program gave as a selector: none, a string or a selector object. */
    static List<ShapeValue> choose(Value selector, List<ShapeValue> from, Runtime runtime) {
        runtime.step(from.size());
        return switch (selector) {
            case NoneValue none -> from;
            case StrValue(String text) ->
                text.isEmpty() ? from : SelectorText.read(text).choose(from);
            case SelectorValue value -> value.selector().choose(from);
            case Value other -> byProgram(other, from, runtime);
        };
    }

    private static List<ShapeValue> byProgram(Value selector, List<ShapeValue> from, Runtime runtime) {
        if (!runtime.truth(selector)) {
            return from;
        }
        Value filter = runtime.findAttribute(selector, "filter")
                .orElseThrow(() -> PythonError.attributeError(
                        "'" + selector.typeName() + "' object has no attribute 'filter'", ""));
        List<ShapeValue> chosen = new ArrayList<>();
        for (Value value : runtime.list(runtime.call(filter, List.of(new ListValue(from))))) {
            chosen.add(ShapeValue.of(value));
        }
        return chosen;
    }

    record All() implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            return from;
        }
    }

    record NearestToPoint(Vector3 point) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            return nearest(from, shape -> shape.centre().distanceTo(point));
        }
    }

    record NearestToShape(ShapeValue other) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            return nearest(from, shape -> shape.modelling()
                    .ask(asked -> asked.distance(other.shape(), shape.shape()))
                    .length());
        }
    }

    private static List<ShapeValue> nearest(
            List<ShapeValue> from, java.util.function.ToDoubleFunction<ShapeValue> distance) {
        ShapeValue best = null;
        double least = Double.POSITIVE_INFINITY;
        for (ShapeValue shape : from) {
            double length = distance.applyAsDouble(shape);
            if (best == null || length < least) {
                best = shape;
                least = length;
            }
        }
        if (best == null) {
            throw PythonError.valueError("min() iterable argument is empty");
        }
        return List.of(best);
    }

    record InBox(Vector3 first, Vector3 second, boolean byBounds) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            return from.stream().filter(this::holds).toList();
        }

        private boolean holds(ShapeValue shape) {
            if (!byBounds) {
                return between(shape.centre());
            }
            Bounds bounds = Measuring.bounds(shape);
            return between(bounds.min()) && between(bounds.max());
        }

        private boolean between(Vector3 point) {
            return (point.x() < first.x() ^ point.x() < second.x())
                    && (point.y() < first.y() ^ point.y() < second.y())
                    && (point.z() < first.z() ^ point.z() < second.z());
        }
    }

    /** By the normal of plane faces and the direction of straight edges; other shapes fall out. */
    record Directed(Direction how, Vector3 direction, double tolerance) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            return from.stream().filter(this::fits).toList();
        }

        private boolean fits(ShapeValue shape) {
            boolean plane = shape.is(Kind.FACE) && shape.description().geometry() == Geometry.PLANE;
            boolean line = shape.is(Kind.EDGE) && shape.description().geometry() == Geometry.LINE;
            return (plane || line)
                    && shape.description()
                            .direction()
                            .map(other -> how.fits(direction, other, tolerance))
                            .orElse(false);
        }
    }

    enum Direction {
        SAME,
        PARALLEL,
        PERPENDICULAR;

        boolean fits(Vector3 direction, Vector3 other, double tolerance) {
            return switch (this) {
                case SAME -> Vectors.angle(direction, other) < tolerance;
                case PARALLEL -> direction.cross(other).length() < tolerance;
                case PERPENDICULAR -> Math.abs(Vectors.angle(direction, other) - Math.PI / 2) < tolerance;
            };
        }
    }

    record OfType(String type) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            String wanted = type.toUpperCase(Locale.ROOT);
            return from.stream()
                    .filter(shape -> ShapeNames.geometry(shape).equals(wanted))
                    .toList();
        }
    }

    record And(Selector left, Selector right) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            List<ShapeValue> others = right.choose(from);
            return left.choose(from).stream().filter(others::contains).toList();
        }
    }

    record Or(Selector left, Selector right) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            List<ShapeValue> chosen = new ArrayList<>(left.choose(from));
            right.choose(from).forEach(shape -> ShapeOperators.addNew(chosen, shape));
            return chosen;
        }
    }

    record Without(Selector left, Selector right) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            List<ShapeValue> others = right.choose(from);
            return left.choose(from).stream()
                    .filter(shape -> !others.contains(shape))
                    .toList();
        }
    }

    /** One group of those that are alike in some measure, counted from the smallest. */
    record Nth(Measure measure, int n, boolean largestLast, double tolerance) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            return NthGroup.choose(this, from);
        }
    }

    /** First the parallel ones, then a group of them along the direction. */
    record DirectedNth(Directed parallel, Nth nth) implements Selector {
        @Override
        public List<ShapeValue> choose(List<ShapeValue> from) {
            return nth.choose(parallel.choose(from));
        }
    }

    /** What the groups of {@link Nth} are alike in. */
    sealed interface Measure {
        record Along(Vector3 direction) implements Measure {}

        record Radius() implements Measure {}

        record Length() implements Measure {}

        record Area() implements Measure {}
    }

    static Selector furthest(Vector3 direction, boolean largest) {
        return new Nth(new Measure.Along(direction), -1, largest, TOLERANCE);
    }
}
