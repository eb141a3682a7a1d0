package dev.cadwright.cad.grammar;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes grammars in GBNF, the form of llama.cpp; the root is called {@code root} there. */
public final class GbnfPrinter {
    private GbnfPrinter() {}

    public static String print(Grammar grammar) {
        StringBuilder text = new StringBuilder();
        if (!grammar.root().equals("root")) {
            text.append("root ::= ").append(grammar.root()).append('\n');
        }
        for (Map.Entry<String, Expression> rule : grammar.rules().entrySet()) {
            text.append(rule.getKey())
                    .append(" ::= ")
                    .append(top(rule.getValue()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String top(Expression expression) {
        return switch (expression) {
            case Expression.Choice(var options) ->
                options.stream().map(GbnfPrinter::top).collect(Collectors.joining(" | "));
            case Expression.Sequence(var items) ->
                items.isEmpty() ? "\"\"" : items.stream().map(GbnfPrinter::atom).collect(Collectors.joining(" "));
            default -> atom(expression);
        };
    }

    private static String atom(Expression expression) {
        return switch (expression) {
            case Expression.Literal(String text) -> quoted(text);
            case Expression.Range(char first, char last) ->
                first == last ? "[" + escaped(first) + "]" : "[" + escaped(first) + "-" + escaped(last) + "]";
            case Expression.Reference(String rule) -> rule;
            case Expression.Sequence sequence
            when sequence.items().size() == 1 -> atom(sequence.items().getFirst());
            case Expression.Sequence sequence -> "(" + top(sequence) + ")";
            case Expression.Choice choice -> "(" + top(choice) + ")";
            case Expression.Repetition(var of, int least, int most) -> atom(of) + times(least, most);
        };
    }

    private static String times(int least, int most) {
        if (most == Expression.Repetition.UNBOUNDED) {
            return least == 0 ? "*" : least == 1 ? "+" : "{" + least + ",}";
        }
        return least == 0 && most == 1 ? "?" : "{" + least + "," + most + "}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> quoted.append(escaped((char) character)));
        return quoted.append('"').toString();
    }

    private static String escaped(char character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '[' -> "\\x5B";
            case ']' -> "\\x5D";
            case '^' -> "\\x5E";
            case '-' -> "\\x2D";
            default ->
                character >= ' ' && character < 0x7F ? String.valueOf(character) : "\\u%04X".formatted((int) character);
        };
    }
}
