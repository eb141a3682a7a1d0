package dev.cadwright.cad.deepcad;

import static dev.cadwright.cad.grammar.Expression.any;
import static dev.cadwright.cad.grammar.Expression.choice;
import static dev.cadwright.cad.grammar.Expression.optional;
import static dev.cadwright.cad.grammar.Expression.rule;
import static dev.cadwright.cad.grammar.Expression.sequence;

import dev.cadwright.cad.Operation;
import dev.cadwright.cad.grammar.Expression;
import dev.cadwright.cad.grammar.Grammar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Documents as the writer writes them, members in its order, with any white space between; that the names in them fit
 * together no such grammar can say.
 */
final class DocumentGrammar {
    private static final Expression SPACE = rule("space");

    private final Map<String, Expression> rules = new LinkedHashMap<>();

    private DocumentGrammar() {}

    static Grammar grammar(Dialect dialect) {
        DocumentGrammar grammar = new DocumentGrammar();
        grammar.document(dialect);
        grammar.entities();
        grammar.curves();
        grammar.values();
        return new Grammar("document", grammar.rules);
    }

    private void document(Dialect dialect) {
        Expression step = object(
                "index",
                rule("natural"),
                "type",
                choice(text("Sketch"), text("ExtrudeFeature")),
                "entity",
                choice(rule("sketch-name"), rule("extrude-name")));
        Expression moment =
                object("index", rule("natural"), "entity", choice(rule("sketch-name"), rule("extrude-name")));
        Expression box =
                object("type", text("BoundingBox3D"), "min_point", rule("vector"), "max_point", rule("vector"));
        List<Object> members = new ArrayList<>();
        if (dialect == Dialect.FUSION_360) {
            members.addAll(List.of("timeline", array(moment)));
        }
        members.addAll(List.of(
                "entities", rule("entities"), "properties", object("bounding_box", box), "sequence", array(step)));
        rules.put("document", sequence(object(members.toArray()), SPACE));
    }

    private void entities() {
        Expression pair = sequence(
                named(rule("sketch-name"), rule("sketch")), ",", SPACE, named(rule("extrude-name"), rule("extrude")));
        rules.put("entities", sequence("{", SPACE, pair, any(",", SPACE, pair), "}", SPACE));
        Expression frame = object(
                "origin", rule("vector"), "x_axis", rule("vector"), "y_axis", rule("vector"), "z_axis", rule("vector"));
        Expression profile =
                named(rule("profile-name"), object("loops", array(rule("loop")), "properties", rule("nothing")));
        rules.put(
                "sketch",
                object(
                        "type",
                        text("Sketch"),
                        "name",
                        rule("title"),
                        "reference_plane",
                        rule("nothing"),
                        "transform",
                        frame,
                        "profiles",
                        sequence("{", SPACE, profile, any(",", SPACE, profile), "}", SPACE)));
        Object[] operations = Stream.of(Operation.values())
                .map(DocumentWriter::operation)
                .map(DocumentGrammar::text)
                .toArray();
        rules.put(
                "extrude",
                object(
                        "type",
                        text("ExtrudeFeature"),
                        "name",
                        rule("title"),
                        "profiles",
                        array(object("profile", rule("profile-name"), "sketch", rule("sketch-name"))),
                        "operation",
                        choice(operations),
                        "start_extent",
                        object("type", text("ProfilePlaneStartDefinition")),
                        "extent_type",
                        choice(
                                text("OneSideFeatureExtentType"),
                                text("SymmetricFeatureExtentType"),
                                text("TwoSidesFeatureExtentType")),
                        "extent_one",
                        extent("AlongDistance", "TaperAngle"),
                        "extent_two",
                        extent("AgainstDistance", "Side2TaperAngle")));
    }

    private Expression extent(String role, String taper) {
        return object(
                "type",
                text("DistanceExtentDefinition"),
                "distance",
                parameter(rule("number"), role),
                "taper_angle",
                parameter(Expression.text("0.0"), taper));
    }

    private Expression parameter(Expression value, String role) {
        return object("type", text("ModelParameter"), "value", value, "name", text("none"), "role", text(role));
    }

    private void curves() {
        Expression point = rule("point");
        Expression name = rule("curve-name");
        Expression up = object("x", zero(), "y", zero(), "z", Expression.text("1.0"));
        rules.put("point", object("x", rule("number"), "y", rule("number"), "z", zero()));
        rules.put("line", object("type", text("Line3D"), "start_point", point, "end_point", point, "curve", name));
        rules.put(
                "circle",
                object(
                        "type",
                        text("Circle3D"),
                        "center_point",
                        point,
                        "radius",
                        rule("number"),
                        "normal",
                        up,
                        "curve",
                        name));
        rules.put(
                "arc",
                object(
                        "type",
                        text("Arc3D"),
                        "start_point",
                        point,
                        "end_point",
                        point,
                        "mid_point",
                        point,
                        "center_point",
                        point,
                        "radius",
                        rule("number"),
                        "start_angle",
                        zero(),
                        "end_angle",
                        rule("number"),
                        "reference_vector",
                        point,
                        "normal",
                        up,
                        "curve",
                        name));
        Expression curve = choice(rule("line"), rule("arc"), rule("circle"));
        rules.put("loop", object("is_outer", Expression.text("true"), "profile_curves", array(curve)));
    }

    private static Expression zero() {
        return Expression.text("0.0");
    }

    private void values() {
        Expression digit = new Expression.Range('0', '9');
        Expression first = new Expression.Range('1', '9');
        rules.put("count", sequence(first, new Expression.Repetition(digit, 0, 8)));
        rules.put(
                "number",
                sequence(
                        optional("-"),
                        choice("0", rule("count")),
                        optional(".", new Expression.Repetition(digit, 1, 24)),
                        optional("E-", first, optional(digit))));
        rules.put("space", new Expression.Repetition(choice(" ", "\n", "\r", "\t"), 0, 40));
        rules.put("natural", choice("0", rule("count")));
        rules.put("vector", object("x", rule("number"), "y", rule("number"), "z", rule("number")));
        rules.put("nothing", sequence("{", SPACE, "}"));
        rules.put("title", sequence("\"", choice("Sketch ", "Extrude "), rule("count"), "\""));
        for (String[] name :
                new String[][] {{"sketch-name", "S"}, {"extrude-name", "E"}, {"profile-name", "P"}, {"curve-name", "C"}
                }) {
            rules.put(name[0], sequence("\"" + name[1], rule("count"), "\""));
        }
    }

    private static Expression text(String text) {
        return Expression.text('"' + text + '"');
    }

    private static Expression named(Expression name, Expression value) {
        return sequence(name, SPACE, ":", SPACE, value, SPACE);
    }

    /** @param members names and values in turn */
    private static Expression object(Object... members) {
        List<Object> parts = new ArrayList<>(List.of("{", SPACE));
        for (int member = 0; member < members.length; member += 2) {
            if (member > 0) {
                parts.add(sequence(",", SPACE));
            }
            parts.add(named(text((String) members[member]), (Expression) members[member + 1]));
        }
        parts.addAll(List.of("}", SPACE));
        return sequence(parts.toArray());
    }

    private static Expression array(Expression item) {
        Expression spaced = sequence(item, SPACE);
        return sequence("[", SPACE, spaced, any(",", SPACE, spaced), "]", SPACE);
    }
}
