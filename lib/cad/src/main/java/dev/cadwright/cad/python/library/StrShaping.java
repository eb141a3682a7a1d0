package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The methods of {@code str} that cut, pad and change case. */
final class StrShaping {
    private StrShaping() {}

    static void addTo(HostTypeBuilder<StrValue> type) {
        changing(type, "upper", text -> text.toUpperCase(Locale.ROOT));
        changing(type, "lower", text -> text.toLowerCase(Locale.ROOT));
        changing(type, "casefold", text -> text.toLowerCase(Locale.ROOT));
        changing(type, "capitalize", StrShaping::capitalized);
        changing(type, "title", StrShaping::title);
        changing(type, "swapcase", StrShaping::swapped);
        type.method("strip", "chars=None, /", (self, call) -> stripped(self, call, true, true))
                .method("lstrip", "chars=None, /", (self, call) -> stripped(self, call, true, false))
                .method("rstrip", "chars=None, /", (self, call) -> stripped(self, call, false, true))
                .method("split", "sep=None, maxsplit=-1", (self, call) -> StrSplitting.split(self.value(), call, false))
                .method("rsplit", "sep=None, maxsplit=-1", (self, call) -> StrSplitting.split(self.value(), call, true))
                .method(
                        "splitlines",
                        "keepends=False",
                        (self, call) -> lines(self.value(), call.truth("keepends"), call))
                .method("partition", "sep, /", (self, call) -> partition(self.value(), call, false))
                .method("rpartition", "sep, /", (self, call) -> partition(self.value(), call, true))
                .method("ljust", "width, fillchar=\" \", /", (self, call) -> padded(self.value(), call, 0))
                .method("rjust", "width, fillchar=\" \", /", (self, call) -> padded(self.value(), call, 2))
                .method("center", "width, fillchar=\" \", /", (self, call) -> padded(self.value(), call, 1))
                .method("zfill", "width, /", StrShaping::zeroFilled)
                .method(
                        "expandtabs",
                        "tabsize=8",
                        (self, call) -> new StrValue(expanded(self.value(), call.integer("tabsize"), call)))
                .method("translate", "table, /", StrShaping::translated)
                .staticMethod("maketrans", "x, y=None, z=\"\", /", StrShaping::table);
    }

    /** A method that makes a string of about the same length. */
    private static void changing(HostTypeBuilder<StrValue> type, String name, UnaryOperator<String> change) {
        type.method(name, "", (self, call) -> {
            int length = self.value().length();
            Sequences.chargeText(call.runtime(), length);
            String changed = change.apply(self.value());
            call.runtime().allocate(2L * Math.max(0, changed.length() - length));
            return new StrValue(changed);
        });
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = Character.charCount(text.codePointAt(0));
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    private static String title(String text) {
        StringBuilder out = new StringBuilder();
        boolean inWord = false;
        for (char here : text.toCharArray()) {
            out.append(inWord ? Character.toLowerCase(here) : Character.toUpperCase(here));
            inWord = Character.isLetter(here);
        }
        return out.toString();
    }

    private static String swapped(String text) {
        StringBuilder out = new StringBuilder();
        for (char here : text.toCharArray()) {
            out.append(Character.isUpperCase(here) ? Character.toLowerCase(here) : Character.toUpperCase(here));
        }
        return out.toString();
    }

    private static Value stripped(StrValue self, Arguments call, boolean left, boolean right) {
        String text = self.value();
        String chars = call.isNone("chars") ? null : call.text("chars");
        Sequences.chargeText(call.runtime(), text.length());
        if (chars != null) {
            Sequences.chargeSearch(call.runtime(), text, chars);
        }
        int start = 0;
        int end = text.length();
        while (left && start < end && strips(text.charAt(start), chars)) {
            start++;
        }
        while (right && end > start && strips(text.charAt(end - 1), chars)) {
            end--;
        }
        return new StrValue(text.substring(start, end));
    }

    private static boolean strips(char here, String chars) {
        return chars == null ? StrSplitting.isBlank(here) : chars.indexOf(here) >= 0;
    }

    private static Value lines(String text, boolean keepEnds, Arguments call) {
        Sequences.chargeText(call.runtime(), text.length());
        List<Value> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            boolean end = here == '\n'
                    || here == '\r'
                    || here == '\u000B'
                    || here == '\f'
                    || here == '\u0085'
                    || here == '\u2028'
                    || here == '\u2029'
                    || (here >= '\u001C' && here <= '\u001E');
            if (end) {
                int next = here == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
                Sequences.charge(call.runtime(), 1);
                lines.add(new StrValue(text.substring(start, keepEnds ? next : i)));
                start = next;
                i = next - 1;
            }
        }
        if (start < text.length()) {
            lines.add(new StrValue(text.substring(start)));
        }
        return Sequences.list(lines, call.runtime());
    }

    private static Value partition(String text, Arguments call, boolean last) {
        String separator = call.text("sep");
        if (separator.isEmpty()) {
            throw PythonError.valueError("empty separator");
        }
        Sequences.chargeText(call.runtime(), text.length());
        Sequences.chargeSearch(call.runtime(), text, separator);
        int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
        if (at < 0) {
            Value whole = new StrValue(text);
            return last
                    ? TupleValue.of(StrValue.EMPTY, StrValue.EMPTY, whole)
                    : TupleValue.of(whole, StrValue.EMPTY, StrValue.EMPTY);
        }
        return TupleValue.of(
                new StrValue(text.substring(0, at)),
                new StrValue(separator),
                new StrValue(text.substring(at + separator.length())));
    }

    private static Value padded(String text, Arguments call, int half) {
        String fill = call.text("fillchar");
        if (fill.codePointCount(0, fill.length()) != 1) {
            throw PythonError.typeError("The fill character must be exactly one character long");
        }
        long width = call.integer("width");
        long missing = width - text.length();
        if (missing <= 0) {
            return new StrValue(text);
        }
        Sequences.chargeText(call.runtime(), Math.min(width, Long.MAX_VALUE / 16));
        long odd = missing & width & 1;
        int left = (int) (half == 0 ? 0 : half == 2 ? missing : missing / 2 + odd);
        return new StrValue(fill.repeat(left) + text + fill.repeat((int) missing - left));
    }

    private static Value zeroFilled(StrValue self, Arguments call) {
        String text = self.value();
        long missing = call.integer("width") - text.length();
        if (missing <= 0) {
            return self;
        }
        Sequences.chargeText(call.runtime(), Math.min(call.integer("width"), Long.MAX_VALUE / 16));
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String zeros = "0".repeat((int) missing);
        return new StrValue(signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text);
    }

    private static String expanded(String text, long tabSize, Arguments call) {
        Sequences.chargeText(call.runtime(), text.length());
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (char here : text.toCharArray()) {
            if (here == '\t') {
                int blanks = tabSize <= 0 ? 0 : (int) (Math.min(tabSize, 1000) - column % Math.min(tabSize, 1000));
                call.runtime().allocate(2L * blanks);
                out.repeat(' ', blanks);
                column += blanks;
            } else {
                out.append(here);
                column = here == '\n' || here == '\r' ? 0 : column + 1;
            }
        }
        return out.toString();
    }

    private static Value translated(StrValue self, Arguments call) {
        StringBuilder out = new StringBuilder();
        if (!(call.at(0) instanceof DictValue table)) {
            throw PythonError.typeError("'" + call.at(0).typeName() + "' object is not a table of characters");
        }
        Sequences.chargeText(call.runtime(), self.value().length());
        self.value().codePoints().forEach(character -> {
            Value by = table.entries().get(IntValue.of(character));
            switch (by) {
                case null -> out.appendCodePoint(character);
                case NoneValue none -> {}
                case IntValue number -> out.append(TextFunctions.character(number));
                case StrValue(String text) -> {
                    call.runtime().allocate(2L * text.length());
                    out.append(text);
                }
                default -> throw PythonError.typeError("character mapping must return integer, None or str");
            }
        });
        return Sequences.text(out.toString(), call.runtime());
    }

    private static Value table(Arguments call) {
        DictValue table = new DictValue();
        if (call.at(0) instanceof DictValue given) {
            given.entries().forEach((key, value) -> table.entries()
                    .put(
                            key instanceof StrValue(String text) ? IntValue.of(TextFunctions.codePoint(text)) : key,
                            value));
            return table;
        }
        int[] from = call.text("x").codePoints().toArray();
        int[] to = call.text("y").codePoints().toArray();
        if (from.length != to.length) {
            throw PythonError.valueError("the first two maketrans arguments must have equal length");
        }
        for (int i = 0; i < from.length; i++) {
            table.entries().put(IntValue.of(from[i]), IntValue.of(to[i]));
        }
        call.text("z").codePoints().forEach(gone -> table.entries().put(IntValue.of(gone), NoneValue.NONE));
        return table;
    }
}
