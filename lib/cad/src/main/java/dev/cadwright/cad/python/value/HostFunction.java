package dev.cadwright.cad.python.value;

import java.util.Objects;

/** A function that a host brings, with its parameters as a table. */
public final class HostFunction implements Value {
    /** What the function does with its bound arguments. */
    @FunctionalInterface
    public interface Body {
        Value call(Arguments arguments);
    }

    private final String name;
    private final Signature signature;
    private final Body body;

    public HostFunction(String name, Signature signature, Body body) {
        this.name = Objects.requireNonNull(name, "name");
        this.signature = Objects.requireNonNull(signature, "signature");
        this.body = Objects.requireNonNull(body, "body");
    }

    /** A function with parameters as in {@link Signature#of}. */
    public static HostFunction of(String name, String parameters, Body body) {
        return new HostFunction(name, Signature.of(parameters), body);
    }

    public String name() {
        return name;
    }

    public Signature signature() {
        return signature;
    }

    public Value call(Call call) {
        return body.call(signature.bind(name, call));
    }

    @Override
    public String typeName() {
        return "builtin_function_or_method";
    }
}
