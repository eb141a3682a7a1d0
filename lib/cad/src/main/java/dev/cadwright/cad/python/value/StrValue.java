package dev.cadwright.cad.python.value;

import java.util.Objects;

/** A string. Its indices count UTF-16 units where Python counts code points; they differ beyond the basic plane only. */
public record StrValue(String value) implements Value {
    public static final StrValue EMPTY = new StrValue("");

    public StrValue {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String typeName() {
        return "str";
    }
}
