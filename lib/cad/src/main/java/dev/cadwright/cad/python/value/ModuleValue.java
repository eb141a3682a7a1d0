package dev.cadwright.cad.python.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A module that programs may import; what it holds does not change.
 *
 * @param name as it is imported, with dots for a module within another
 * @param unsupported names that the real module has and that are not executed here, each with the reason
 */
public record ModuleValue(String name, Map<String, Value> attributes, Map<String, String> unsupported)
        implements Value {
    public ModuleValue(String name, Map<String, Value> attributes) {
        this(name, attributes, Map.of());
    }

    public ModuleValue {
        unsupported = Map.copyOf(unsupported);
        Objects.requireNonNull(name, "name");
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    @Override
    public String typeName() {
        return "module";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
