package dev.cadwright.cad.python.value;

/** {@code ...}. */
public enum EllipsisValue implements Value {
    ELLIPSIS;

    @Override
    public String typeName() {
        return "ellipsis";
    }
}
