package dev.cadwright.cad.python.syntax;

import static dev.cadwright.cad.grammar.Expression.any;
import static dev.cadwright.cad.grammar.Expression.choice;
import static dev.cadwright.cad.grammar.Expression.optional;
import static dev.cadwright.cad.grammar.Expression.rule;
import static dev.cadwright.cad.grammar.Expression.sequence;
import static dev.cadwright.cad.grammar.Expression.some;

import dev.cadwright.cad.grammar.Expression;
import dev.cadwright.cad.grammar.Grammar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Programs as the parser takes them, from its tables of words and operators. Blocks are indented by four spaces and nested
 * at most {@value #DEEPEST} deep: no such grammar can count farther than its rules. A rule's name ends with the depth of its
 * block, {@code l} within loops and {@code f} within functions, since {@code break} and {@code return} stand only there.
 */
final class PythonGrammar {
    static final int DEEPEST = 5;

    private static final String INDENT = "    ";
    private static final Expression SPACE = rule("space-line");
    private static final Expression GAP = rule("gap-line");
    private static final Expression TEST = rule("test-line");
    private static final Expression LIST = rule("tests-line");

    private final Map<String, Expression> rules = new LinkedHashMap<>();

    private PythonGrammar() {}

    static Grammar grammar() {
        PythonGrammar grammar = new PythonGrammar();
        Expression statement = grammar.statement(0, false, false);
        Expression more = any(rule("end"), statement);
        grammar.rules.put(
                "program",
                sequence(
                        optional("\uFEFF"),
                        choice(sequence(optional(rule("end")), statement, more), ""),
                        optional(rule("end")),
                        rule("rest")));
        grammar.lines();
        grammar.simple();
        new PythonExpressions(grammar.rules).add();
        return new Grammar("program", grammar.rules);
    }

    /** The end of a line, and empty lines behind it. */
    private void lines() {
        rules.put("comment", any(choice("\t", new Expression.Range(' ', '\ud7ff'), "\uFFFD")));
        rules.put("rest", sequence(any(choice(" ", "\t")), optional("#", rule("comment"))));
        rules.put("newline", choice("\n", "\r\n"));
        rules.put("end", some(rule("rest"), rule("newline")));
    }

    private Expression statement(int depth, boolean loop, boolean function) {
        String suffix = "-" + depth + (loop ? "l" : "") + (function ? "f" : "");
        String name = "statement" + suffix;
        if (!rules.containsKey(name)) {
            rules.put(name, rule("pass"));
            Expression line = line(loop, function);
            rules.put(name, depth == DEEPEST ? line : choice(line, compound(new Block(depth, loop, function))));
        }
        return rule(name);
    }

    private Expression line(boolean loop, boolean function) {
        List<Object> options = new ArrayList<>(List.of(rule("simple")));
        if (loop) {
            options.addAll(List.of("break", "continue"));
        }
        if (function) {
            options.add(sequence("return", optional(GAP, LIST)));
        }
        String name = "line" + (loop ? "-l" : "") + (function ? "-f" : "");
        rules.putIfAbsent(name + "-part", choice(options.toArray()));
        Expression part = rule(name + "-part");
        rules.putIfAbsent(name, sequence(part, any(SPACE, ";", SPACE, part), optional(SPACE, ";")));
        return rule(name);
    }

    /** Where a statement stands, and the bodies that it may have. */
    private record Block(int depth, boolean loop, boolean function) {}

    private Expression compound(Block at) {
        return choice(branches(at), loops(at), attempt(at), with(at), definition(at));
    }

    private Expression body(Block at, boolean loop, boolean function) {
        Expression inner = statement(at.depth + 1, loop, function);
        Expression line = sequence(rule("end"), INDENT.repeat(at.depth + 1), inner);
        return sequence(SPACE, ":", choice(sequence(SPACE, line(loop, function)), some(line)));
    }

    private Expression body(Block at) {
        return body(at, at.loop, at.function);
    }

    private static Expression again(Block at, Object... clause) {
        return sequence(rule("end"), INDENT.repeat(at.depth), sequence(clause));
    }

    private Expression branches(Block at) {
        return sequence(
                sequence("if", GAP, TEST, body(at)),
                any(again(at, "elif", GAP, TEST, body(at))),
                optional(again(at, "else", body(at))));
    }

    private Expression loops(Block at) {
        Expression head =
                choice(sequence("for", GAP, rule("targets-line"), GAP, "in", GAP, LIST), sequence("while", GAP, TEST));
        return sequence(head, body(at, true, at.function), optional(again(at, "else", body(at))));
    }

    private Expression attempt(Block at) {
        Expression caught = again(at, "except", sequence(GAP, TEST, optional(GAP, "as", GAP, rule("name"))), body(at));
        Expression last = optional(again(at, "finally", body(at)));
        return sequence(
                "try",
                body(at),
                choice(
                        sequence(
                                choice(
                                        sequence(some(caught), optional(again(at, "except", body(at)))),
                                        again(at, "except", body(at))),
                                optional(again(at, "else", body(at))),
                                last),
                        again(at, "finally", body(at))));
    }

    private Expression with(Block at) {
        Expression item = sequence(TEST, optional(GAP, "as", GAP, rule("target-line")));
        return sequence("with", GAP, item, any(SPACE, ",", SPACE, item), body(at));
    }

    private Expression definition(Block at) {
        Expression parameters = sequence("(", rule("space-in"), optional(rule("parameters"), rule("space-in")), ")");
        return sequence(
                any("@", SPACE, TEST, rule("end"), INDENT.repeat(at.depth)),
                choice(
                        sequence(
                                "def",
                                GAP,
                                rule("name"),
                                SPACE,
                                parameters,
                                optional(SPACE, "->", SPACE, TEST),
                                body(at, false, true)),
                        sequence(
                                "class",
                                GAP,
                                rule("name"),
                                optional(SPACE, rule("arguments")),
                                body(at, false, false))));
    }

    private void simple() {
        Expression dotted = sequence(rule("name"), any(".", rule("name")));
        Expression alias = optional(GAP, "as", GAP, rule("name"));
        Expression module = sequence(dotted, alias);
        Expression imported = sequence(rule("name"), alias);
        Expression inside = rule("space-in");
        rules.put(
                "simple",
                choice(
                        rule("pass"),
                        sequence("raise", optional(GAP, TEST, optional(GAP, "from", GAP, TEST))),
                        sequence("assert", GAP, TEST, optional(SPACE, ",", SPACE, TEST)),
                        sequence("del", GAP, rule("target-line"), any(SPACE, ",", SPACE, rule("target-line"))),
                        sequence("import", GAP, module, any(SPACE, ",", SPACE, module)),
                        sequence(
                                "from",
                                GAP,
                                dotted,
                                GAP,
                                "import",
                                choice(
                                        sequence(
                                                GAP, choice("*", sequence(imported, any(SPACE, ",", SPACE, imported)))),
                                        sequence(
                                                SPACE,
                                                "(",
                                                inside,
                                                imported,
                                                any(inside, ",", inside, imported),
                                                optional(inside, ","),
                                                inside,
                                                ")"))),
                        rule("assignment"),
                        LIST));
        rules.put("pass", Expression.text("pass"));
        List<Object> operators = new ArrayList<>();
        for (BinaryOperator operator : BinaryOperator.values()) {
            operators.add(operator.symbol() + "=");
        }
        rules.put(
                "assignment",
                choice(
                        sequence(some(rule("targets-line"), SPACE, "=", SPACE), LIST),
                        sequence(rule("target-line"), SPACE, choice(operators.toArray()), SPACE, LIST),
                        sequence(rule("target-line"), SPACE, ":", SPACE, TEST, optional(SPACE, "=", SPACE, LIST))));
    }
}
