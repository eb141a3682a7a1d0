package dev.cadwright.cad.python.value;

import dev.cadwright.cad.SourceSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The arguments of one call as the program gave them.
 *
 * @param span where the call stands
 */
public record Call(List<Value> positional, Map<String, Value> keywords, SourceSpan span, Runtime runtime) {
    public Call {
        positional = Collections.unmodifiableList(positional);
        keywords = keywords.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(runtime, "runtime");
    }
}
