package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.List;
import java.util.Map;

/** {@code "…".format(…)}. */
final class StrFormat {
    private static final int DEEPEST = 2;

    private final List<Value> values;
    private final Map<Value, Value> names;
    private final Runtime runtime;
    private int automatic;
    private boolean numbered;

    private StrFormat(List<Value> values, Map<Value, Value> names, Runtime runtime) {
        this.values = values;
        this.names = names;
        this.runtime = runtime;
    }

    static String format(String format, List<Value> values, Map<Value, Value> names, Runtime runtime) {
        return new StrFormat(values, names, runtime).expand(format, DEEPEST);
    }

    private String expand(String format, int depth) {
        if (depth == 0) {
            throw PythonError.valueError("Max string recursion exceeded");
        }
        StringBuilder out = new StringBuilder();
        int position = 0;
        while (position < format.length()) {
            char here = format.charAt(position++);
            boolean doubled = position < format.length() && format.charAt(position) == here;
            if ((here == '{' || here == '}') && doubled) {
                out.append(here);
                position++;
            } else if (here == '}') {
                throw PythonError.valueError("Single '}' encountered in format string");
            } else if (here == '{') {
                int end = end(format, position);
                String field = field(format.substring(position, end), depth);
                runtime.allocate(2L * field.length());
                out.append(field);
                position = end + 1;
            } else {
                out.append(here);
            }
        }
        return out.toString();
    }

    private static int end(String format, int start) {
        int depth = 0;
        for (int i = start; i < format.length(); i++) {
            char here = format.charAt(i);
            if (here == '{') {
                depth++;
            } else if (here == '}' && depth-- == 0) {
                return i;
            }
        }
        throw PythonError.valueError(
                start >= format.length()
                        ? "Single '{' encountered in format string"
                        : "expected '}' before end of string");
    }

    private String field(String field, int depth) {
        int split = 0;
        int brackets = 0;
        while (split < field.length()) {
            char here = field.charAt(split);
            brackets += here == '[' ? 1 : here == ']' ? -1 : 0;
            if (brackets == 0 && (here == '!' || here == ':')) {
                break;
            }
            split++;
        }
        Value value = value(field.substring(0, split));
        String rest = field.substring(split);
        if (rest.startsWith("!")) {
            char conversion = rest.length() > 1 ? rest.charAt(1) : 0;
            value = new StrValue(
                    switch (conversion) {
                        case 'r' -> runtime.repr(value);
                        case 's' -> runtime.str(value);
                        case 'a' -> Texts.ascii(runtime.repr(value));
                        default -> throw PythonError.valueError("Unknown conversion specifier " + conversion);
                    });
            rest = rest.substring(2);
        }
        String specification = rest.startsWith(":") ? specification(rest.substring(1), depth) : "";
        return runtime.format(value, specification);
    }

    private String specification(String text, int depth) {
        return text.indexOf('{') < 0 ? text : expand(text, depth - 1);
    }

    private Value value(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        Value value = first(path.substring(0, end));
        while (end < path.length()) {
            boolean attribute = path.charAt(end) == '.';
            int stop = end + 1;
            while (stop < path.length()
                    && (attribute ? path.charAt(stop) != '.' && path.charAt(stop) != '[' : path.charAt(stop) != ']')) {
                stop++;
            }
            String part = path.substring(end + 1, stop);
            value = attribute
                    ? runtime.attribute(value, part)
                    : runtime.index(value, isNumber(part) ? IntValue.of(Long.parseLong(part)) : new StrValue(part));
            end = attribute ? stop : stop + 1;
        }
        return value;
    }

    private Value first(String name) {
        if (!name.isEmpty() && !isNumber(name)) {
            Value value = names.get(new StrValue(name));
            if (value == null) {
                throw PythonError.keyError(new StrValue(name));
            }
            return value;
        }
        boolean mixed = name.isEmpty() ? numbered : automatic > 0;
        if (mixed) {
            throw PythonError.valueError(
                    name.isEmpty()
                            ? "cannot switch from manual field specification to automatic field numbering"
                            : "cannot switch from automatic field numbering to manual field specification");
        }
        numbered |= !name.isEmpty();
        int index = name.isEmpty() ? automatic++ : Integer.parseInt(name);
        if (index >= values.size()) {
            throw PythonError.indexError("Replacement index " + index + " out of range for positional args tuple");
        }
        return values.get(index);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
