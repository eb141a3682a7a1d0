package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.List;

/** {@code cadquery.Color}: a name, or shares of red, green, blue and opacity. Colours do not change a shape. */
record ColorValue(String name, double red, double green, double blue, double alpha) implements HostObject {
    static final HostType TYPE = HostType.named("Color", ColorValue.class)
            .constructor("*args, **kwargs", ColorValue::make)
            .property("name", self -> new StrValue(self.name))
            .method("toTuple", "", (self, call) -> TupleValue.of(self.red, self.green, self.blue, self.alpha))
            .property("alpha", self -> new FloatValue(self.alpha))
            .build();

    @Override
    public HostType type() {
        return TYPE;
    }

    private static Value make(Arguments call) {
        List<Value> given = call.rest("args");
        if (!given.isEmpty() && given.getFirst() instanceof StrValue(String name)) {
            return new ColorValue(name, 0, 0, 0, 1);
        }
        return new ColorValue("", part(call, 0, "r"), part(call, 1, "g"), part(call, 2, "b"), part(call, 3, "a"));
    }

    private static double part(Arguments call, int index, String name) {
        List<Value> given = call.rest("args");
        Value value = index < given.size()
                ? given.get(index)
                : call.keywords("kwargs").get(new StrValue(name));
        return value == null ? 1 : Conversions.number(value, name);
    }
}
