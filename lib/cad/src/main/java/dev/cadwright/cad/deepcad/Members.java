package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/** The members of a JSON object by name and type; what is not as expected is refused with its place. */
record Members(Json.Structure structure, String what) {
    /** Coordinates beyond this are refused: a kernel could not compute with them. */
    private static final double LARGEST = 1e9;

    static Members of(Json value, String what) {
        if (value instanceof Json.Structure structure) {
            return new Members(structure, what);
        }
        throw Refusal.expected(value, "syntax.type", what, "an object");
    }

    SourceSpan span() {
        return structure.span();
    }

    Json get(String name) {
        Json value = structure.members().get(name);
        if (value == null) {
            throw Refusal.at(span(), "syntax.missing", what + " has no \"" + name + "\"");
        }
        return value;
    }

    Members members(String name) {
        return of(get(name), "\"" + name + "\"");
    }

    String text(String name) {
        Json value = get(name);
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw Refusal.expected(value, "syntax.type", "\"" + name + "\"", "a text");
    }

    double number(String name) {
        Json value = get(name);
        if (!(value instanceof Json.Numeral number)) {
            throw Refusal.expected(value, "syntax.type", "\"" + name + "\"", "a number");
        }
        if (Math.abs(number.value()) > LARGEST) {
            throw Refusal.at(number.span(), "limit.number", "\"" + name + "\" is larger than " + LARGEST);
        }
        // Adding zero turns −0 into 0, which is equal in every other way.
        return number.value() + 0.0;
    }

    boolean flag(String name) {
        Json value = get(name);
        if (value instanceof Json.Flag flag) {
            return flag.value();
        }
        throw Refusal.expected(value, "syntax.type", "\"" + name + "\"", "true or false");
    }

    List<Double> numbers(String name, int most) {
        return items(name, most).stream()
                .map(item -> {
                    if (item instanceof Json.Numeral number) {
                        return number.value() + 0.0;
                    }
                    throw Refusal.expected(item, "syntax.type", "an item of \"" + name + "\"", "a number");
                })
                .toList();
    }

    List<Json> items(String name, int most) {
        Json value = get(name);
        if (!(value instanceof Json.Sequence sequence)) {
            throw Refusal.expected(value, "syntax.type", "\"" + name + "\"", "an array");
        }
        if (sequence.items().size() > most) {
            throw Refusal.at(
                    value.span(),
                    "limit.count",
                    "\"" + name + "\" holds " + sequence.items().size() + " items, more than " + most);
        }
        return sequence.items();
    }

    Vector3 vector(String name) {
        Members vector = members(name);
        return new Vector3(vector.number("x"), vector.number("y"), vector.number("z"));
    }

    boolean has(String name) {
        return structure.members().containsKey(name);
    }
}
