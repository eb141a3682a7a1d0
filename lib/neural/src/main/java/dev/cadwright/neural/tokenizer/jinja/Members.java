package dev.cadwright.neural.tokenizer.jinja;

import java.util.LinkedHashMap;
import java.util.Map;

/** A value with attributes and nothing else: a namespace, which may be written to, or the state of a loop. */
final class Members {
    private final boolean writable;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Members(boolean writable) {
        this.writable = writable;
    }

    Object get(String name) {
        return values.containsKey(name) ? values.get(name) : new Undefined("the attribute " + name);
    }

    Members put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** An assignment by the template. */
    void assign(String name, Object value) {
        if (!writable || name.startsWith("_")) {
            throw TemplateException.runtime("the attribute " + name + " cannot be assigned");
        }
        values.put(name, value);
    }
}
