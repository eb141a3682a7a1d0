package dev.cadwright.cad.openscad;

import static dev.cadwright.cad.grammar.Expression.any;
import static dev.cadwright.cad.grammar.Expression.choice;
import static dev.cadwright.cad.grammar.Expression.optional;
import static dev.cadwright.cad.grammar.Expression.rule;
import static dev.cadwright.cad.grammar.Expression.sequence;
import static dev.cadwright.cad.grammar.Expression.some;

import dev.cadwright.cad.grammar.Expression;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.grammar.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Programs as the reader takes them, from the tables of its words and operators. How tightly operators bind makes no
 * difference to what is a program, so they stand in one row.
 */
final class ScadGrammar {
    private static final Expression SPACE = rule("space");
    private static final Expression GAP = rule("gap");
    private static final Expression WHITE = choice(" ", "\t", "\r", "\n");

    private final Map<String, Expression> rules = new LinkedHashMap<>();

    private ScadGrammar() {}

    static Grammar grammar() {
        ScadGrammar grammar = new ScadGrammar();
        grammar.statements();
        grammar.instantiations();
        grammar.expressions();
        grammar.values();
        grammar.lists();
        grammar.parameters();
        grammar.spaces();
        Names.add(grammar.rules, "plain-name", ScadLexer.WORDS);
        return new Grammar("program", grammar.rules);
    }

    private void statements() {
        rules.put("program", sequence(SPACE, any(rule("statement"), SPACE), optional("//", rule("comment"))));
        rules.put(
                "statement",
                choice(
                        ";",
                        rule("block"),
                        sequence(choice("include", "use"), rule("white"), "<", rule("path"), ">"),
                        sequence("module", GAP, rule("name"), SPACE, rule("parameters"), SPACE, rule("statement")),
                        sequence(
                                "function",
                                GAP,
                                rule("name"),
                                SPACE,
                                rule("parameters"),
                                SPACE,
                                "=",
                                SPACE,
                                rule("expression"),
                                SPACE,
                                ";"),
                        sequence(rule("name"), SPACE, "=", SPACE, rule("expression"), SPACE, ";"),
                        rule("instantiation")));
        rules.put("block", sequence("{", SPACE, any(rule("statement"), SPACE), "}"));
    }

    private void instantiations() {
        Expression named = choice(
                rule("name"),
                choice(StatementReader.MODULE_WORDS.stream().sorted().toArray()));
        Expression branch = sequence("if", SPACE, "(", SPACE, rule("expression"), SPACE, ")", SPACE, rule("children"));
        rules.put(
                "instantiation",
                sequence(
                        any(choice("!", "#", "%", "*"), SPACE),
                        choice(
                                sequence(
                                        branch,
                                        any(SPACE, "else", GAP, branch),
                                        optional(SPACE, "else", rule("otherwise"))),
                                sequence(named, SPACE, rule("arguments"), SPACE, rule("children")))));
        rules.put("children", choice(";", rule("block"), rule("instantiation")));
        rules.put(
                "otherwise", choice(sequence(SPACE, choice(";", rule("block"))), sequence(GAP, rule("instantiation"))));
    }

    private void expressions() {
        List<Object> operators = new ArrayList<>();
        Ranks.BINARY.forEach(rank -> rank.stream()
                .sorted()
                // Behind a slash another would begin a comment.
                .map(operator -> operator.equals("/") ? sequence("/", rule("apart")) : sequence(operator, SPACE))
                .forEach(operators::add));
        rules.put("operator", choice(operators.toArray()));
        rules.put("apart", optional(WHITE, SPACE));
        rules.put("sign", choice(Ranks.UNARY_OPERATORS.stream().sorted().toArray()));
        rules.put(
                "expression",
                choice(
                        sequence("function", SPACE, rule("parameters"), SPACE, rule("expression")),
                        sequence("let", SPACE, rule("arguments"), SPACE, rule("expression")),
                        sequence(
                                choice("assert", "echo"),
                                SPACE,
                                rule("arguments"),
                                optional(SPACE, rule("expression"))),
                        sequence(
                                rule("chain"),
                                optional(
                                        SPACE,
                                        "?",
                                        SPACE,
                                        rule("expression"),
                                        SPACE,
                                        ":",
                                        SPACE,
                                        rule("expression")))));
        rules.put("chain", sequence(rule("unary"), any(SPACE, rule("operator"), rule("unary"))));
        rules.put("unary", sequence(any(rule("sign"), SPACE), rule("power")));
        rules.put("power", sequence(rule("access"), optional(SPACE, "^", SPACE, rule("unary"))));
        Expression suffix = choice(
                rule("arguments"),
                sequence("[", SPACE, rule("expression"), SPACE, "]"),
                sequence(".", SPACE, rule("name")));
        rules.put("access", choice(rule("number"), sequence(rule("primary"), any(SPACE, suffix))));
    }

    private void values() {
        rules.put(
                "primary",
                choice(
                        rule("text"),
                        rule("name"),
                        rule("numbered-name"),
                        "true",
                        "false",
                        "undef",
                        sequence("(", SPACE, rule("expression"), SPACE, ")"),
                        rule("list")));
        rules.put("name", sequence(optional("$"), rule("plain-name")));
        // Such as 8bit; what could be a number stays one.
        rules.put(
                "numbered-name",
                sequence(
                        rule("digits"),
                        choice(
                                new Expression.Range('A', 'D'),
                                new Expression.Range('F', 'W'),
                                new Expression.Range('a', 'd'),
                                new Expression.Range('f', 'w'),
                                "_"),
                        rule("plain-name-rest")));
        rules.put("digits", new Expression.Repetition(new Expression.Range('0', '9'), 1, 18));
        Expression exponent = optional(choice("e", "E"), optional(choice("+", "-")), rule("digits"));
        rules.put(
                "number",
                choice(
                        sequence(
                                "0x",
                                new Expression.Repetition(
                                        choice(
                                                new Expression.Range('0', '9'),
                                                new Expression.Range('a', 'f'),
                                                new Expression.Range('A', 'F')),
                                        1,
                                        12)),
                        sequence(rule("digits"), optional(".", optional(rule("digits"))), exponent),
                        sequence(".", rule("digits"), exponent)));
        Expression plain = choice(
                new Expression.Range(' ', '!'),
                new Expression.Range('#', '['),
                new Expression.Range(']', '~'),
                "\n",
                "\t",
                new Expression.Range('\u00a1', '\ud7ff'));
        rules.put("text", sequence("\"", any(choice(plain, sequence("\\", choice(plain, "\\", "\"")))), "\""));
        rules.put("path", some(choice(new Expression.Range(' ', '='), new Expression.Range('?', '~'))));
    }

    private void lists() {
        Expression more = any(SPACE, ",", SPACE, rule("element"));
        Expression range = sequence(
                rule("expression"),
                SPACE,
                ":",
                SPACE,
                rule("expression"),
                optional(SPACE, ":", SPACE, rule("expression")));
        rules.put(
                "list",
                sequence(
                        "[",
                        SPACE,
                        optional(choice(range, sequence(rule("element"), more, optional(SPACE, ","))), SPACE),
                        "]"));
        rules.put("element", choice(rule("expression"), rule("comprehension")));
        Expression named = optional(rule("argument"), any(SPACE, ",", SPACE, rule("argument")));
        rules.put(
                "comprehension",
                choice(
                        rule("clause"),
                        sequence("(", SPACE, rule("clause"), SPACE, ")"),
                        sequence("let", SPACE, rule("arguments"), SPACE, rule("comprehension"))));
        rules.put(
                "clause",
                choice(
                        sequence("each", GAP, rule("element")),
                        sequence(
                                "each",
                                SPACE,
                                choice(
                                        rule("list"),
                                        sequence("(", SPACE, choice(rule("expression"), rule("clause")), SPACE, ")"))),
                        sequence(
                                "if",
                                SPACE,
                                "(",
                                SPACE,
                                rule("expression"),
                                SPACE,
                                ")",
                                SPACE,
                                rule("element"),
                                optional(GAP, "else", GAP, rule("element"))),
                        sequence("for", SPACE, rule("arguments"), SPACE, rule("element")),
                        sequence(
                                "for",
                                SPACE,
                                "(",
                                SPACE,
                                named,
                                SPACE,
                                ";",
                                SPACE,
                                rule("expression"),
                                SPACE,
                                ";",
                                SPACE,
                                named,
                                SPACE,
                                ")",
                                SPACE,
                                rule("element"))));
    }

    private void parameters() {
        rules.put("argument", sequence(optional(rule("name"), SPACE, "=", SPACE), rule("expression")));
        rules.put("parameter", sequence(rule("name"), optional(SPACE, "=", SPACE, rule("expression"))));
        for (String of : List.of("argument", "parameter")) {
            rules.put(
                    of + "s",
                    sequence(
                            "(",
                            SPACE,
                            optional(rule(of), any(SPACE, ",", SPACE, rule(of)), optional(SPACE, ","), SPACE),
                            ")"));
        }
    }

    private void spaces() {
        rules.put("white", any(WHITE));
        rules.put("space", any(rule("blank")));
        rules.put("gap", some(rule("blank")));
        Expression star = some("*");
        Expression inside = choice(new Expression.Range('\t', ')'), new Expression.Range('+', '\ud7ff'));
        Expression notSlash = choice(
                new Expression.Range('\t', ')'), new Expression.Range('+', '.'), new Expression.Range('0', '\ud7ff'));
        rules.put(
                "blank",
                choice(
                        " ",
                        "\t",
                        "\r",
                        "\n",
                        sequence("//", rule("comment"), "\n"),
                        sequence("/*", any(choice(inside, sequence(star, notSlash))), star, "/")));
        rules.put("comment", any(choice("\t", "\r", new Expression.Range(' ', '\ud7ff'))));
    }
}
