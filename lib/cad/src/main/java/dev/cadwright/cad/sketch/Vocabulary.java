package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Operation;
import dev.cadwright.cad.sketch.Parameter.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every word of the language: what may be called, with which parameters. Reading and the grammar both come from it. */
final class Vocabulary {
    static final Map<String, Signature> FUNCTIONS = index(
            new Signature(
                    "Sketch",
                    Parameter.optional("origin", Kind.VECTOR),
                    Parameter.optional("x_axis", Kind.VECTOR),
                    Parameter.optional("normal", Kind.VECTOR)),
            new Signature(
                    "Extrude",
                    Parameter.of("sketch", Kind.SKETCH),
                    Parameter.of("distance", Kind.NUMBER),
                    Parameter.optional("against", Kind.NUMBER),
                    Parameter.optional("symmetric", Kind.FLAG),
                    Parameter.optional("operation", Kind.OPERATION),
                    Parameter.optional("taper", Kind.NUMBER),
                    Parameter.optional("against_taper", Kind.NUMBER),
                    Parameter.optional("start", Kind.NUMBER)),
            new Signature(
                    "Revolve",
                    Parameter.of("sketch", Kind.SKETCH),
                    Parameter.of("axis", Kind.LINE),
                    Parameter.optional("angle", Kind.NUMBER),
                    Parameter.optional("against", Kind.NUMBER),
                    Parameter.optional("symmetric", Kind.FLAG),
                    Parameter.optional("operation", Kind.OPERATION)),
            new Signature(
                    "Loft",
                    Parameter.of("sections", Kind.SKETCHES),
                    Parameter.optional("ruled", Kind.FLAG),
                    Parameter.optional("operation", Kind.OPERATION)),
            new Signature(
                    "Sweep",
                    Parameter.of("sketch", Kind.SKETCH),
                    Parameter.of("path", Kind.SKETCH),
                    Parameter.optional("operation", Kind.OPERATION)));

    static final Map<String, Signature> METHODS = index(
            new Signature("add_line", Parameter.of("start", Kind.POINT), Parameter.of("end", Kind.POINT)),
            new Signature(
                    "add_arc",
                    Parameter.of("start", Kind.POINT),
                    Parameter.of("mid", Kind.POINT),
                    Parameter.of("end", Kind.POINT)),
            new Signature("add_tangent_arc", Parameter.of("end", Kind.POINT)),
            new Signature("add_circle", Parameter.of("center", Kind.POINT), Parameter.of("radius", Kind.NUMBER)),
            new Signature(
                    "add_ellipse",
                    Parameter.of("center", Kind.POINT),
                    Parameter.of("axis", Kind.POINT),
                    Parameter.of("radius", Kind.NUMBER)),
            new Signature(
                    "add_ellipse_arc",
                    Parameter.of("start", Kind.POINT),
                    Parameter.of("end", Kind.POINT),
                    Parameter.of("center", Kind.POINT),
                    Parameter.of("axis", Kind.POINT),
                    Parameter.of("radius", Kind.NUMBER),
                    Parameter.optional("clockwise", Kind.FLAG)),
            new Signature(
                    "add_spline",
                    Parameter.of("controls", Kind.POINTS),
                    Parameter.optional("degree", Kind.WHOLE),
                    Parameter.optional("knots", Kind.NUMBERS),
                    Parameter.optional("weights", Kind.NUMBERS)),
            new Signature("add_hole"),
            new Signature("add_profile"));

    static final Map<String, Operation> OPERATIONS = operations();

    private Vocabulary() {}

    static String word(Operation operation) {
        return switch (operation) {
            case NEW_BODY -> "new_body";
            case JOIN -> "join";
            case CUT -> "cut";
            case INTERSECT -> "intersect";
        };
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> words = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            words.put(word(operation), operation);
        }
        return words;
    }

    /** The words as a sentence lists them: {@code a, b or c}. */
    static String list(Iterable<String> words) {
        List<String> all = new ArrayList<>();
        words.forEach(all::add);
        String last = all.removeLast();
        return String.join(", ", all) + " or " + last;
    }

    private static Map<String, Signature> index(Signature... signatures) {
        Map<String, Signature> byName = new LinkedHashMap<>();
        for (Signature signature : signatures) {
            byName.put(signature.name(), signature);
        }
        return byName;
    }
}
