package dev.cadwright.cad.grammar;

import java.util.Map;

/** Rules for numbers that several languages share. */
public final class Numerals {
    private static final int MOST_DIGITS = 9;
    private static final int MOST_DECIMALS = 24;

    private Numerals() {}

    /**
     * Adds the rule {@code number}: below 10⁹ in size, with a point where wanted, small ones with a negative exponent; and
     * {@code count}: whole and positive.
     */
    public static void add(Map<String, Expression> rules) {
        Expression digit = new Expression.Range('0', '9');
        Expression first = new Expression.Range('1', '9');
        rules.put("digit", digit);
        rules.put(
                "count",
                Expression.sequence(first, new Expression.Repetition(Expression.rule("digit"), 0, MOST_DIGITS - 1)));
        rules.put(
                "number",
                Expression.sequence(
                        Expression.optional("-"),
                        Expression.choice("0", Expression.rule("count")),
                        Expression.optional(".", new Expression.Repetition(Expression.rule("digit"), 1, MOST_DECIMALS)),
                        Expression.optional("e-", first, new Expression.Repetition(Expression.rule("digit"), 0, 2))));
    }
}
