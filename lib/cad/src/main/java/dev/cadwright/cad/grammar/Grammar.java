package dev.cadwright.cad.grammar;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Rules by name, and the one that a whole text follows. No rule begins with itself, so that a text is read from left to
 * right.
 */
public record Grammar(String root, Map<String, Expression> rules) {
    /** @throws IllegalArgumentException naming a rule that is missing or begins with itself */
    public Grammar {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        require(rules.containsKey(root), "there is no rule " + root);
        for (Expression expression : rules.values()) {
            for (String name : references(expression)) {
                require(rules.containsKey(name), "there is no rule " + name);
            }
        }
        Nullability nullable = new Nullability(rules);
        for (String name : rules.keySet()) {
            require(!nullable.beginsWith(name), "the rule " + name + " begins with itself");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static Set<String> references(Expression expression) {
        Set<String> names = new HashSet<>();
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Expression.Reference(String rule) -> names.add(rule);
                case Expression.Sequence(var items) -> items.forEach(open::push);
                case Expression.Choice(var options) -> options.forEach(open::push);
                case Expression.Repetition(var of, var _, var _) -> open.push(of);
                case Expression.Literal literal -> {}
                case Expression.Range range -> {}
            }
        }
        return names;
    }
}
