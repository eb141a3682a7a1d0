package dev.cadwright.cad.python.value;

/** A function bound to its first argument. */
public record MethodValue(Value self, Value function) implements Value {
    @Override
    public String typeName() {
        return function instanceof FunctionValue ? "method" : "builtin_function_or_method";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodValue method && self == method.self && function == method.function;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(self) * 31 + System.identityHashCode(function);
    }
}
