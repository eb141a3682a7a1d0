package dev.cadwright.cad.python.value;

/** {@code NotImplemented}, what an operator's method returns for operands that it does not know. */
public enum NotImplementedValue implements Value {
    NOT_IMPLEMENTED;

    @Override
    public String typeName() {
        return "NotImplementedType";
    }
}
