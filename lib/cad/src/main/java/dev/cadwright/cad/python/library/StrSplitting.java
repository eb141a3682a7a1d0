package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code split} and {@code rsplit}. */
final class StrSplitting {
    private StrSplitting() {}

    static Value split(String text, Arguments call, boolean fromEnd) {
        long most = call.integer("maxsplit") < 0 ? Long.MAX_VALUE : call.integer("maxsplit");
        List<String> parts;
        Sequences.chargeText(call.runtime(), text.length());
        if (call.isNone("sep")) {
            parts = fromEnd ? blanksFromEnd(text, most, call.runtime()) : blanks(text, most, call.runtime());
        } else {
            String separator = call.text("sep");
            if (separator.isEmpty()) {
                throw PythonError.valueError("empty separator");
            }
            Sequences.chargeSearch(call.runtime(), text, separator);
            parts = fromEnd
                    ? separatedFromEnd(text, separator, most, call.runtime())
                    : separated(text, separator, most, call.runtime());
        }
        return Sequences.list(parts.stream().<Value>map(StrValue::new).toList(), call.runtime());
    }

    private static List<String> separated(String text, String separator, long most, Runtime runtime) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = text.indexOf(separator);
        while (at >= 0 && parts.size() < most) {
            add(parts, text.substring(start, at), runtime);
            start = at + separator.length();
            at = text.indexOf(separator, start);
        }
        add(parts, text.substring(start), runtime);
        return parts;
    }

    private static List<String> separatedFromEnd(String text, String separator, long most, Runtime runtime) {
        List<String> parts = new ArrayList<>();
        int end = text.length();
        int at = text.lastIndexOf(separator);
        while (at >= 0 && parts.size() < most) {
            add(parts, text.substring(at + separator.length(), end), runtime);
            end = at;
            at = end < separator.length() ? -1 : text.lastIndexOf(separator, end - separator.length());
        }
        add(parts, text.substring(0, end), runtime);
        Collections.reverse(parts);
        return parts;
    }

    private static List<String> blanks(String text, long most, Runtime runtime) {
        List<String> parts = new ArrayList<>();
        int position = 0;
        while (true) {
            while (position < text.length() && isBlank(text.charAt(position))) {
                position++;
            }
            if (position == text.length()) {
                return parts;
            }
            int start = position;
            if (parts.size() == most) {
                add(parts, text.substring(start), runtime);
                return parts;
            }
            while (position < text.length() && !isBlank(text.charAt(position))) {
                position++;
            }
            add(parts, text.substring(start, position), runtime);
        }
    }

    private static List<String> blanksFromEnd(String text, long most, Runtime runtime) {
        String reversed = new StringBuilder(text).reverse().toString();
        List<String> parts = new ArrayList<>();
        blanks(reversed, most, runtime)
                .forEach(part -> add(parts, new StringBuilder(part).reverse().toString(), runtime));
        Collections.reverse(parts);
        return parts;
    }

    /** Charges each part before the next is made, since there may be as many as characters. */
    private static void add(List<String> parts, String part, Runtime runtime) {
        runtime.allocate(32);
        parts.add(part);
    }

    static boolean isBlank(char here) {
        return Character.isWhitespace(here) || Character.isSpaceChar(here) || here == '\u0085';
    }
}
