package dev.cadwright.cad.sketch;

import static dev.cadwright.cad.grammar.Expression.any;
import static dev.cadwright.cad.grammar.Expression.choice;
import static dev.cadwright.cad.grammar.Expression.optional;
import static dev.cadwright.cad.grammar.Expression.rule;
import static dev.cadwright.cad.grammar.Expression.sequence;
import static dev.cadwright.cad.grammar.Expression.some;

import dev.cadwright.cad.grammar.Expression;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.grammar.Numerals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The canonical form as a grammar, made from the tables that the reader binds calls with. It says what can be written
 * where; that planes have directions and loops close it cannot say.
 */
final class SketchGrammar {
    private static final int MOST_SECTIONS = 8;
    private static final Set<String> LOOPS_ALONE = Set.of("add_circle", "add_ellipse");
    /** Needs a curve before it. */
    private static final String GOING_ON = "add_tangent_arc";

    private static final Set<String> DIVIDERS = Set.of("add_hole", "add_profile");

    private final Map<String, Expression> rules = new LinkedHashMap<>();

    private SketchGrammar() {}

    static Grammar grammar() {
        SketchGrammar grammar = new SketchGrammar();
        grammar.program();
        grammar.values();
        return new Grammar("program", grammar.rules);
    }

    private void program() {
        rules.put(
                "program",
                sequence(
                        "# CAD Construction Sequence\n",
                        any(choice(rule("extrude"), rule("revolve"), rule("loft"), rule("sweep")))));
        rules.put("extrude", sequence(sketch("sketch"), call("extrude", "Extrude")));
        rules.put("revolve", sequence(sketch("sketch"), call("revolve", "Revolve")));
        rules.put("sweep", sequence(sketch("sketch"), path(), call("sweep", "Sweep")));
        List<Object> lofts = new ArrayList<>();
        for (int sections = 2; sections <= MOST_SECTIONS; sections++) {
            List<Object> parts = new ArrayList<>();
            for (int index = 0; index < sections; index++) {
                parts.add(sketch(CallPrinter.section(index)));
            }
            parts.add(loft(sections));
            lofts.add(sequence(parts.toArray()));
        }
        rules.put("loft", choice(lofts.toArray()));
    }

    private Expression sketch(String name) {
        curves(name);
        return sequence(begin("Sketch", name), rule(id(name) + "-profiles"));
    }

    private Expression path() {
        curves("path");
        return sequence(begin("Path", "path"), rule("path-loop"));
    }

    private Expression begin(String title, String name) {
        String kind = name.startsWith("section") ? "Section" : title;
        Signature signature = Vocabulary.FUNCTIONS.get("Sketch");
        return sequence(
                "\n# Create sketch: " + kind + " ",
                rule("count"),
                optional(".", rule("count")),
                "\n" + name + " = Sketch(",
                optionalArguments(signature.parameters()),
                ")\n");
    }

    /** The rules for what is drawn on a sketch of this name. */
    private void curves(String name) {
        List<Object> starting = new ArrayList<>();
        List<Object> following = new ArrayList<>();
        List<Object> alone = new ArrayList<>();
        for (Signature method : Vocabulary.METHODS.values()) {
            Expression line = sequence(name + "." + method.name() + "(", arguments(method.parameters()), ")\n");
            if (LOOPS_ALONE.contains(method.name())) {
                alone.add(line);
            } else if (!DIVIDERS.contains(method.name())) {
                following.add(line);
                if (!method.name().equals(GOING_ON)) {
                    starting.add(line);
                }
            }
        }
        rules.put(
                id(name) + "-loop",
                choice(
                        choice(alone.toArray()),
                        sequence(choice(starting.toArray()), any(choice(following.toArray())))));
        Expression loop = rule(id(name) + "-loop");
        Expression profile = sequence(loop, any(name + ".add_hole()\n", loop));
        boolean section = name.startsWith("section");
        rules.put(
                id(name) + "-profiles", section ? profile : sequence(profile, any(name + ".add_profile()\n", profile)));
    }

    private static String id(String name) {
        return name.replace('_', '-');
    }

    private Expression call(String name, String function) {
        Signature signature = Vocabulary.FUNCTIONS.get(function);
        return sequence(title(function), name + " = " + function + "(", variants(signature), ")\n");
    }

    private Expression loft(int sections) {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < sections; index++) {
            names.add(CallPrinter.section(index));
        }
        List<Parameter> others = Vocabulary.FUNCTIONS.get("Loft").parameters().stream()
                .filter(parameter -> parameter.kind() != Parameter.Kind.SKETCHES)
                .toList();
        String start = "loft = Loft(sections=(" + String.join(", ", names) + ")";
        return sequence(title("Loft"), start, more(others), ")\n");
    }

    private static Expression title(String function) {
        return sequence("\n# " + function + ": " + function + " ", rule("count"), "\n");
    }

    /** A distance against the normal excludes symmetry, and only with it the other side can be tapered. */
    private static Expression variants(Signature signature) {
        List<Parameter> parameters = signature.parameters();
        if (parameters.stream().noneMatch(parameter -> parameter.name().equals("against"))) {
            return arguments(parameters);
        }
        List<Parameter> sides = parameters.stream()
                .filter(parameter -> !parameter.name().equals("symmetric"))
                .map(parameter -> parameter.name().equals("against")
                        ? Parameter.of(parameter.name(), parameter.kind())
                        : parameter)
                .toList();
        List<Parameter> others = parameters.stream()
                .filter(parameter -> !parameter.name().startsWith("against"))
                .toList();
        return choice(arguments(sides), arguments(others));
    }

    /** Arguments by name in the order of the table; a sketch that comes first without its name. */
    private static Expression arguments(List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return sequence();
        }
        Parameter first = parameters.getFirst();
        Expression start = first.kind() == Parameter.Kind.SKETCH ? value(first) : argument(first);
        return sequence(start, more(parameters.subList(1, parameters.size())));
    }

    private static Expression more(List<Parameter> parameters) {
        return sequence(parameters.stream()
                .map(parameter -> parameter.required()
                        ? sequence(", ", argument(parameter))
                        : optional(", ", argument(parameter)))
                .toArray());
    }

    /** Any of the parameters in their order, commas between them. */
    private static Expression optionalArguments(List<Parameter> parameters) {
        List<Object> starts = new ArrayList<>();
        for (int index = 0; index < parameters.size(); index++) {
            starts.add(
                    sequence(argument(parameters.get(index)), more(parameters.subList(index + 1, parameters.size()))));
        }
        return optional(choice(starts.toArray()));
    }

    private static Expression argument(Parameter parameter) {
        return sequence(parameter.name() + "=", value(parameter));
    }

    private static Expression value(Parameter parameter) {
        return switch (parameter.kind()) {
            case NUMBER -> rule("number");
            case WHOLE -> rule("count");
            case FLAG -> choice("True", "False");
            case POINT -> rule("point");
            case VECTOR -> rule("vector");
            case POINTS -> rule("points");
            case LINE -> sequence("(", rule("point"), ", ", rule("point"), ")");
            case NUMBERS -> rule("numbers");
            case OPERATION -> rule("operation");
            case SKETCH -> Expression.text(parameter.name());
            case SKETCHES -> throw new IllegalStateException("written with its names: " + parameter);
        };
    }

    private void values() {
        Numerals.add(rules);
        Expression number = rule("number");
        rules.put("point", sequence("(", number, ", ", number, ")"));
        rules.put("vector", sequence("(", number, ", ", number, ", ", number, ")"));
        rules.put("points", sequence("(", rule("point"), some(", ", rule("point")), ")"));
        rules.put("numbers", sequence("(", number, some(", ", number), ")"));
        rules.put(
                "operation",
                choice(Vocabulary.OPERATIONS.keySet().stream()
                        .map(word -> "\"" + word + "\"")
                        .toArray()));
    }
}
