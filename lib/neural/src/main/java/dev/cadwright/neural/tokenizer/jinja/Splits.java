package dev.cadwright.neural.tokenizer.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Texts cut as Python cuts them. */
final class Splits {
    private static final String LINE_ENDS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";

    private Splits() {}

    /** @param separator null for runs of white space, which then leave no empty parts */
    static List<Object> split(String text, String separator, int most, Budget budget) {
        List<Object> parts = new ArrayList<>();
        if (separator == null) {
            bySpace(text, most, parts);
        } else {
            requireSeparator(separator);
            int from = 0;
            int at = text.indexOf(separator);
            while (at >= 0 && (most < 0 || parts.size() < most)) {
                parts.add(text.substring(from, at));
                from = at + separator.length();
                at = text.indexOf(separator, from);
            }
            parts.add(text.substring(from));
        }
        budget.items(parts.size());
        return parts;
    }

    static List<Object> splitRight(String text, String separator, int most, Budget budget) {
        if (most < 0) {
            return split(text, separator, most, budget);
        }
        List<Object> parts = new ArrayList<>();
        String rest = separator == null ? Text.rightStrip(text) : text;
        if (separator != null) {
            requireSeparator(separator);
        }
        while (parts.size() < most && !(separator == null && rest.isEmpty())) {
            int begin = separator == null ? lastSpace(rest) : rest.lastIndexOf(separator);
            if (begin < 0) {
                break;
            }
            int behind = begin + (separator == null ? 1 : separator.length());
            parts.add(rest.substring(behind));
            rest = separator == null ? Text.rightStrip(rest.substring(0, begin)) : rest.substring(0, begin);
            budget.text(rest.length());
        }
        if (separator != null || !Text.strip(rest).isEmpty()) {
            parts.add(separator == null ? Text.leftStrip(rest) : rest);
        }
        Collections.reverse(parts);
        return parts;
    }

    static List<Object> lines(String text, boolean keepEnds, Budget budget) {
        List<Object> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (LINE_ENDS.indexOf(text.charAt(i)) >= 0) {
                int end = i;
                i += text.startsWith("\r\n", i) ? 1 : 0;
                lines.add(text.substring(from, keepEnds ? i + 1 : end));
                from = i + 1;
            }
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        budget.items(lines.size());
        return lines;
    }

    static Tuple partition(String text, String separator, int at, boolean fromRight) {
        requireSeparator(separator);
        if (at < 0) {
            return fromRight ? Tuple.of("", "", text) : Tuple.of(text, "", "");
        }
        return Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
    }

    private static void bySpace(String text, int most, List<Object> parts) {
        String rest = Text.leftStrip(text);
        int at = 0;
        while (at < rest.length()) {
            if (most >= 0 && parts.size() == most) {
                parts.add(Text.rightStrip(rest.substring(at)));
                return;
            }
            int end = at;
            while (end < rest.length() && !Text.isSpace(rest.charAt(end))) {
                end++;
            }
            parts.add(rest.substring(at, end));
            at = end;
            while (at < rest.length() && Text.isSpace(rest.charAt(at))) {
                at++;
            }
        }
    }

    private static int lastSpace(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (Text.isSpace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static void requireSeparator(String separator) {
        if (separator.isEmpty()) {
            throw TemplateException.runtime("an empty separator");
        }
    }
}
