package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of the program itself when it had ended; builtins are not among them.
 *
 * @param values in the order in which the names were first assigned, as in Python's {@code globals()}
 * @param byLastAssignment the same names in the order in which each was assigned last
 */
public record Variables(Map<String, Value> values, List<String> byLastAssignment) {
    public Variables {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        byLastAssignment = List.copyOf(byLastAssignment);
    }
}
