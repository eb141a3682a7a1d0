package dev.cadwright.cad.python.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An instance of a {@link ClassValue}; exceptions are such instances. */
public final class InstanceValue implements Value {
    private final ClassValue type;
    private final Map<String, Value> attributes = new LinkedHashMap<>();

    public InstanceValue(ClassValue type) {
        this.type = Objects.requireNonNull(type, "type");
    }

    public ClassValue type() {
        return type;
    }

    /** Its own attributes; live. */
    public Map<String, Value> attributes() {
        return attributes;
    }

    @Override
    public String typeName() {
        return type.name();
    }

    /** By the program's {@code __eq__}; identity without one. */
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        Optional<Value> method = type.isBuiltin() ? Optional.empty() : type.find("__eq__");
        if (method.isEmpty() || !(other instanceof Value value)) {
            return false;
        }
        Value answer = type.runtime().call(method.get(), List.of(this, value));
        return answer != NotImplementedValue.NOT_IMPLEMENTED && type.runtime().truth(answer);
    }

    /** By the program's {@code __hash__}; by identity without one. */
    @Override
    public int hashCode() {
        if (type.isBuiltin()) {
            return System.identityHashCode(this);
        }
        Optional<Value> method = type.find("__hash__");
        if (method.isEmpty() && type.find("__eq__").isEmpty()) {
            return System.identityHashCode(this);
        }
        if (method.isEmpty() || method.get() == NoneValue.NONE) {
            throw PythonError.typeError("unhashable type: '" + type.name() + "'");
        }
        return type.runtime().call(method.get(), List.of(this)).hashCode();
    }
}
