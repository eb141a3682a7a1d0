package dev.cadwright.cad.python.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A class that a host brings, as a table: constructor, methods, properties, what hangs at the class itself, and what is
 * known but not supported. Programs call it, ask {@code isinstance} with it, and reach its attributes; documentation is
 * printed from the same table. One type serves all runs: it holds no state.
 */
public final class HostType implements Value {
    /** One line of the table. */
    public sealed interface Member {
        record Method(HostMethod method) implements Member {}

        /** A value computed from the object. */
        record Property(BiFunction<Value, Runtime, Value> get) implements Member {}

        /** A static method, a class method or a constant. */
        record Static(Value value) implements Member {}

        /** A name that the real class has and that this project does not execute. */
        record Unsupported(String reason) implements Member {}
    }

    private final String name;
    private final HostFunction constructor;
    private final Predicate<Value> instance;
    private final Map<String, Member> members;

    HostType(String name, HostFunction constructor, Predicate<Value> instance, Map<String, Member> members) {
        this.name = Objects.requireNonNull(name, "name");
        this.constructor = constructor;
        this.instance = Objects.requireNonNull(instance, "instance");
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Begins a table.
     *
     * @param self the Java class of its instances
     */
    public static <T extends Value> HostTypeBuilder<T> named(String name, Class<T> self) {
        return new HostTypeBuilder<>(name, self);
    }

    public String name() {
        return name;
    }

    /** What calling the type does; empty when programs cannot make instances. */
    public Optional<HostFunction> constructor() {
        return Optional.ofNullable(constructor);
    }

    /** The table, in the order in which it was written. */
    public Map<String, Member> members() {
        return members;
    }

    public Set<String> memberNames() {
        return members.keySet();
    }

    public boolean isInstance(Value value) {
        return instance.test(value);
    }

    /** {@code object.name} by the table. @throws UnsupportedConstruct for a name that is known and not supported */
    public Optional<Value> attributeOf(Value object, String member, Runtime runtime) {
        return switch (members.get(member)) {
            case null -> Optional.empty();
            case Member.Method(HostMethod method) -> Optional.of(new MethodValue(object, method));
            case Member.Property(BiFunction<Value, Runtime, Value> get) -> Optional.of(get.apply(object, runtime));
            case Member.Static(Value value) -> Optional.of(value);
            case Member.Unsupported(String reason) -> throw new UnsupportedConstruct(name + "." + member, reason);
        };
    }

    /** {@code Type.name}: methods come unbound. @throws UnsupportedConstruct for a name known and not supported */
    public Optional<Value> attribute(String member) {
        return switch (members.get(member)) {
            case null -> Optional.empty();
            case Member.Method(HostMethod method) -> Optional.of(method);
            case Member.Static(Value value) -> Optional.of(value);
            case Member.Property property -> throw new UnsupportedConstruct(name + "." + member, "a bare property");
            case Member.Unsupported(String reason) -> throw new UnsupportedConstruct(name + "." + member, reason);
        };
    }

    @Override
    public String typeName() {
        return "type";
    }
}
