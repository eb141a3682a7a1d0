package dev.cadwright.neural.tokenizer.jinja;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions that every chat template may call. */
final class Globals {
    private final Budget budget;
    private final Clock clock;

    private Globals(Budget budget, Clock clock) {
        this.budget = budget;
        this.clock = clock;
    }

    static Scope scope(Budget budget, Clock clock) {
        Globals globals = new Globals(budget, clock);
        Scope scope = new Scope(null);
        scope.set("range", (Callable) (positional, named) -> globals.range(positional));
        scope.set("dict", (Callable) (positional, named) -> globals.dict(positional, named));
        scope.set("namespace", (Callable) (positional, named) -> globals.namespace(positional, named));
        scope.set("raise_exception", (Callable) Globals::raise);
        scope.set("strftime_now", (Callable)
                (positional, named) -> globals.now(new Given("strftime_now", positional, named)));
        return scope;
    }

    private Object range(List<Object> bounds) {
        if (bounds.isEmpty() || bounds.size() > 3) {
            throw TemplateException.runtime("range needs one to three numbers");
        }
        long start = bounds.size() == 1 ? 0 : Values.small(bounds.getFirst());
        long stop = Values.small(bounds.get(bounds.size() == 1 ? 0 : 1));
        long step = bounds.size() == 3 ? Values.small(bounds.get(2)) : 1;
        if (step == 0) {
            throw TemplateException.runtime("a range's step is zero");
        }
        long count = Math.max(0, Math.ceilDiv(stop - start, step));
        budget.range(count);
        List<Object> numbers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            numbers.add(start + i * step);
        }
        return numbers;
    }

    private Map<Object, Object> dict(List<Object> positional, Map<String, Object> named) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Object from : positional) {
            if (from instanceof Map<?, ?> other) {
                budget.items(other.size());
                map.putAll(other);
                continue;
            }
            for (Object pair : Values.items(from, budget)) {
                List<Object> both = Values.items(pair, budget);
                if (both.size() != 2) {
                    throw TemplateException.runtime("dict needs pairs");
                }
                map.put(Values.key(both.get(0)), both.get(1));
            }
        }
        map.putAll(named);
        return map;
    }

    private Members namespace(List<Object> positional, Map<String, Object> named) {
        Members members = new Members(true);
        dict(positional, named).forEach((name, value) -> members.assign(Values.text(name), value));
        return members;
    }

    private static Object raise(List<Object> positional, Map<String, Object> named) {
        Object message = new Given("raise_exception", positional, named).need(0, "message");
        throw new TemplateException(
                TemplateException.Kind.RAISED, message instanceof String text ? text : "no reason given");
    }

    private Object now(Given given) {
        return Strftime.format(LocalDateTime.now(clock), Values.text(given.need(0, "format")));
    }
}
