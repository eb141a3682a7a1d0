package dev.cadwright.cad.python.value;

import java.util.LinkedHashMap;
import java.util.Map;

/** A dict in the order of insertion; the Java map is live. */
public final class DictValue implements Value {
    private final LinkedHashMap<Value, Value> entries;
    private final Value defaultFactory;

    public DictValue() {
        this(Map.of(), null);
    }

    public DictValue(Map<? extends Value, ? extends Value> entries) {
        this(entries, null);
    }

    /** A {@code defaultdict} when there is a factory. */
    public DictValue(Map<? extends Value, ? extends Value> entries, Value defaultFactory) {
        this.entries = new LinkedHashMap<>(entries);
        this.defaultFactory = defaultFactory;
    }

    public Map<Value, Value> entries() {
        return entries;
    }

    /** What a {@code defaultdict} calls for a missing key; null for a plain dict. */
    public Value defaultFactory() {
        return defaultFactory;
    }

    @Override
    public String typeName() {
        return defaultFactory == null ? "dict" : "collections.defaultdict";
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof DictValue dict && entries.equals(dict.entries));
    }

    @Override
    public int hashCode() {
        throw PythonError.typeError("unhashable type: 'dict'");
    }
}
