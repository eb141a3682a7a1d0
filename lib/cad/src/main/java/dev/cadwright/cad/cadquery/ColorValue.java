package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.format.Colour;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code cadquery.Color}: a name, or shares of red, green, blue and opacity. Colours do not change a shape. */
record ColorValue(String name, double red, double green, double blue, double alpha) implements HostObject {
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("black", 0x000000),
            Map.entry("blue", 0x0000FF),
            Map.entry("brown", 0xA52A2A),
            Map.entry("cyan", 0x00FFFF),
            Map.entry("gold", 0xFFD700),
            Map.entry("gray", 0xC0C0C0),
            Map.entry("green", 0x00FF00),
            Map.entry("lightblue", 0xADD8E6),
            Map.entry("lightgray", 0xD3D3D3),
            Map.entry("magenta", 0xFF00FF),
            Map.entry("orange", 0xFFA500),
            Map.entry("pink", 0xFFC0CB),
            Map.entry("purple", 0xA020F0),
            Map.entry("red", 0xFF0000),
            Map.entry("salmon", 0xFA8072),
            Map.entry("steelblue", 0x4682B4),
            Map.entry("tan", 0xD2B48C),
            Map.entry("turquoise", 0x40E0D0),
            Map.entry("violet", 0xEE82EE),
            Map.entry("white", 0xFFFFFF),
            Map.entry("yellow", 0xFFFF00));

    static final HostType TYPE = HostType.named("Color", ColorValue.class)
            .constructor("*args, **kwargs", ColorValue::make)
            .property("name", self -> new StrValue(self.name))
            .method("toTuple", "", (self, call) -> TupleValue.of(self.red, self.green, self.blue, self.alpha))
            .property("alpha", self -> new FloatValue(self.alpha))
            .build();

    /** The colour on a screen; empty for a name that is not one of the well-known ones. */
    Optional<Colour> seen() {
        if (name.isEmpty()) {
            return Optional.of(new Colour(share(red), share(green), share(blue), share(alpha)));
        }
        Integer code = NAMES.get(name.toLowerCase(Locale.ROOT));
        return code == null
                ? Optional.empty()
                : Optional.of(new Colour(
                        (code >> 16 & 255) / 255.0, (code >> 8 & 255) / 255.0, (code & 255) / 255.0, share(alpha)));
    }

    private static double share(double part) {
        return Double.isNaN(part) ? 0 : Math.clamp(part, 0, 1);
    }

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
