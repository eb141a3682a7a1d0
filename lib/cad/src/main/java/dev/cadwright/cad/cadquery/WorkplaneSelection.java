package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code faces}, {@code edges} and the like. */
final class WorkplaneSelection {
    private WorkplaneSelection() {}

    static Value select(WorkplaneValue self, Kind kind, Arguments call) {
        List<ShapeValue> found = collect(tagged(self, call), kind);
        return self.newObject(Selector.choose(call.value("selector"), found, call.runtime()));
    }

    private static WorkplaneValue tagged(WorkplaneValue self, Arguments call) {
        return call.optionalText("tag")
                .filter(tag -> !tag.isEmpty())
                .map(self.context()::tagged)
                .orElse(self);
    }

    /** The parts of a kind of all objects on the stack, each once. */
    static List<ShapeValue> collect(WorkplaneValue self, Kind kind) {
        List<ShapeValue> shapes = new ArrayList<>();
        for (Value object : self.objects()) {
            switch (object) {
                case ShapeValue shape -> shapes.add(shape);
                case SketchValue sketch ->
                    throw new dev.cadwright.cad.python.value.UnsupportedConstruct(
                            "Workplane selection on a Sketch", "select on the sketch itself");
                default -> {}
            }
        }
        if (shapes.size() == 1) {
            return parts(shapes.getFirst(), kind);
        }
        List<ShapeValue> found = new ArrayList<>();
        Set<ShapeValue> seen = new HashSet<>();
        for (ShapeValue shape : shapes) {
            for (ShapeValue part : parts(shape, kind)) {
                if (seen.add(part)) {
                    found.add(part);
                }
            }
        }
        return found;
    }

    private static List<ShapeValue> parts(ShapeValue shape, Kind kind) {
        boolean disguised = kind == Kind.SOLID && shape.is(Kind.SOLID) && shape.kind() == Kind.COMPOUND;
        return shape.parts(disguised ? Kind.COMPOUND : kind);
    }

    static Value ancestors(WorkplaneValue self, Arguments call) {
        ShapeValue context = self.findSolid();
        Kind kind = ShapeNames.kind(call.text("kind"));
        List<ShapeValue> found = new ArrayList<>();
        for (ShapeValue shape : tagged(self, call).shapes()) {
            ancestors(shape, context, kind).forEach(each -> ShapeOperators.addNew(found, each));
        }
        return self.newObject(found);
    }

    /** The parts of a kind of the context that hold the shape. */
    static List<ShapeValue> ancestors(ShapeValue shape, ShapeValue context, Kind kind) {
        List<Integer> indices = shape.modelling().ask(asked -> asked.ancestors(shape.shape(), context.shape(), kind));
        return indices.stream().map(index -> part(context, kind, index)).toList();
    }

    private static ShapeValue part(ShapeValue of, Kind kind, int index) {
        Shape part = new ModifiedShape.Part(of.shape(), kind, index, of.shape().span());
        return of.modelling().shape(part, kind);
    }

    static Value siblings(WorkplaneValue self, Arguments call) {
        ShapeValue context = self.findSolid();
        Kind kind = ShapeNames.kind(call.text("kind"));
        List<ShapeValue> shapes = tagged(self, call).shapes();
        List<ShapeValue> found = new ArrayList<>();
        for (ShapeValue shape : shapes) {
            for (ShapeValue sibling : siblings(shape, context, kind, call.integer("level"))) {
                if (!shapes.contains(sibling)) {
                    ShapeOperators.addNew(found, sibling);
                }
            }
        }
        return self.newObject(found);
    }

    /** Shapes of the same kind that share a part of the given kind, {@code level} steps away. */
    static List<ShapeValue> siblings(ShapeValue shape, ShapeValue context, Kind kind, long level) {
        List<ShapeValue> excluded = new ArrayList<>();
        List<ShapeValue> current = List.of(shape);
        for (long i = 0; i < Math.min(level, 1000); i++) {
            current.forEach(each -> ShapeOperators.addNew(excluded, each));
            List<ShapeValue> next = new ArrayList<>();
            for (ShapeValue each : current) {
                for (ShapeValue child : each.parts(kind)) {
                    ancestors(child, context, shape.declared()).stream()
                            .filter(other -> !excluded.contains(other))
                            .forEach(other -> ShapeOperators.addNew(next, other));
                }
            }
            current = next;
        }
        return current;
    }
}
