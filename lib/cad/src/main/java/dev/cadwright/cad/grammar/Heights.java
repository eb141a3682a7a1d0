package dev.cadwright.cad.grammar;

import java.util.HashMap;
import java.util.Map;

/** How deep rules nest at least before a text is done: the shortest way out of rules that hold themselves. */
final class Heights {
    private static final int ENDLESS = 1_000_000;

    private final Map<String, Integer> known = new HashMap<>();

    Heights(Grammar grammar) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, Expression> rule : grammar.rules().entrySet()) {
                int height = of(rule.getValue());
                changed |= height < known.getOrDefault(rule.getKey(), ENDLESS);
                known.merge(rule.getKey(), height, Math::min);
            }
        }
    }

    int of(Expression expression) {
        return switch (expression) {
            case Expression.Literal _, Expression.Range _ -> 0;
            case Expression.Sequence(var items) ->
                items.stream().mapToInt(this::of).max().orElse(0);
            case Expression.Choice(var options) ->
                options.stream().mapToInt(this::of).min().orElseThrow();
            case Expression.Repetition(var of, int least, var _) -> least == 0 ? 0 : of(of);
            case Expression.Reference(String rule) -> Math.min(ENDLESS, 1 + known.getOrDefault(rule, ENDLESS));
        };
    }
}
