package dev.cadwright.cad.python.value;

/** A {@code slice}; parts that are left out are {@code None}. */
public record SliceValue(Value start, Value stop, Value step) implements Value {
    @Override
    public String typeName() {
        return "slice";
    }
}
