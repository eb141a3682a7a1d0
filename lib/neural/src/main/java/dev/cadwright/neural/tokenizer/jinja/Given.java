package dev.cadwright.neural.tokenizer.jinja;

import java.util.List;
import java.util.Map;

/** What a function, filter or test was called with, read by position or name. */
record Given(String function, List<Object> positional, Map<String, Object> named) {
    boolean has(int place, String name) {
        return place < positional.size() || named.containsKey(name);
    }

    Object get(int place, String name, Object byDefault) {
        return place < positional.size() ? positional.get(place) : named.getOrDefault(name, byDefault);
    }

    Object need(int place, String name) {
        if (!has(place, name)) {
            throw TemplateException.runtime(function + " needs " + name);
        }
        return get(place, name, null);
    }

    String text(int place, String name, String byDefault) {
        Object value = get(place, name, byDefault);
        return value == null ? null : Values.text(value);
    }

    boolean truth(int place, String name, boolean byDefault) {
        return Values.truth(get(place, name, byDefault));
    }

    int whole(int place, String name, int byDefault) {
        return Values.small(get(place, name, (long) byDefault));
    }

    /** The same without what stands first. */
    Given rest() {
        return new Given(function, positional.subList(Math.min(1, positional.size()), positional.size()), named);
    }
}
