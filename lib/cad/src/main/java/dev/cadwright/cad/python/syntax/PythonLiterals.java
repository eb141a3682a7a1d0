package dev.cadwright.cad.python.syntax;

import static dev.cadwright.cad.grammar.Expression.any;
import static dev.cadwright.cad.grammar.Expression.choice;
import static dev.cadwright.cad.grammar.Expression.optional;
import static dev.cadwright.cad.grammar.Expression.rule;
import static dev.cadwright.cad.grammar.Expression.sequence;

import dev.cadwright.cad.grammar.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of numbers and strings. */
final class PythonLiterals {
    private static final String QUOTES = "\"'";

    private final Map<String, Expression> rules;

    PythonLiterals(Map<String, Expression> rules) {
        this.rules = rules;
    }

    void add() {
        numbers();
        List<Object> strings = new ArrayList<>();
        for (char quote : QUOTES.toCharArray()) {
            String name = quote == '"' ? "double" : "single";
            string(name, quote);
            strings.add(rule(name));
        }
        rules.put("string", choice(strings.toArray()));
    }

    private void numbers() {
        Expression digit = new Expression.Range('0', '9');
        rules.put(
                "digits",
                sequence(
                        new Expression.Repetition(digit, 1, 18),
                        new Expression.Repetition(sequence("_", digit), 0, 9)));
        Expression whole =
                choice("0", sequence(new Expression.Range('1', '9'), optional(optional("_"), rule("digits"))));
        Expression exponent = optional(choice("e", "E"), optional(choice("+", "-")), rule("digits"));
        Expression hex = choice(digit, new Expression.Range('a', 'f'), new Expression.Range('A', 'F'));
        rules.put(
                "number",
                choice(
                        sequence(whole, optional(".", optional(rule("digits"))), exponent),
                        sequence(".", rule("digits"), exponent),
                        sequence("0x", new Expression.Repetition(hex, 1, 16))));
    }

    private void string(String name, char quote) {
        Expression escaped = sequence("\\", choice("\n", "\\", "\"", "'", " ", "n", "t", "r", "d", "s", "w", "0"));
        Expression plain = plain(quote, "", false);
        Expression once = sequence(String.valueOf(quote), any(choice(plain, escaped)), String.valueOf(quote));
        Expression long3 = sequence(
                String.valueOf(quote).repeat(3),
                any(
                        optional(String.valueOf(quote)),
                        optional(String.valueOf(quote)),
                        choice(plain, "\n", "\r", escaped)),
                String.valueOf(quote).repeat(3));
        // What stands in the fields of an f-string is kept simple: neither strings nor braces.
        Expression field = sequence("{", rule("field"), optional(":", any(plain(quote, "{}", true))), "}");
        Expression formatted = sequence(
                choice("f", "F"),
                String.valueOf(quote),
                any(choice(plain(quote, "{}", false), "{{", "}}", sequence("\\", choice("n", "t", "\\")), field)),
                String.valueOf(quote));
        Expression prefix = optional(choice("r", "R", "u"));
        rules.put(name, choice(sequence(prefix, choice(once, long3)), formatted));
        Expression operand = choice(rule("number"), sequence(rule("name"), any(rule("field-trailer"))));
        Expression space = any(" ");
        rules.putIfAbsent(
                "field-trailer",
                choice(
                        sequence(".", rule("name")),
                        sequence("(", optional(rule("field"), any(",", space, rule("field"))), ")"),
                        sequence("[", rule("field"), "]")));
        rules.putIfAbsent(
                "field",
                sequence(
                        optional("-"),
                        operand,
                        any(space, choice("+", "-", "*", "/", "//", "%", "**"), space, operand)));
    }

    private static Expression plain(char quote, String without, boolean specification) {
        List<Object> ranges = new ArrayList<>();
        char first = 0;
        for (char character = ' '; character <= 0x7F; character++) {
            boolean in = character < 0x7F && character != quote && character != '\\' && without.indexOf(character) < 0;
            if (in && first == 0) {
                first = character;
            } else if (!in && first != 0) {
                ranges.add(new Expression.Range(first, (char) (character - 1)));
                first = 0;
            }
        }
        if (!specification) {
            ranges.add("\t");
            ranges.add(new Expression.Range('\u00a1', '\ud7ff'));
        }
        return choice(ranges.toArray());
    }
}
