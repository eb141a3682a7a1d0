package dev.cadwright.cad.openecad;

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
 * Programs as the data set and the printer write them, made from the table of functions. Names carry numbers; that they
 * fit together no such grammar can say.
 */
final class OpenEcadGrammar {
    /** The optional parameters in the order in which they are written; others are read, and without meaning. */
    private static final List<String> WRITTEN = List.of("line", "angle", "reverse");

    private final Map<String, Expression> rules = new LinkedHashMap<>();

    private OpenEcadGrammar() {}

    static Grammar grammar() {
        OpenEcadGrammar grammar = new OpenEcadGrammar();
        grammar.program();
        grammar.values();
        return new Grammar("program", grammar.rules);
    }

    private void program() {
        Expression plane = choice(call("SketchPlane", "add_sketchplane"), call("SketchPlane", "add_sketchplane_ref"));
        Expression curve = choice(call("Line", "add_line"), call("Arc", "add_arc"), call("Circle", "add_circle"));
        Expression loop = sequence(list("Curves"), some(curve), call("Loop", "add_loop"));
        rules.put("program", any(rule("extrude")));
        rules.put(
                "extrude",
                sequence(
                        plane,
                        list("Loops"),
                        some(loop),
                        call("Profile", "add_profile"),
                        call("Sketch", "add_sketch"),
                        call("Extrude", "add_extrude")));
    }

    private static Expression list(String name) {
        return sequence(name, rule("index"), " = []\n");
    }

    /** What an extrude and a profile are told by stands without the parameter's name where it comes first. */
    private static Expression call(String name, String called) {
        Vocabulary.Function function = Vocabulary.FUNCTIONS.get(called);
        List<Object> parts = new ArrayList<>(List.of(name, rule("index"), " = " + called + "(", rule("space")));
        for (int position = 0; position < function.required().size(); position++) {
            String parameter = function.required().get(position);
            Expression value = value(called, parameter);
            boolean bare = List.of("extrude", "curves", "loops").contains(parameter);
            parts.add(sequence(
                    position == 0 ? "" : ",",
                    rule("space"),
                    bare ? value : sequence(parameter, rule("space"), "=", rule("space"), value)));
        }
        for (String parameter : WRITTEN) {
            if (function.optional().contains(parameter)) {
                parts.add(optional(
                        ",", rule("space"), parameter, rule("space"), "=", rule("space"), value(called, parameter)));
            }
        }
        parts.add(")\n");
        return sequence(parts.toArray());
    }

    private static Expression value(String function, String parameter) {
        return switch (parameter) {
            case "start", "end", "mid", "center" -> rule("point");
            case "origin" -> rule(function.equals("add_sketchplane") ? "vector" : "point");
            case "normal", "x_axis" -> rule("vector");
            case "radius", "extent_one", "extent_two" -> rule("number");
            case "operation" -> new Expression.Range('0', '3');
            case "type" -> function.equals("add_extrude") ? new Expression.Range('0', '2') : rule("reference");
            case "reverse" -> choice("True", "False");
            case "angle" -> rule("angle");
            case "extrude" -> named("Extrude");
            case "line" -> named("Line");
            case "curves" -> named("Curves");
            case "loops" -> named("Loops");
            case "sketch" -> named("Sketch");
            case "sketch_plane" -> named("SketchPlane");
            case "profile" -> named("Profile");
            default -> throw new IllegalStateException("no such parameter: " + parameter);
        };
    }

    private static Expression named(String name) {
        return sequence(name, rule("index"));
    }

    private void values() {
        Expression digit = new Expression.Range('0', '9');
        Expression number = rule("number");
        Expression comma = sequence(rule("space"), ",", rule("space"));
        rules.put("space", new Expression.Repetition(choice(" ", "\t", "\n"), 0, 12));
        rules.put("digits", new Expression.Repetition(digit, 1, 9));
        rules.put("index", sequence(rule("digits"), any("_", rule("digits"))));
        rules.put(
                "number",
                sequence(
                        optional("-"),
                        // Python has no numbers that begin with 0.
                        choice("0", sequence(new Expression.Range('1', '9'), new Expression.Repetition(digit, 0, 8))),
                        optional(".", new Expression.Repetition(digit, 0, 24)),
                        optional("e-", new Expression.Repetition(digit, 1, 3))));
        rules.put("point", sequence("[", rule("space"), number, comma, number, rule("space"), "]"));
        rules.put("vector", sequence("[", rule("space"), number, comma, number, comma, number, rule("space"), "]"));
        rules.put("reference", choice("\"sameplane\"", "\"extent_one\"", "\"extent_two\"", "\"line\""));
        rules.put(
                "angle",
                choice(
                        number,
                        sequence(
                                optional("-"),
                                optional(new Expression.Range('1', '9'), optional(digit), "*"),
                                "np.pi",
                                optional("/", new Expression.Range('1', '9'), optional(digit)))));
    }
}
