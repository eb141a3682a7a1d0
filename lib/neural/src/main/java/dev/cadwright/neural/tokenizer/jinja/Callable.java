package dev.cadwright.neural.tokenizer.jinja;

import java.util.List;
import java.util.Map;

/** What a template can call: a macro, a method of a value, a global function. */
@FunctionalInterface
interface Callable {
    Object call(List<Object> positional, Map<String, Object> named);
}
