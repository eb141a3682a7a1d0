package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.cadquery.Selector.Direction;
import dev.cadwright.cad.cadquery.Selector.Measure;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Selectors as strings: {@code >Z[-2]}, {@code |Z and >X}, {@code not(<X or >X)}, {@code %CYLINDER}, {@code +(1,0,1)},
 * {@code >>Y}, {@code top}. Binding from tight to loose: and, or, exc (or except), not.
 */
final class SelectorText {
    private static final int DEEPEST = 50;
    private static final Map<String, Vector3> AXES = Map.of(
            "X",
            Vector3.X,
            "Y",
            Vector3.Y,
            "Z",
            Vector3.Z,
            "XY",
            new Vector3(1, 1, 0),
            "YZ",
            new Vector3(0, 1, 1),
            "XZ",
            new Vector3(1, 0, 1));
    private static final Map<String, Selector> VIEWS = Map.of(
            "front", Selector.furthest(Vector3.Z, true),
            "back", Selector.furthest(Vector3.Z, false),
            "left", Selector.furthest(Vector3.X, false),
            "right", Selector.furthest(Vector3.X, true),
            "top", Selector.furthest(Vector3.Y, true),
            "bottom", Selector.furthest(Vector3.Y, false));
    private static final String NUMBER = "\\s*([+-]?\\d+(?:\\s*\\.\\s*\\d*)?)\\s*";
    private static final Pattern VECTOR = Pattern.compile("\\(" + NUMBER + "," + NUMBER + "," + NUMBER + "\\)");
    private static final Pattern AXIS = Pattern.compile("XY|XZ|YZ|X|Y|Z");
    private static final Pattern TYPE = Pattern.compile(String.join("|", ShapeNames.TYPES), Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX = Pattern.compile("\\[\\s*(-?)\\s*(\\d{1,9})\\s*\\]");

    private final String text;
    private int at;
    private int depth;

    private SelectorText(String text) {
        this.text = text;
    }

    /** @throws dev.cadwright.cad.python.value.PythonError (ParseException) if the text is no selector */
    static Selector read(String text) {
        SelectorText reader = new SelectorText(text);
        Selector selector = reader.negation();
        reader.skip();
        if (reader.at < text.length()) {
            throw reader.expected("end of text");
        }
        return selector;
    }

    private Selector negation() {
        if (++depth > DEEPEST) {
            throw Errors.parse("a selector nested too deeply");
        }
        Selector selector = word("not") ? new Selector.Without(new Selector.All(), negation()) : difference();
        depth--;
        return selector;
    }

    private Selector difference() {
        Selector left = union();
        while (word("exc")) {
            word("ept");
            left = new Selector.Without(left, union());
        }
        return left;
    }

    private Selector union() {
        Selector left = intersection();
        while (word("or")) {
            left = new Selector.Or(left, intersection());
        }
        return left;
    }

    private Selector intersection() {
        Selector left = operand();
        while (word("and")) {
            left = new Selector.And(left, operand());
        }
        return left;
    }

    private Selector operand() {
        Optional<Selector> atom = atom();
        if (atom.isPresent()) {
            return atom.get();
        }
        if (!word("(")) {
            throw expected("a selector");
        }
        Selector inner = negation();
        if (!word(")")) {
            throw expected("')'");
        }
        return inner;
    }

    private Optional<Selector> atom() {
        int start = at;
        Optional<Vector3> bare = direction();
        if (bare.isPresent()) {
            return Optional.of(directed(Direction.SAME, bare.get()));
        }
        if (word("%")) {
            return Optional.of(new Selector.OfType(
                    match(TYPE).orElseThrow(() -> expected("a geometry type")).group()));
        }
        for (String operator : List.of(">>", "<<", ">", "<")) {
            if (word(operator)) {
                return Optional.of(furthest(operator));
            }
        }
        for (String operator : List.of("|", "#", "+", "-")) {
            if (word(operator)) {
                Vector3 direction = direction().orElseThrow(() -> expected("a direction"));
                return Optional.of(directed(operator, direction));
            }
        }
        at = start;
        for (Map.Entry<String, Selector> view : VIEWS.entrySet()) {
            if (word(view.getKey())) {
                return Optional.of(view.getValue());
            }
        }
        return Optional.empty();
    }

    private Selector furthest(String operator) {
        Vector3 direction = direction().orElseThrow(() -> expected("a direction"));
        boolean largest = operator.startsWith(">");
        Optional<Integer> index = match(INDEX)
                .map(found -> Integer.parseInt(found.group(2)) * (found.group(1).isEmpty() ? 1 : -1));
        Selector.Nth nth =
                new Selector.Nth(new Measure.Along(direction), index.orElse(-1), largest, Selector.TOLERANCE);
        if (operator.length() == 2 || index.isEmpty()) {
            return nth;
        }
        return new Selector.DirectedNth(directed(Direction.PARALLEL, direction), nth);
    }

    private static Selector.Directed directed(String operator, Vector3 direction) {
        return switch (operator) {
            case "|" -> directed(Direction.PARALLEL, direction);
            case "#" -> directed(Direction.PERPENDICULAR, direction);
            case "+" -> directed(Direction.SAME, direction);
            default -> directed(Direction.SAME, direction.times(-1));
        };
    }

    private static Selector.Directed directed(Direction how, Vector3 direction) {
        return new Selector.Directed(how, direction, Selector.TOLERANCE);
    }

    private Optional<Vector3> direction() {
        Optional<Matcher> axis = match(AXIS);
        if (axis.isPresent()) {
            return axis.map(found -> AXES.get(found.group()));
        }
        return match(VECTOR).map(found -> new Vector3(number(found, 1), number(found, 2), number(found, 3)));
    }

    private static double number(Matcher found, int group) {
        return Double.parseDouble(found.group(group).replaceAll("\\s", ""));
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean word(String word) {
        skip();
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private Optional<Matcher> match(Pattern pattern) {
        skip();
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    private RuntimeException expected(String what) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "end of text";
        return Errors.parse("Expected " + what + ", found " + found + " (at char " + at + ") in '" + text + "'");
    }
}
