package dev.cadwright.neural.tokenizer.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values as Python's {@code json.dumps} writes them. */
final class JsonPrinter {
    private static final int DEEPEST = 64;

    private final Budget budget;
    private final boolean asciiOnly;
    private final String indent;
    private final boolean sorted;
    private final String itemSeparator;
    private final String keySeparator;
    private final StringBuilder out = new StringBuilder();

    /**
     * @param indent one level's, or null for all on one line
     * @param separators between items, and behind keys; null for the usual ones
     */
    JsonPrinter(Budget budget, boolean asciiOnly, String indent, List<Object> separators, boolean sorted) {
        this.budget = budget;
        this.asciiOnly = asciiOnly;
        this.indent = indent;
        this.sorted = sorted;
        if (separators != null && separators.size() != 2) {
            throw TemplateException.runtime("separators are two texts");
        }
        itemSeparator = separators != null ? Values.text(separators.get(0)) : indent == null ? ", " : ",";
        keySeparator = separators != null ? Values.text(separators.get(1)) : ": ";
    }

    String print(Object value) {
        write(value, 0);
        return out.toString();
    }

    private void write(Object value, int depth) {
        if (depth > DEEPEST) {
            throw TemplateException.exhausted("a value is nested too deeply");
        }
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case Long number -> out.append(number);
            case Double number -> out.append(number(number));
            case String text -> quote(text);
            case List<?> list -> list(list, depth + 1);
            case Map<?, ?> map -> map(map, depth + 1);
            case Undefined undefined -> throw undefined.error();
            default -> throw TemplateException.runtime(Values.type(value) + " has no JSON");
        }
        budget.grown(out.length());
        budget.step();
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "NaN"
                : Double.isInfinite(value) ? (value > 0 ? "Infinity" : "-Infinity") : Printer.number(value);
    }

    private void list(List<?> list, int depth) {
        out.append('[');
        boolean first = true;
        for (Object item : list) {
            between(first, depth);
            first = false;
            write(item, depth);
        }
        close(list.isEmpty(), depth - 1);
        out.append(']');
    }

    private void map(Map<?, ?> map, int depth) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        if (sorted) {
            entries.sort((a, b) -> Values.compare(a.getKey(), b.getKey(), budget));
        }
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : entries) {
            between(first, depth);
            first = false;
            quote(key(entry.getKey()));
            out.append(keySeparator);
            write(entry.getValue(), depth);
        }
        close(map.isEmpty(), depth - 1);
        out.append('}');
    }

    private static String key(Object key) {
        return switch (key) {
            case String text -> text;
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Long number -> number.toString();
            case Double number -> number(number);
            default -> throw TemplateException.runtime(Values.type(key) + " cannot be a key in JSON");
        };
    }

    private void between(boolean first, int depth) {
        out.append(first ? "" : itemSeparator);
        newLine(depth);
    }

    private void close(boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
    }

    private void newLine(int depth) {
        if (indent != null) {
            out.append('\n').repeat(indent, depth);
        }
    }

    private void quote(String text) {
        budget.text(text.length());
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int simple = "\"\\\n\r\t\b\f".indexOf(c);
            if (simple >= 0) {
                out.append('\\').append("\"\\nrtbf".charAt(simple));
            } else if (c < 0x20 || (asciiOnly && c > 0x7e)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
