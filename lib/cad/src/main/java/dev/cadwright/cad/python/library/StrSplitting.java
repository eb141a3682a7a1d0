package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
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
        if (call.isNone("sep")) {
            parts = fromEnd ? blanksFromEnd(text, most) : blanks(text, most);
        } else {
            String separator = call.text("sep");
            if (separator.isEmpty()) {
                throw PythonError.valueError("empty separator");
            }
            parts = fromEnd ? separatedFromEnd(text, separator, most) : separated(text, separator, most);
        }
        Sequences.chargeText(call.runtime(), text.length() + 16L * parts.size());
        return Sequences.list(parts.stream().<Value>map(StrValue::new).toList(), call.runtime());
    }

    private static List<String> separated(String text, String separator, long most) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = text.indexOf(separator);
        while (at >= 0 && parts.size() < most) {
            parts.add(text.substring(start, at));
            start = at + separator.length();
            at = text.indexOf(separator, start);
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static List<String> separatedFromEnd(String text, String separator, long most) {
        List<String> parts = new ArrayList<>();
        int end = text.length();
        int at = text.lastIndexOf(separator);
        while (at >= 0 && parts.size() < most) {
            parts.add(text.substring(at + separator.length(), end));
            end = at;
            at = end < separator.length() ? -1 : text.lastIndexOf(separator, end - separator.length());
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    private static List<String> blanks(String text, long most) {
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
                parts.add(text.substring(start));
                return parts;
            }
            while (position < text.length() && !isBlank(text.charAt(position))) {
                position++;
            }
            parts.add(text.substring(start, position));
        }
    }

    private static List<String> blanksFromEnd(String text, long most) {
        String reversed = new StringBuilder(text).reverse().toString();
        List<String> parts = new ArrayList<>();
        blanks(reversed, most)
                .forEach(part -> parts.add(new StringBuilder(part).reverse().toString()));
        Collections.reverse(parts);
        return parts;
    }

    static boolean isBlank(char here) {
        return Character.isWhitespace(here) || Character.isSpaceChar(here) || here == '\u0085';
    }
}
