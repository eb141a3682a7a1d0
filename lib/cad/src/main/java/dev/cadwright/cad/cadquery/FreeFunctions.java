package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller.Distance;
import dev.cadwright.cad.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions of {@code cadquery.func}, by name. */
final class FreeFunctions {
    static final Map<String, HostFunction> ALL = build();
    /** Functions of the real module that are not executed here. */
    static final Map<String, String> UNSUPPORTED = unsupported();

    private FreeFunctions() {}

    private static Map<String, HostFunction> build() {
        Table table = new Table(new LinkedHashMap<>());
        FreeMaking.add(table);
        FreeChanges.add(table);
        table.add("check", "s, results=None, tol=None, verbose=True", call -> BoolValue.of(valid(call)));
        table.add("closest", "s1, s2", FreeFunctions::closest);
        table.add("isSubshape", "s1, s2", FreeFunctions::isSubshape);
        return Map.copyOf(table.functions);
    }

    private static Map<String, String> unsupported() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String name : List.of("edgeOn", "wireOn", "faceOn", "project")) {
            reasons.put(name, "shapes are not laid onto curved faces here");
        }
        for (String name : List.of("cap", "prism", "draft", "imprint", "enclose", "hlr", "setThreads")) {
            reasons.put(name, "not executed here");
        }
        return reasons;
    }

    /** Functions under construction. */
    record Table(Map<String, HostFunction> functions) {
        void add(String name, String parameters, HostFunction.Body body) {
            functions.put(name, HostFunction.of(name, parameters, body));
        }
    }

    private static boolean valid(Arguments call) {
        ShapeValue shape = ShapeValue.of(call.value("s"));
        return shape.modelling().ask(asked -> asked.isValid(shape.shape()));
    }

    private static Value closest(Arguments call) {
        ShapeValue first = ShapeValue.of(call.value("s1"));
        Shape second = ShapeValue.of(call.value("s2")).shape();
        Distance distance = first.modelling().ask(asked -> asked.distance(first.shape(), second));
        return TupleValue.of(new VectorValue(distance.onFirst()), new VectorValue(distance.onSecond()));
    }

    private static Value isSubshape(Arguments call) {
        ShapeValue part = ShapeValue.of(call.value("s1"));
        ShapeValue whole = ShapeValue.of(call.value("s2"));
        return BoolValue.of(whole.parts(part.kind()).contains(part));
    }

    /** The shapes of given kinds that a shape is or directly holds ({@code _get}). */
    static List<ShapeValue> parts(ShapeValue shape, Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        if (wanted.contains(shape.kind())) {
            return List.of(shape);
        }
        if (shape.kind() != Kind.COMPOUND) {
            throw required(wanted, shape);
        }
        List<ShapeValue> parts = new ArrayList<>();
        for (ShapeValue member : shape.members()) {
            if (!wanted.contains(member.kind())) {
                throw required(wanted, member);
            }
            parts.add(member);
        }
        return parts;
    }

    private static RuntimeException required(List<Kind> wanted, ShapeValue found) {
        List<String> names =
                wanted.stream().map(kind -> "'" + ShapeNames.of(kind) + "'").toList();
        return Errors.value(
                "Required type(s): (" + String.join(", ", names) + "); encountered " + ShapeNames.of(found.kind()));
    }

    /** All shapes of a call with {@code *s}, where one list may stand for them. */
    static List<ShapeValue> several(Arguments call, String parameter) {
        List<Value> given = call.rest(parameter);
        if (given.size() == 1 && !(given.getFirst() instanceof ShapeValue)) {
            given = call.runtime().list(given.getFirst());
        }
        return given.stream().map(ShapeValue::of).toList();
    }
}
