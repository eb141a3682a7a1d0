package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Methods of a workplane that look at its stack, or change it alone. */
final class WorkplaneStack {
    private WorkplaneStack() {}

    static Value all(WorkplaneValue self, Arguments call) {
        List<Value> all = new ArrayList<>();
        self.objects().forEach(object -> all.add(self.newObject(List.of(object))));
        return new ListValue(all);
    }

    static Value size(WorkplaneValue self, Arguments call) {
        return IntValue.of(self.objects().size());
    }

    static Value vals(WorkplaneValue self, Arguments call) {
        return new ListValue(self.objects());
    }

    static Value val(WorkplaneValue self, Arguments call) {
        return self.first();
    }

    static Value add(WorkplaneValue self, Arguments call) {
        switch (call.value("obj")) {
            case ListValue list -> self.objects().addAll(list.items());
            case WorkplaneValue other -> {
                self.objects().addAll(List.copyOf(other.objects()));
                self.context().merge(other.context());
            }
            case Value object -> self.objects().add(object);
        }
        return self;
    }

    static Value first(WorkplaneValue self, Arguments call) {
        return self.newObject(
                self.objects().isEmpty() ? List.of() : List.of(self.objects().getFirst()));
    }

    static Value last(WorkplaneValue self, Arguments call) {
        return self.newObject(List.of(item(self, -1)));
    }

    static Value item(WorkplaneValue self, Arguments call) {
        return self.newObject(List.of(item(self, call.integer("i"))));
    }

    private static Value item(WorkplaneValue self, long index) {
        long at = index < 0 ? index + self.objects().size() : index;
        if (at < 0 || at >= self.objects().size()) {
            throw PythonError.indexError("list index out of range");
        }
        return self.objects().get((int) at);
    }

    static Value end(WorkplaneValue self, Arguments call) {
        WorkplaneValue ancestor = self;
        long count = call.integer("n");
        for (long i = 0; i < count; i++) {
            ancestor = ancestor.parent();
            if (ancestor == null) {
                throw Errors.value("Cannot End the chain-- no parents!");
            }
        }
        return ancestor;
    }

    static Value newObject(WorkplaneValue self, Arguments call) {
        return self.newObject(call.list("objlist"));
    }

    static Value findSolid(WorkplaneValue self, Arguments call) {
        if (!call.truth("searchStack") || !call.truth("searchParents")) {
            throw Errors.unsupported("Workplane.findSolid(searchStack=…)", "only the whole chain is searched");
        }
        return self.findSolid();
    }

    static Value largestDimension(WorkplaneValue self, Arguments call) {
        return new FloatValue(diagonal(self));
    }

    static double diagonal(WorkplaneValue self) {
        return Measuring.bounds(self.findSolid()).diagonal();
    }

    static Value filter(WorkplaneValue self, Arguments call) {
        Value test = call.value("f");
        return self.newObject(self.objects().stream()
                .filter(object -> call.runtime().truth(call.runtime().call(test, List.of(object))))
                .toList());
    }

    static Value map(WorkplaneValue self, Arguments call) {
        Value function = call.value("f");
        return self.newObject(self.objects().stream()
                .map(object -> call.runtime().call(function, List.of(object)))
                .toList());
    }

    static Value apply(WorkplaneValue self, Arguments call) {
        Value changed = call.runtime().call(call.value("f"), List.of(new ListValue(self.objects())));
        return self.newObject(call.runtime().list(changed));
    }

    static Value sort(WorkplaneValue self, Arguments call) {
        return self.newObject(Sorting.byKey(self.objects(), call.value("key"), call.runtime()));
    }

    /** Calls a function with the workplane, or without anything if it takes nothing. */
    static Value invoke(WorkplaneValue self, Arguments call) {
        return Invocation.invoke(self, call);
    }

    static Value export(WorkplaneValue self, Arguments call) {
        self.modelling().export(new Exported(call.text("fname"), ""));
        return self;
    }

    static Value exportSvg(WorkplaneValue self, Arguments call) {
        self.modelling().export(new Exported(call.text("fileName"), "SVG"));
        return NoneValue.NONE;
    }

    /** {@code invoke} of workplanes and sketches. */
    static final class Invocation {
        private Invocation() {}

        static Value invoke(Value self, Arguments call) {
            Value function = call.value("f");
            boolean takesNothing = function instanceof FunctionValue defined
                    && defined.signature().parameters().isEmpty();
            Value result = call.runtime().call(function, takesNothing ? List.of() : List.of(self));
            return takesNothing || result == NoneValue.NONE ? self : result;
        }
    }
}
