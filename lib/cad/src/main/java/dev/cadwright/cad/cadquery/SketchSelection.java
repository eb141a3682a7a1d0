package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import java.util.ArrayList;
import java.util.List;

/** What is selected in a sketch. */
final class SketchSelection {
    private SketchSelection() {}

    static Value select(SketchValue self, Kind kind, Arguments call) {
        List<ShapeValue> found = new ArrayList<>();
        String tag = call.optionalText("tag").orElse("");
        if (!tag.isEmpty()) {
            self.tagged(tag).forEach(value -> found.addAll(ShapeValue.of(value).parts(kind)));
        } else if (self.hasSelection()) {
            for (Value value : self.selection()) {
                if (value instanceof ShapeValue shape) {
                    found.addAll(shape.parts(kind));
                }
            }
        } else {
            found.addAll(self.faces().parts(kind));
            self.edges().forEach(edge -> found.addAll(edge.parts(kind)));
        }
        List<ShapeValue> unique = new ArrayList<>();
        for (ShapeValue shape : Selector.choose(call.value("s"), found, call.runtime())) {
            ShapeOperators.addNew(unique, shape);
        }
        return self.select(unique);
    }

    static Value selectTagged(SketchValue self, Arguments call) {
        List<Value> selected = new ArrayList<>();
        for (Value tag : call.rest("tags")) {
            selected.addAll(self.tagged(Conversions.text(tag, "tag")));
        }
        return self.select(selected);
    }

    static Value tag(SketchValue self, Arguments call) {
        if (!self.hasSelection()) {
            throw Errors.value("Selection is needed to tag");
        }
        self.tag(call.text("tag"), self.selection());
        return self;
    }

    static Value filter(SketchValue self, Arguments call) {
        Value test = call.value("f");
        return self.select(self.values().stream()
                .filter(value -> call.runtime().truth(call.runtime().call(test, List.of(value))))
                .toList());
    }

    static Value map(SketchValue self, Arguments call) {
        return self.select(self.values().stream()
                .map(value -> call.runtime().call(call.value("f"), List.of(value)))
                .toList());
    }

    static Value apply(SketchValue self, Arguments call) {
        Value changed = call.runtime().call(call.value("f"), List.of(new ListValue(self.values())));
        return self.select(call.runtime().list(changed));
    }

    static Value sort(SketchValue self, Arguments call) {
        return self.select(Sorting.byKey(self.values(), call.value("key"), call.runtime()));
    }
}
