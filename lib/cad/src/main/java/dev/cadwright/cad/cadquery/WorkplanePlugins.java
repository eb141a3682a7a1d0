package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import java.util.List;

/** What plug-ins, functions that a program hangs at {@code Workplane}, reach for beside the public methods. */
final class WorkplanePlugins {
    private WorkplanePlugins() {}

    static void members(HostTypeBuilder<WorkplaneValue> table) {
        table.method("_combineWithBase", "obj, mode=True, clean=False", WorkplanePlugins::combineWithBase)
                .method(
                        "_cutFromBase",
                        "obj",
                        (self, call) -> combined(
                                self, call.value("obj"), new Combine(Combine.Mode.CUT, false, call.span()), call))
                .method("_getTagged", "name", (self, call) -> self.context().tagged(call.text("name")))
                .method("_getFaces", "", (self, call) -> new ListValue(List.copyOf(Faces.of(self, call.span()))))
                .method("_findFromPoint", "useLocalCoords=False", WorkplanePlugins::lastPoint)
                .method("_findFromEdge", "useLocalCoords=False", WorkplanePlugins::lastEdge)
                .method("_addPendingWire", "wire", (self, call) -> {
                    self.context().addWire(pending(call, "wire", Kind.WIRE));
                    return NoneValue.NONE;
                })
                .method("_addPendingEdge", "edge", (self, call) -> {
                    self.context().addEdge(pending(call, "edge", Kind.EDGE), self.plane());
                    return NoneValue.NONE;
                });
        for (String name :
                List.of("_extrude", "_revolve", "_sweep", "_consolidateWires", "_mergeTags", "_collectProperty")) {
            table.unsupported(name, "what it does inside differs here");
        }
    }

    private static Value combineWithBase(WorkplaneValue self, Arguments call) {
        Value mode = call.value("mode");
        Combine combine = new Combine(Combine.mode(mode, call.runtime()), call.truth("clean"), call.span());
        return combined(self, call.value("obj"), combine, call);
    }

    private static Value combined(WorkplaneValue self, Value object, Combine combine, Arguments call) {
        return object instanceof ShapeValue shape
                ? combine.with(self, shape)
                : combine.with(self, call.runtime().list(object));
    }

    private static ShapeValue pending(Arguments call, String parameter, Kind kind) {
        ShapeValue shape = ShapeValue.of(call.value(parameter));
        if (!shape.is(kind)) {
            throw PythonError.typeError(
                    "expected " + kind.name().toLowerCase(java.util.Locale.ROOT) + ", not " + shape.typeName());
        }
        return shape;
    }

    private static Value lastPoint(WorkplaneValue self, Arguments call) {
        VectorValue point = new VectorValue(self.currentPoint());
        return call.truth("useLocalCoords") ? self.plane().toLocalCoords(point) : point;
    }

    private static Value lastEdge(WorkplaneValue self, Arguments call) {
        Value last = self.objects().isEmpty()
                ? new VectorValue(self.plane().origin())
                : self.objects().getLast();
        if (!(last instanceof ShapeValue shape) || !shape.is(Kind.EDGE)) {
            throw PythonError.of(
                    dev.cadwright.cad.python.value.ExceptionTypes.RUNTIME_ERROR,
                    "Previous Edge requested, but the previous object was of type <class '" + last.typeName()
                            + "'>, not an Edge.");
        }
        return call.truth("useLocalCoords") ? self.plane().toLocalCoords(last) : last;
    }
}
