package dev.cadwright.cad.python.value;

/** {@code None}. */
public enum NoneValue implements Value {
    NONE;

    @Override
    public String typeName() {
        return "NoneType";
    }
}
