package dev.cadwright.cad.python.value;

/** A double. Unlike Python's {@code ==}, {@code equals} holds between a NaN and itself, as in Python's containers. */
public record FloatValue(double value) implements Value {
    @Override
    public String typeName() {
        return "float";
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof Value number && Numbers.equal(this, number));
    }

    @Override
    public int hashCode() {
        return Numbers.hash(value);
    }

    @Override
    public String toString() {
        return Numbers.repr(value);
    }
}
