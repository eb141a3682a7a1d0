package dev.cadwright.cad.python.value;

/** {@code True} or {@code False}; equal to 1 or 0. */
public final class BoolValue implements Value {
    public static final BoolValue TRUE = new BoolValue(true);
    public static final BoolValue FALSE = new BoolValue(false);

    private final boolean value;

    private BoolValue(boolean value) {
        this.value = value;
    }

    public static BoolValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public boolean value() {
        return value;
    }

    public IntValue toInt() {
        return IntValue.of(value ? 1 : 0);
    }

    @Override
    public String typeName() {
        return "bool";
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof Value number && Numbers.equal(this, number));
    }

    @Override
    public int hashCode() {
        return Numbers.hash(value ? 1 : 0);
    }

    @Override
    public String toString() {
        return value ? "True" : "False";
    }
}
