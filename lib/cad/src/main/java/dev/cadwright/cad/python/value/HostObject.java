package dev.cadwright.cad.python.value;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.syntax.UnaryOperator;
import java.util.Iterator;
import java.util.Optional;

/**
 * A value that a host brings: a {@code Workplane}, a {@code Vector}. What it can do stands in its {@link #type}; the
 * operators below are those that it has beyond that. Its {@code equals} and {@code hashCode} are Python's {@code ==} and
 * {@code hash()}; leave them alone for identity.
 */
public non-sealed interface HostObject extends Value {
    /** Its class: name, methods, properties. */
    HostType type();

    @Override
    default String typeName() {
        return type().name();
    }

    /** {@code self.name}; empty when there is no such attribute, which becomes an AttributeError with a hint. */
    default Optional<Value> attribute(String name, Runtime runtime) {
        return type().attributeOf(this, name, runtime);
    }

    /** {@code self.name = value}; false when it cannot be set. */
    default boolean setAttribute(String name, Value value, Runtime runtime) {
        return false;
    }

    /** {@code self(…)}; empty when it cannot be called. */
    default Optional<Value> call(Call call) {
        return Optional.empty();
    }

    /** {@code self operator other}, or {@code other operator self} when reflected; empty for NotImplemented. */
    default Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        return Optional.empty();
    }

    /** {@code self operator= other}: itself, changed; empty where the plain operator applies. */
    default Optional<Value> inPlace(BinaryOperator operator, Value other, Runtime runtime) {
        return Optional.empty();
    }

    default Optional<Value> unary(UnaryOperator operator, Runtime runtime) {
        return Optional.empty();
    }

    /** An ordering ({@code <}, {@code <=}, {@code >}, {@code >=}) or {@code in}; empty when it has none. */
    default Optional<Value> compare(ComparisonOperator operator, Value other, Runtime runtime) {
        return Optional.empty();
    }

    /** {@code self[key]}; empty when it has no subscripts. */
    default Optional<Value> index(Value key, Runtime runtime) {
        return Optional.empty();
    }

    /** {@code self[key] = value}; false when it takes no items. */
    default boolean setIndex(Value key, Value value, Runtime runtime) {
        return false;
    }

    /** What {@code for} sees; empty when it is not iterable. */
    default Optional<Iterator<Value>> iterate(Runtime runtime) {
        return Optional.empty();
    }

    /** {@code len(self)}; empty when it has no length. */
    default Optional<Long> length(Runtime runtime) {
        return Optional.empty();
    }

    default boolean truth(Runtime runtime) {
        return length(runtime).map(size -> size > 0).orElse(true);
    }

    default String repr(Runtime runtime) {
        return "<" + typeName() + " object>";
    }

    default String str(Runtime runtime) {
        return repr(runtime);
    }

    /** {@code format(self, specification)} for one that is not empty; empty when it knows none. */
    default Optional<String> format(String specification, Runtime runtime) {
        return Optional.empty();
    }

    /** Whether this, as an attribute of a class, is called with the instance as its first argument. */
    default boolean bindsToInstances() {
        return false;
    }

    /** {@code isinstance(value, self)}, for an object that stands for a type. */
    default boolean acceptsInstance(Value value) {
        throw PythonError.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
    }

    /** {@code copy.copy(self)} and {@code copy.deepcopy(self)}; itself when it never changes. */
    default Value copy(Runtime runtime) {
        return this;
    }

    /** {@code with self as …}: what is bound; empty when it is no context manager. */
    default Optional<Value> enter(Runtime runtime) {
        return Optional.empty();
    }

    /** The end of {@code with}. */
    default void exit(Runtime runtime) {}
}
