package dev.cadwright.cad.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes grammars as JSON: {@code {"root": name, "rules": {name: expression}}}. An expression is an object with one
 * member: {@code literal} (a text), {@code range} (two characters), {@code sequence} and {@code choice} (arrays),
 * {@code repeat} (an expression, with {@code least} and, unless there is no bound, {@code most} beside it), {@code rule}
 * (a name).
 */
public final class JsonPrinter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonPrinter() {}

    public static String print(Grammar grammar) {
        ObjectNode document = JSON.objectNode().put("root", grammar.root());
        ObjectNode rules = document.putObject("rules");
        grammar.rules().forEach((name, expression) -> rules.set(name, node(expression)));
        return document.toPrettyString() + "\n";
    }

    private static JsonNode node(Expression expression) {
        ObjectNode node = JSON.objectNode();
        switch (expression) {
            case Expression.Literal(String text) -> node.put("literal", text);
            case Expression.Range(char first, char last) ->
                node.putArray("range").add(String.valueOf(first)).add(String.valueOf(last));
            case Expression.Sequence(var items) -> items.forEach(nodes(node.putArray("sequence"))::add);
            case Expression.Choice(var options) -> options.forEach(nodes(node.putArray("choice"))::add);
            case Expression.Repetition(var of, int least, int most) -> {
                node.set("repeat", node(of));
                node.put("least", least);
                if (most != Expression.Repetition.UNBOUNDED) {
                    node.put("most", most);
                }
            }
            case Expression.Reference(String rule) -> node.put("rule", rule);
        }
        return node;
    }

    private static Nodes nodes(ArrayNode array) {
        return expression -> array.add(node(expression));
    }

    private interface Nodes {
        void add(Expression expression);
    }
}
