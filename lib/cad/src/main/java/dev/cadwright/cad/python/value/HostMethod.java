package dev.cadwright.cad.python.value;

import java.util.Objects;

/** A method of a {@link HostType}; its signature leaves {@code self} out. */
public final class HostMethod implements Value {
    /** What the method does; {@code self} is of the type that the method belongs to. */
    @FunctionalInterface
    public interface Body<T extends Value> {
        Value call(T self, Arguments arguments);
    }

    private final String owner;
    private final String name;
    private final Signature signature;
    private final Body<Value> body;

    HostMethod(String owner, String name, Signature signature, Body<Value> body) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.name = Objects.requireNonNull(name, "name");
        this.signature = Objects.requireNonNull(signature, "signature");
        this.body = Objects.requireNonNull(body, "body");
    }

    /** A method outside of a table, such as one made for a class of the program. */
    public static HostMethod of(String owner, String name, Signature signature, Body<Value> body) {
        return new HostMethod(owner, name, signature, body);
    }

    public String name() {
        return name;
    }

    /** As in messages: {@code Workplane.box}. */
    public String qualifiedName() {
        return owner + "." + name;
    }

    public Signature signature() {
        return signature;
    }

    public Value call(Value self, Call call) {
        return body.call(self, signature.bindMethod(qualifiedName(), call));
    }

    @Override
    public String typeName() {
        return "method_descriptor";
    }
}
