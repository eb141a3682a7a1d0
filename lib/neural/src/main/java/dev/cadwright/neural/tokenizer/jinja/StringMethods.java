package dev.cadwright.neural.tokenizer.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** Methods of Python's texts. */
final class StringMethods {
    static final Set<String> NAMES = Set.of(
            "strip",
            "lstrip",
            "rstrip",
            "split",
            "rsplit",
            "splitlines",
            "startswith",
            "endswith",
            "upper",
            "lower",
            "title",
            "capitalize",
            "casefold",
            "swapcase",
            "replace",
            "find",
            "rfind",
            "index",
            "rindex",
            "count",
            "join",
            "isdigit",
            "isalpha",
            "isalnum",
            "isspace",
            "isupper",
            "islower",
            "zfill",
            "ljust",
            "rjust",
            "center",
            "removeprefix",
            "removesuffix",
            "partition",
            "rpartition",
            "isnumeric",
            "isdecimal");

    private final Budget budget;

    StringMethods(Budget budget) {
        this.budget = budget;
    }

    Object call(String text, String name, Given given) {
        budget.text(text.length());
        return switch (name) {
            case "strip", "lstrip", "rstrip" -> strip(text, given.text(0, "chars", null), name);
            case "split" -> Splits.split(text, given.text(0, "sep", null), given.whole(1, "maxsplit", -1), budget);
            case "rsplit" ->
                Splits.splitRight(text, given.text(0, "sep", null), given.whole(1, "maxsplit", -1), budget);
            case "splitlines" -> Splits.lines(text, given.truth(0, "keepends", false), budget);
            case "startswith" -> any(text, given.need(0, "prefix"), String::startsWith);
            case "endswith" -> any(text, given.need(0, "suffix"), String::endsWith);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower", "casefold" -> text.toLowerCase(Locale.ROOT);
            case "title" -> Cases.title(text);
            case "capitalize" -> Cases.capitalize(text);
            case "swapcase" -> Cases.swap(text);
            case "replace" ->
                replace(
                        text,
                        Values.text(given.need(0, "old")),
                        Values.text(given.need(1, "new")),
                        given.whole(2, "count", -1));
            case "find" -> CodePoints.index(text, text.indexOf(sought(given)));
            case "rfind" -> CodePoints.index(text, text.lastIndexOf(sought(given)));
            case "index" -> found(CodePoints.index(text, text.indexOf(sought(given))));
            case "rindex" -> found(CodePoints.index(text, text.lastIndexOf(sought(given))));
            case "count" -> count(text, sought(given));
            case "join" -> join(text, Values.items(given.need(0, "iterable"), budget));
            case "removeprefix" ->
                text.startsWith(sought(given)) ? text.substring(sought(given).length()) : text;
            case "removesuffix" ->
                text.endsWith(sought(given))
                        ? text.substring(0, text.length() - sought(given).length())
                        : text;
            case "partition" -> Splits.partition(text, sought(given), text.indexOf(sought(given)), false);
            case "rpartition" -> Splits.partition(text, sought(given), text.lastIndexOf(sought(given)), true);
            case "zfill", "ljust", "rjust", "center" ->
                pad(text, name, given.whole(0, "width", 0), given.text(1, "fillchar", " "));
            default -> is(text, name);
        };
    }

    String join(String separator, List<Object> items) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            joined.append(i == 0 ? "" : separator).append(Values.text(items.get(i)));
            budget.grown(joined.length());
        }
        budget.text(joined.length());
        return joined.toString();
    }

    static String strip(String text, String characters, String name) {
        IntPredicate dropped = characters == null ? Text::isSpace : c -> characters.indexOf(c) >= 0;
        int begin = 0;
        int end = text.length();
        while (!name.equals("rstrip") && begin < end && dropped.test(text.codePointAt(begin))) {
            begin += Character.charCount(text.codePointAt(begin));
        }
        while (!name.equals("lstrip") && end > begin && dropped.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(begin, end);
    }

    String replace(String text, String old, String fresh, int count) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int done = 0;
        int at = text.indexOf(old);
        while (at >= 0 && (count < 0 || done < count)) {
            out.append(text, from, at).append(fresh);
            budget.grown(out.length());
            done++;
            from = at + old.length();
            if (old.isEmpty()) {
                if (at == text.length()) {
                    break;
                }
                out.append(text.charAt(at));
                from = at + 1;
                at = from;
            } else {
                at = text.indexOf(old, from);
            }
        }
        budget.text(out.length());
        return out.append(text, Math.min(from, text.length()), text.length()).toString();
    }

    private static boolean any(String text, Object parts, BiPredicate<String, String> holds) {
        if (parts instanceof Tuple several) {
            return several.stream().anyMatch(part -> holds.test(text, Values.text(part)));
        }
        return holds.test(text, Values.text(parts));
    }

    private static String sought(Given given) {
        return Values.text(given.need(0, "sub"));
    }

    private static long found(long index) {
        if (index < 0) {
            throw TemplateException.runtime("the text does not contain the other");
        }
        return index;
    }

    private static long count(String text, String part) {
        if (part.isEmpty()) {
            return text.codePointCount(0, text.length()) + 1L;
        }
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private String pad(String text, String name, int width, String fill) {
        budget.text(width);
        int missing = (int) (width - Values.length(text));
        if (missing <= 0) {
            return text;
        }
        return switch (name) {
            case "zfill" -> {
                boolean signed = text.startsWith("-") || text.startsWith("+");
                yield (signed ? text.substring(0, 1) : "") + "0".repeat(missing) + text.substring(signed ? 1 : 0);
            }
            case "ljust" -> text + fill.repeat(missing);
            case "rjust" -> fill.repeat(missing) + text;
            default -> {
                // Python puts the odd one on the left where the width is odd too.
                int left = missing / 2 + (missing & width & 1);
                yield fill.repeat(left) + text + fill.repeat(missing - left);
            }
        };
    }

    private static boolean is(String text, String name) {
        return switch (name) {
            case "isdigit", "isdecimal", "isnumeric" -> all(text, Character::isDigit);
            case "isalpha" -> all(text, Character::isLetter);
            case "isalnum" -> all(text, Character::isLetterOrDigit);
            case "isspace" -> all(text, Text::isSpace);
            case "isupper" ->
                text.codePoints().anyMatch(Character::isUpperCase)
                        && text.codePoints().noneMatch(Character::isLowerCase);
            default ->
                text.codePoints().anyMatch(Character::isLowerCase)
                        && text.codePoints().noneMatch(Character::isUpperCase);
        };
    }

    private static boolean all(String text, IntPredicate holds) {
        return !text.isEmpty() && text.codePoints().allMatch(holds);
    }
}
