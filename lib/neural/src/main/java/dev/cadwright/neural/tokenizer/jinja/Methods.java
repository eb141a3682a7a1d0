package dev.cadwright.neural.tokenizer.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Methods of Python's texts, mappings and lists, without those that change what they are called on. */
final class Methods {
    private static final Set<String> OF_MAPPINGS = Set.of("get", "items", "keys", "values", "copy");
    private static final Set<String> OF_LISTS = Set.of("index", "count", "copy");

    private final Budget budget;
    private final StringMethods strings;

    Methods(Budget budget) {
        this.budget = budget;
        this.strings = new StringMethods(budget);
    }

    Optional<Callable> find(Object of, String name) {
        return switch (of) {
            case String text
            when StringMethods.NAMES.contains(name) ->
                Optional.of((positional, named) -> strings.call(text, name, new Given(name, positional, named)));
            case Map<?, ?> map
            when OF_MAPPINGS.contains(name) ->
                Optional.of((positional, named) -> ofMapping(map, name, new Given(name, positional, named)));
            case List<?> list
            when OF_LISTS.contains(name) ->
                Optional.of((positional, named) -> ofList(list, name, new Given(name, positional, named)));
            case null, default -> Optional.empty();
        };
    }

    /** The items of a mapping as pairs. */
    static List<Object> pairs(Map<?, ?> map, Budget budget) {
        budget.items(map.size());
        List<Object> pairs = new ArrayList<>();
        map.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
        return pairs;
    }

    private Object ofMapping(Map<?, ?> map, String name, Given given) {
        budget.items(map.size());
        return switch (name) {
            case "get" -> {
                Object key = Values.key(given.need(0, "key"));
                yield map.containsKey(key) ? map.get(key) : given.get(1, "default", null);
            }
            case "items" -> pairs(map, budget);
            case "keys" -> new ArrayList<Object>(map.keySet());
            case "values" -> new ArrayList<Object>(map.values());
            default -> new LinkedHashMap<>(map);
        };
    }

    private Object ofList(List<?> list, String name, Given given) {
        budget.items(list.size());
        if (name.equals("copy")) {
            return new ArrayList<Object>(list);
        }
        Object wanted = given.need(0, "a value");
        long count = 0;
        for (int i = 0; i < list.size(); i++) {
            if (Values.equal(list.get(i), wanted, budget)) {
                if (name.equals("index")) {
                    return (long) i;
                }
                count++;
            }
        }
        if (name.equals("index")) {
            throw TemplateException.runtime("the list does not contain the value");
        }
        return count;
    }
}
