package dev.cadwright.cad.python.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes the table of a {@link HostType}. A name that is given twice is a mistake of the table. */
public final class HostTypeBuilder<T extends Value> {
    private final String name;
    private final Class<T> self;
    private final Map<String, HostType.Member> members = new LinkedHashMap<>();
    private Predicate<Value> instance;
    private HostFunction constructor;

    HostTypeBuilder(String name, Class<T> self) {
        this.name = Objects.requireNonNull(name, "name");
        this.self = Objects.requireNonNull(self, "self");
        this.instance = self::isInstance;
    }

    /** What calling the type does; parameters as in {@link Signature#of}, without {@code self}. */
    public HostTypeBuilder<T> constructor(String parameters, HostFunction.Body body) {
        return constructor(Signature.of(parameters), body);
    }

    public HostTypeBuilder<T> constructor(Signature signature, HostFunction.Body body) {
        constructor = new HostFunction(name, signature, body);
        return this;
    }

    /** A method; parameters as in {@link Signature#of}, without {@code self}. */
    public HostTypeBuilder<T> method(String method, String parameters, HostMethod.Body<T> body) {
        return method(method, Signature.of(parameters), body);
    }

    public HostTypeBuilder<T> method(String method, Signature signature, HostMethod.Body<T> body) {
        HostMethod.Body<Value> checked = (object, arguments) -> body.call(cast(object, method), arguments);
        return add(method, new HostType.Member.Method(new HostMethod(name, method, signature, checked)));
    }

    public HostTypeBuilder<T> property(String property, Function<T, Value> get) {
        return property(property, (object, runtime) -> get.apply(object));
    }

    public HostTypeBuilder<T> property(String property, BiFunction<T, Runtime, Value> get) {
        return add(
                property,
                new HostType.Member.Property((object, runtime) -> get.apply(cast(object, property), runtime)));
    }

    /** A static method or a class method, reached from the class and from its instances. */
    public HostTypeBuilder<T> staticMethod(String method, String parameters, HostFunction.Body body) {
        return add(method, new HostType.Member.Static(HostFunction.of(name + "." + method, parameters, body)));
    }

    public HostTypeBuilder<T> constant(String constant, Value value) {
        return add(constant, new HostType.Member.Static(value));
    }

    /** A name that the real class has and that is not executed here, with the reason. */
    public HostTypeBuilder<T> unsupported(String member, String reason) {
        return add(member, new HostType.Member.Unsupported(reason));
    }

    /** Takes over the members of a base type that this one does not define itself; call it last. */
    public HostTypeBuilder<T> inherit(HostType base) {
        base.members().forEach(members::putIfAbsent);
        return this;
    }

    /** Which values are instances, where the Java class alone does not say it. */
    public HostTypeBuilder<T> instances(Predicate<Value> test) {
        instance = test;
        return this;
    }

    public HostType build() {
        return new HostType(name, constructor, instance, members);
    }

    private T cast(Value object, String member) {
        if (!self.isInstance(object)) {
            throw PythonError.typeError("descriptor '" + member + "' for '" + name + "' objects doesn't apply to a '"
                    + object.typeName() + "' object");
        }
        return self.cast(object);
    }

    private HostTypeBuilder<T> add(String member, HostType.Member line) {
        if (members.putIfAbsent(member, line) != null) {
            throw new IllegalArgumentException(name + "." + member + " stands twice in the table");
        }
        return this;
    }
}
