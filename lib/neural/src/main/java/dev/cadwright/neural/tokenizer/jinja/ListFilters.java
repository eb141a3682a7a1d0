package dev.cadwright.neural.tokenizer.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What {@code |} applies to lists, mappings and texts as sequences. */
final class ListFilters {
    static final Set<String> NAMES = Set.of(
            "list",
            "first",
            "last",
            "reverse",
            "sort",
            "unique",
            "dictsort",
            "map",
            "select",
            "reject",
            "selectattr",
            "rejectattr",
            "sum",
            "min",
            "max",
            "batch");

    private final Budget budget;
    private final Tests tests;
    private final Evaluator evaluator;
    private final Filters filters;

    ListFilters(Budget budget, Tests tests, Evaluator evaluator, Filters filters) {
        this.budget = budget;
        this.tests = tests;
        this.evaluator = evaluator;
        this.filters = filters;
    }

    Object apply(String name, Object value, Given given) {
        if (name.equals("dictsort")) {
            return sorted(value, given);
        }
        List<Object> items = Values.items(value, budget);
        return switch (name) {
            case "list" -> new ArrayList<>(items);
            case "first" -> items.isEmpty() ? new Undefined("the first item") : items.getFirst();
            case "last" -> items.isEmpty() ? new Undefined("the last item") : items.getLast();
            case "reverse" -> reversed(value, items);
            case "sort" -> sort(items, given);
            case "unique" -> unique(items, given);
            case "map" -> map(items, given);
            case "select" -> chosen(items, item -> test(item, given));
            case "reject" -> chosen(items, item -> !test(item, given));
            case "selectattr" -> chosen(items, item -> testAttribute(item, given));
            case "rejectattr" -> chosen(items, item -> !testAttribute(item, given));
            case "sum" -> sum(items, given);
            case "batch" -> batch(items, given);
            default -> extreme(name, items, given);
        };
    }

    /** An item by a name, dotted or not, or a number. */
    Object attribute(Object item, Object name) {
        if (!(name instanceof String path)) {
            return evaluator.item(item, name);
        }
        Object value = item;
        for (String part : path.split("\\.", -1)) {
            boolean number = !part.isEmpty() && part.chars().allMatch(Character::isDigit) && part.length() < 10;
            value = evaluator.item(value, number ? (Object) Long.parseLong(part) : part);
        }
        return value;
    }

    private static Object reversed(Object value, List<Object> items) {
        if (value instanceof String text) {
            return new StringBuilder(text).reverse().toString();
        }
        List<Object> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Object> chosen(List<Object> items, Predicate<Object> holds) {
        return new ArrayList<>(items.stream().filter(holds).toList());
    }

    private boolean test(Object item, Given given) {
        budget.step();
        if (given.positional().isEmpty()) {
            return Values.truth(item);
        }
        String name = Values.text(given.positional().getFirst());
        Tests.require(name, 0);
        return tests.holds(name, item, given.rest());
    }

    private boolean testAttribute(Object item, Given given) {
        return test(attribute(item, given.need(0, "attribute")), given.rest());
    }

    private Object map(List<Object> items, Given given) {
        if (given.positional().isEmpty()) {
            Object name = given.need(0, "attribute");
            Object byDefault = given.get(1, "default", null);
            return new ArrayList<>(items.stream()
                    .map(item -> attribute(item, name))
                    .map(item -> item instanceof Undefined && byDefault != null ? byDefault : item)
                    .toList());
        }
        String name = Values.text(given.positional().getFirst());
        Filters.require(name, 0);
        List<Object> mapped = new ArrayList<>();
        items.forEach(item -> mapped.add(filters.apply(name, item, given.rest())));
        return mapped;
    }

    private Comparator<Object> order(Object attribute, boolean caseSensitive) {
        return (first, second) -> Values.compare(
                sortKey(first, attribute, caseSensitive), sortKey(second, attribute, caseSensitive), budget);
    }

    private Object sortKey(Object item, Object attribute, boolean caseSensitive) {
        Object key = attribute == null ? item : attribute(item, attribute);
        return key instanceof String text && !caseSensitive ? text.toLowerCase(Locale.ROOT) : key;
    }

    private List<Object> sort(List<Object> items, Given given) {
        Comparator<Object> order = order(given.get(2, "attribute", null), given.truth(1, "case_sensitive", false));
        List<Object> sorted = new ArrayList<>(items);
        sorted.sort(given.truth(0, "reverse", false) ? order.reversed() : order);
        return sorted;
    }

    private List<Object> sorted(Object value, Given given) {
        if (!(value instanceof Map<?, ?> map)) {
            throw TemplateException.runtime(Values.type(value) + " is not a mapping");
        }
        long place = "value".equals(given.text(1, "by", "key")) ? 1 : 0;
        Comparator<Object> order = order(place, given.truth(0, "case_sensitive", false));
        List<Object> pairs = Methods.pairs(map, budget);
        pairs.sort(given.truth(2, "reverse", false) ? order.reversed() : order);
        return pairs;
    }

    private List<Object> unique(List<Object> items, Given given) {
        boolean caseSensitive = given.truth(0, "case_sensitive", false);
        Object attribute = given.get(1, "attribute", null);
        Map<Object, Object> seen = new LinkedHashMap<>();
        items.forEach(item -> seen.putIfAbsent(Values.key(sortKey(item, attribute, caseSensitive)), item));
        return new ArrayList<>(seen.values());
    }

    private Object sum(List<Object> items, Given given) {
        Object attribute = given.get(0, "attribute", null);
        Object total = given.get(1, "start", 0L);
        Operators operators = new Operators(budget, evaluator.printer());
        for (Object item : items) {
            total = operators.binary("+", total, attribute == null ? item : attribute(item, attribute));
        }
        return total;
    }

    private static Object batch(List<Object> items, Given given) {
        int size = Math.max(1, given.whole(0, "linecount", 1));
        Object fill = given.get(1, "fill_with", null);
        List<Object> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); from += size) {
            List<Object> batch = new ArrayList<>(items.subList(from, (int) Math.min((long) from + size, items.size())));
            while (fill != null && batch.size() < Math.min(size, 1000)) {
                batch.add(fill);
            }
            batches.add(batch);
        }
        return batches;
    }

    private Object extreme(String name, List<Object> items, Given given) {
        Comparator<Object> order = order(given.get(1, "attribute", null), given.truth(0, "case_sensitive", false));
        if (items.isEmpty()) {
            return new Undefined("the " + name + " of nothing");
        }
        return name.equals("min") ? Collections.min(items, order) : Collections.max(items, order);
    }
}
