package dev.cadwright.cad.grammar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which rules can stand for nothing, and what rules can begin with. */
final class Nullability {
    private final Map<String, Expression> rules;
    private final Set<String> nullable = new HashSet<>();

    Nullability(Map<String, Expression> rules) {
        this.rules = rules;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, Expression> rule : rules.entrySet()) {
                changed |= isNullable(rule.getValue()) && nullable.add(rule.getKey());
            }
        }
    }

    private boolean isNullable(Expression expression) {
        return switch (expression) {
            case Expression.Literal(String text) -> text.isEmpty();
            case Expression.Range range -> false;
            case Expression.Sequence(var items) -> items.stream().allMatch(this::isNullable);
            case Expression.Choice(var options) -> options.stream().anyMatch(this::isNullable);
            case Expression.Repetition(var of, int least, var _) -> least == 0 || isNullable(of);
            case Expression.Reference(String rule) -> nullable.contains(rule);
        };
    }

    /** Whether a rule can begin with itself. */
    boolean beginsWith(String rule) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        firsts(rules.get(rule), open);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (name.equals(rule)) {
                return true;
            }
            if (seen.add(name)) {
                firsts(rules.get(name), open);
            }
        }
        return false;
    }

    private void firsts(Expression expression, Deque<String> into) {
        switch (expression) {
            case Expression.Reference(String rule) -> into.push(rule);
            case Expression.Sequence(var items) -> {
                for (Expression item : items) {
                    firsts(item, into);
                    if (!isNullable(item)) {
                        return;
                    }
                }
            }
            case Expression.Choice(var options) -> options.forEach(option -> firsts(option, into));
            case Expression.Repetition(var of, var _, var _) -> firsts(of, into);
            case Expression.Literal literal -> {}
            case Expression.Range range -> {}
        }
    }
}
