package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** {@code str}: what searches, tests and replaces; the rest is in {@link StrShaping}. */
final class StrType {
    private static final String RANGE = ", start=0, end=9223372036854775807, /";

    static final HostType TYPE = build();

    private StrType() {}

    private static HostType build() {
        HostTypeBuilder<StrValue> type = HostType.named("str", StrValue.class)
                .constructor("object=\"\"", call -> new StrValue(call.runtime().str(call.at(0))))
                .method("join", "iterable, /", StrType::join)
                .method("replace", "old, new, count=-1, /", StrType::replace)
                .method("find", "sub" + RANGE, (self, call) -> IntValue.of(find(self, call, false)))
                .method("rfind", "sub" + RANGE, (self, call) -> IntValue.of(find(self, call, true)))
                .method("index", "sub" + RANGE, (self, call) -> index(find(self, call, false)))
                .method("rindex", "sub" + RANGE, (self, call) -> index(find(self, call, true)))
                .method("count", "sub" + RANGE, StrType::count)
                .method("startswith", "prefix" + RANGE, affix("prefix", true))
                .method("endswith", "suffix" + RANGE, affix("suffix", false))
                .method("removeprefix", "prefix, /", (self, call) -> removed(self.value(), call, true))
                .method("removesuffix", "suffix, /", (self, call) -> removed(self.value(), call, false))
                .method(
                        "format",
                        "*values, **names",
                        (self, call) -> Sequences.text(
                                StrFormat.format(
                                        self.value(), call.rest("values"), call.keywords("names"), call.runtime()),
                                call.runtime()))
                .unsupported("encode", "there are no bytes");
        tests(type);
        StrShaping.addTo(type);
        return type.build();
    }

    private static void tests(HostTypeBuilder<StrValue> type) {
        test(type, "isdigit", Character::isDigit);
        test(type, "isdecimal", Character::isDigit);
        test(type, "isnumeric", Character::isDigit);
        test(type, "isalpha", Character::isLetter);
        test(type, "isalnum", Character::isLetterOrDigit);
        test(type, "isspace", Character::isWhitespace);
        testing(type, "isupper", text -> cased(text, Character::isLowerCase));
        testing(type, "islower", text -> cased(text, Character::isUpperCase));
        testing(type, "isidentifier", text -> text.matches("[\\p{L}_][\\p{L}\\p{N}_]*+"));
        testing(type, "isprintable", text -> text.codePoints().allMatch(TextRepr::isPrintable));
        testing(type, "isascii", text -> text.codePoints().allMatch(character -> character < 128));
    }

    private static void test(HostTypeBuilder<StrValue> type, String name, IntPredicate predicate) {
        testing(type, name, text -> !text.isEmpty() && text.codePoints().allMatch(predicate));
    }

    private static void testing(HostTypeBuilder<StrValue> type, String name, Predicate<String> test) {
        type.method(name, "", (self, call) -> {
            Sequences.chargeLook(call.runtime(), self.value().length());
            return BoolValue.of(test.test(self.value()));
        });
    }

    private static boolean cased(String text, IntPredicate other) {
        return text.codePoints().noneMatch(other) && text.codePoints().anyMatch(Character::isLetter);
    }

    private static Value join(StrValue self, Arguments call) {
        StringBuilder joined = new StringBuilder();
        Runtime runtime = call.runtime();
        List<Value> items = call.list("iterable");
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof StrValue(String text))) {
                throw PythonError.typeError("sequence item " + i + ": expected str instance, "
                        + items.get(i).typeName() + " found");
            }
            runtime.allocate(2L * (text.length() + self.value().length()));
            joined.append(i == 0 ? "" : self.value()).append(text);
        }
        return Sequences.text(joined.toString(), runtime);
    }

    private static Value replace(StrValue self, Arguments call) {
        String text = self.value();
        String old = call.text("old");
        String by = call.text("new");
        long most = call.integer("count");
        Sequences.chargeSearch(call.runtime(), text, old);
        call.runtime().step(text.length() / 16);
        StringBuilder out = new StringBuilder();
        int position = 0;
        long done = 0;
        while (most < 0 || done < most) {
            int found = text.indexOf(old, position);
            boolean end = found < 0 || (old.isEmpty() && position > text.length());
            if (end) {
                break;
            }
            call.runtime().allocate(2L * (found - position + by.length()));
            out.append(text, position, found).append(by);
            position = found + old.length();
            if (old.isEmpty()) {
                if (found >= text.length()) {
                    return Sequences.text(out.toString(), call.runtime());
                }
                out.append(text.charAt(found));
                position = found + 1;
            }
            done++;
        }
        return Sequences.text(out.append(text.substring(position)).toString(), call.runtime());
    }

    private static int find(StrValue self, Arguments call, boolean last) {
        String text = self.value();
        String sub = call.text("sub");
        int start = bound(call.integer("start"), text.length());
        int end = bound(call.integer("end"), text.length());
        Sequences.chargeSearch(call.runtime(), text, sub);
        if (start > end || call.integer("start") > text.length()) {
            return -1;
        }
        String part = text.substring(start, end);
        int found = last ? part.lastIndexOf(sub) : part.indexOf(sub);
        return found < 0 ? -1 : found + start;
    }

    static int bound(long index, int size) {
        return (int) Math.clamp(index < 0 ? index + size : index, 0, (long) size);
    }

    private static Value index(int found) {
        if (found < 0) {
            throw PythonError.valueError("substring not found");
        }
        return IntValue.of(found);
    }

    private static Value count(StrValue self, Arguments call) {
        String text = self.value();
        String sub = call.text("sub");
        int start = bound(call.integer("start"), text.length());
        int end = bound(call.integer("end"), text.length());
        Sequences.chargeSearch(call.runtime(), text, sub);
        call.runtime().step(text.length() / 16);
        if (start > end) {
            return IntValue.of(0);
        }
        String part = text.substring(start, end);
        if (sub.isEmpty()) {
            return IntValue.of(part.length() + 1);
        }
        int count = 0;
        for (int i = part.indexOf(sub); i >= 0; i = part.indexOf(sub, i + sub.length())) {
            count++;
        }
        return IntValue.of(count);
    }

    private static HostMethod.Body<StrValue> affix(String parameter, boolean first) {
        return (self, call) -> {
            String text = self.value();
            int start = bound(call.integer("start"), text.length());
            int end = bound(call.integer("end"), text.length());
            Sequences.chargeText(call.runtime(), Math.max(0, end - start));
            String part = start > end ? null : text.substring(start, end);
            List<Value> affixes =
                    call.value(parameter) instanceof TupleValue tuple ? tuple.items() : List.of(call.value(parameter));
            boolean found = false;
            for (Value affix : affixes) {
                if (!(affix instanceof StrValue(String expected))) {
                    throw PythonError.typeError((first ? "startswith" : "endswith")
                            + " first arg must be str or a tuple of str, not " + affix.typeName());
                }
                call.runtime().step(1 + expected.length() / 64);
                found |= part != null && (first ? part.startsWith(expected) : part.endsWith(expected));
            }
            return BoolValue.of(found);
        };
    }

    private static Value removed(String text, Arguments call, boolean first) {
        String affix = call.text(first ? "prefix" : "suffix");
        Sequences.chargeText(call.runtime(), text.length());
        boolean found = first ? text.startsWith(affix) : text.endsWith(affix);
        if (!found || affix.isEmpty()) {
            return new StrValue(text);
        }
        return new StrValue(first ? text.substring(affix.length()) : text.substring(0, text.length() - affix.length()));
    }
}
