package dev.cadwright.cad.python.syntax;

import static dev.cadwright.cad.grammar.Expression.any;
import static dev.cadwright.cad.grammar.Expression.choice;
import static dev.cadwright.cad.grammar.Expression.optional;
import static dev.cadwright.cad.grammar.Expression.rule;
import static dev.cadwright.cad.grammar.Expression.sequence;
import static dev.cadwright.cad.grammar.Expression.some;

import dev.cadwright.cad.grammar.Expression;
import dev.cadwright.cad.grammar.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The rules of expressions, twice: on a line, whose end ends them ({@code -line}), and in brackets, where lines go on
 * ({@code -in}). How tightly operators bind makes no difference to what is a program, so they stand in one row.
 */
final class PythonExpressions {
    private static final Expression INSIDE = rule("space-in");

    private final Map<String, Expression> rules;

    PythonExpressions(Map<String, Expression> rules) {
        this.rules = rules;
    }

    void add() {
        for (String where : List.of("-line", "-in")) {
            logic(where);
            arithmetic(where);
            primaries(where);
            targets(where);
        }
        brackets();
        calls();
        new PythonLiterals(rules).add();
        Expression newline = rule("newline");
        Expression blank = choice(" ", "\t", sequence("\\", newline));
        rules.put("space-line", any(blank));
        rules.put("gap-line", some(blank));
        Expression free = choice(" ", "\t", newline, sequence("#", rule("comment"), newline));
        rules.put("space-in", any(free));
        rules.put("gap-in", some(free));
        // The parser keeps match for itself where it stands first.
        TreeSet<String> reserved = new TreeSet<>(Lexer.KEYWORDS);
        reserved.add("match");
        Names.add(rules, "name", reserved);
    }

    private void logic(String where) {
        Expression space = rule("space" + where);
        Expression gap = rule("gap" + where);
        Expression test = rule("test" + where);
        Expression either = rule("or" + where);
        rules.put("tests" + where, sequence(test, any(space, ",", space, rule("item" + where)), optional(space, ",")));
        rules.put("item" + where, choice(test, sequence("*", space, rule("sum" + where))));
        rules.put(
                "test" + where,
                choice(
                        sequence("lambda", optional(gap, rule("parameters" + where)), space, ":", space, test),
                        sequence(either, optional(gap, "if", gap, either, gap, "else", gap, test))));
        rules.put("or" + where, sequence(rule("and" + where), any(gap, "or", gap, rule("and" + where))));
        rules.put("and" + where, sequence(rule("not" + where), any(gap, "and", gap, rule("not" + where))));
        rules.put("not" + where, sequence(any("not", gap), rule("comparison" + where)));
        List<Object> comparisons = new ArrayList<>();
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            boolean word = Character.isLetter(operator.symbol().charAt(0));
            Expression around = word ? gap : space;
            List<Object> words = new ArrayList<>();
            for (String part : operator.symbol().split(" ")) {
                words.add(around);
                words.add(part);
            }
            words.add(around);
            comparisons.add(sequence(words.toArray()));
        }
        rules.put("compare" + where, choice(comparisons.toArray()));
        rules.put(
                "comparison" + where, sequence(rule("sum" + where), any(rule("compare" + where), rule("sum" + where))));
    }

    private void arithmetic(String where) {
        Expression space = rule("space" + where);
        Expression unary = rule("unary" + where);
        Object[] operators = new TreeSet<>(ExpressionParser.RANKS.keySet()).toArray();
        rules.put("sum" + where, sequence(unary, any(space, choice(operators), space, unary)));
        List<Object> signs = new ArrayList<>();
        for (UnaryOperator operator : UnaryOperator.values()) {
            signs.add(operator.symbol());
        }
        rules.put("unary" + where, sequence(any(choice(signs.toArray()), space), rule("power" + where)));
        rules.put(
                "power" + where,
                sequence(
                        choice(rule("number"), rule("primary" + where)),
                        optional(space, BinaryOperator.POWER.symbol(), space, unary)));
    }

    private void primaries(String where) {
        Expression space = rule("space" + where);
        rules.put("attribute" + where, sequence(space, ".", space, rule("name")));
        rules.put("call" + where, sequence(space, rule("arguments")));
        rules.put("index" + where, sequence(space, rule("subscript")));
        rules.put(
                "trailers" + where,
                any(choice(rule("attribute" + where), rule("call" + where), rule("index" + where))));
        rules.put("primary" + where, sequence(rule("atom" + where), rule("trailers" + where)));
        rules.put(
                "atom" + where,
                choice(
                        rule("name"),
                        "None",
                        "True",
                        "False",
                        "...",
                        // Strings side by side need a gap: two empty ones would begin a long one.
                        sequence(rule("string"), any(rule("gap" + where), rule("string"))),
                        rule("parentheses"),
                        rule("list"),
                        rule("braces")));
    }

    private void targets(String where) {
        Expression space = rule("space" + where);
        Expression target = rule("target" + where);
        rules.put(
                "target" + where,
                sequence(
                        rule("name"),
                        optional(rule("trailers" + where), choice(rule("attribute" + where), rule("index" + where)))));
        Expression item = choice(target, rule("target-tuple"));
        rules.put("targets" + where, sequence(item, any(space, ",", space, item), optional(space, ",")));
        rules.putIfAbsent(
                "target-tuple",
                choice(
                        sequence("(", INSIDE, rule("targets-in"), INSIDE, ")"),
                        sequence("[", INSIDE, rule("targets-in"), INSIDE, "]")));
    }

    private void brackets() {
        Expression test = rule("test-in");
        Expression item = rule("item-in");
        Expression more = some(INSIDE, ",", INSIDE, item);
        Expression comma = optional(INSIDE, ",");
        Expression gap = rule("gap-in");
        rules.put(
                "clauses",
                some(
                        gap,
                        "for",
                        gap,
                        rule("targets-in"),
                        gap,
                        "in",
                        gap,
                        rule("or-in"),
                        any(gap, "if", gap, rule("or-in"))));
        Expression inParentheses = choice(
                test,
                sequence(test, rule("clauses")),
                sequence(item, choice(sequence(more, comma), sequence(INSIDE, ","))));
        rules.put("parentheses", sequence("(", INSIDE, optional(inParentheses, INSIDE), ")"));
        Expression items = choice(sequence(test, rule("clauses")), sequence(item, optional(more), comma));
        rules.put("list", sequence("[", INSIDE, optional(items, INSIDE), "]"));
        rules.put("entry", choice(sequence(test, INSIDE, ":", INSIDE, test), sequence("**", INSIDE, rule("sum-in"))));
        Expression entries = choice(
                sequence(test, INSIDE, ":", INSIDE, test, rule("clauses")),
                sequence(rule("entry"), any(INSIDE, ",", INSIDE, rule("entry")), comma));
        rules.put("braces", sequence("{", INSIDE, optional(choice(entries, items), INSIDE), "}"));
        Expression end = optional(test);
        Expression slice = choice(test, sequence(end, INSIDE, ":", INSIDE, end, optional(INSIDE, ":", INSIDE, end)));
        rules.put("subscript", sequence("[", INSIDE, slice, any(INSIDE, ",", INSIDE, slice), comma, INSIDE, "]"));
    }

    private void calls() {
        Expression test = rule("test-in");
        Expression next = sequence(INSIDE, ",", INSIDE);
        Expression named = choice(
                sequence(rule("name"), INSIDE, "=", INSIDE, test),
                sequence("**", INSIDE, test),
                sequence("*", INSIDE, rule("sum-in")));
        Expression comma = optional(INSIDE, ",");
        Expression arguments = choice(
                sequence(test, rule("clauses")),
                sequence(rule("item-in"), any(next, rule("item-in")), any(next, named), comma),
                sequence(named, any(next, named), comma));
        rules.put("arguments", sequence("(", INSIDE, optional(arguments, INSIDE), ")"));
        parameters("parameters", "-in", optional(INSIDE, ":", INSIDE, test));
        parameters("parameters-line", "-line", Expression.text(""));
        parameters("parameters-in", "-in", Expression.text(""));
    }

    private void parameters(String name, String where, Expression annotation) {
        Expression space = rule("space" + where);
        Expression next = sequence(space, ",", space);
        Expression plain = sequence(rule("name"), annotation);
        Expression standard = sequence(plain, space, "=", space, rule("test" + where));
        Expression rest = choice(
                sequence("*", space, plain, any(next, choice(plain, standard)), optional(next, "**", space, plain)),
                sequence("**", space, plain));
        rules.put(
                name,
                choice(
                        sequence(plain, any(next, plain), any(next, standard), optional(next, rest), comma(space)),
                        sequence(standard, any(next, standard), optional(next, rest), comma(space)),
                        sequence(rest, comma(space))));
    }

    private static Expression comma(Expression space) {
        return optional(space, ",");
    }
}
