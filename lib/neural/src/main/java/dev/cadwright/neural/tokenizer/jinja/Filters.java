package dev.cadwright.neural.tokenizer.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What {@code |} applies to one value; those that work on lists are in {@link ListFilters}. */
final class Filters {
    private static final Set<String> NAMES = Set.of(
            "trim",
            "tojson",
            "length",
            "count",
            "upper",
            "lower",
            "title",
            "capitalize",
            "default",
            "d",
            "replace",
            "string",
            "int",
            "float",
            "abs",
            "round",
            "indent",
            "wordcount",
            "safe",
            "escape",
            "e",
            "attr",
            "center",
            "format",
            "items",
            "join");

    private final Budget budget;
    private final Printer printer;
    private final StringMethods strings;
    private final ListFilters lists;
    private final Evaluator evaluator;

    Filters(Budget budget, Printer printer, Tests tests, Evaluator evaluator) {
        this.budget = budget;
        this.printer = printer;
        this.strings = new StringMethods(budget);
        this.lists = new ListFilters(budget, tests, evaluator, this);
        this.evaluator = evaluator;
    }

    static void require(String name, int line) {
        if (!NAMES.contains(name) && !ListFilters.NAMES.contains(name)) {
            throw TemplateException.syntax(line, "there is no filter \"" + name + "\"");
        }
    }

    Object apply(String name, Object value, Given given) {
        budget.step();
        if (ListFilters.NAMES.contains(name)) {
            return lists.apply(name, value, given);
        }
        return switch (name) {
            case "tojson" -> json(value, given);
            case "length", "count" -> Values.length(value);
            case "default", "d" -> {
                boolean missing =
                        value instanceof Undefined || (given.truth(1, "boolean", false) && !Values.truth(value));
                yield missing ? given.get(0, "default_value", "") : value;
            }
            case "int" -> Numbers.whole(value, given.get(0, "default", 0L));
            case "float" -> Numbers.real(value, given.get(0, "default", 0.0));
            case "abs" ->
                value instanceof Double number ? (Object) Math.abs(number) : (Object) Math.abs(Values.whole(value));
            case "round" -> Numbers.round(value, given.whole(0, "precision", 0), given.text(1, "method", "common"));
            case "attr" -> evaluator.attribute(value, Values.text(given.need(0, "name")));
            case "items" -> items(value);
            case "join" -> join(value, given);
            case "format" -> Formats.percent(Values.text(value), new Tuple(given.positional()), printer, budget);
            default -> onText(name, printer.text(value), given);
        };
    }

    private Object onText(String name, String text, Given given) {
        return switch (name) {
            case "trim" -> StringMethods.strip(text, given.text(0, "chars", null), "strip");
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "title" -> titleOfWords(text);
            case "capitalize" -> Cases.capitalize(text);
            case "replace" ->
                strings.replace(
                        text,
                        printer.text(given.need(0, "old")),
                        printer.text(given.need(1, "new")),
                        given.get(2, "count", null) == null ? -1 : given.whole(2, "count", -1));
            case "indent" -> indent(text, given);
            case "wordcount" -> (long) Splits.split(text, null, -1, budget).size();
            case "center" ->
                strings.call(text, "center", new Given(name, List.of((long) given.whole(0, "width", 80)), Map.of()));
            case "escape", "e" -> escape(text);
            default -> text;
        };
    }

    private Object json(Object value, Given given) {
        Object indent = given.get(1, "indent", null);
        String level = indent == null || indent instanceof String
                ? (String) indent
                : " ".repeat(Math.clamp(Values.whole(indent), 0, 64));
        Object separators = given.get(2, "separators", null);
        List<Object> both = separators == null ? null : Values.items(separators, budget);
        return new JsonPrinter(
                        budget, given.truth(0, "ensure_ascii", false), level, both, given.truth(3, "sort_keys", false))
                .print(value);
    }

    private Object items(Object value) {
        if (value instanceof Undefined) {
            return List.of();
        }
        if (value instanceof Map<?, ?> map) {
            return Methods.pairs(map, budget);
        }
        throw TemplateException.runtime(Values.type(value) + " has no items");
    }

    private Object join(Object value, Given given) {
        String separator = printer.text(given.get(0, "d", ""));
        Object attribute = given.get(1, "attribute", null);
        List<Object> texts = Values.items(value, budget).stream()
                .map(item -> attribute == null ? item : lists.attribute(item, attribute))
                .map(item -> (Object) printer.text(item))
                .toList();
        return strings.join(separator, texts);
    }

    /** Jinja's own title case: a word begins behind a space, a dash or an opening bracket. */
    private static String titleOfWords(String text) {
        StringBuilder out = new StringBuilder();
        boolean begins = true;
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(begins ? Character.toUpperCase(c) : Character.toLowerCase(c));
            begins = Text.isSpace(c) || "-({[<".indexOf(c) >= 0;
        }
        return out.toString();
    }

    private String indent(String text, Given given) {
        Object width = given.get(0, "width", 4L);
        String level = width instanceof String own ? own : " ".repeat(Math.clamp(Values.whole(width), 0, 256));
        boolean first = given.truth(1, "first", false);
        boolean blank = given.truth(2, "blank", false);
        StringBuilder out = new StringBuilder();
        List<Object> lines = Splits.lines(text + "\n", false, budget);
        for (int i = 0; i < lines.size(); i++) {
            String line = Values.text(lines.get(i));
            boolean indented = i == 0 ? first : blank || !line.isEmpty();
            out.append(i == 0 ? "" : "\n").append(indented ? level : "").append(line);
            budget.grown(out.length());
        }
        budget.text(out.length());
        return out.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace(">", "&gt;")
                .replace("<", "&lt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;");
    }
}
