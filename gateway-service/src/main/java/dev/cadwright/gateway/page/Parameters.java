package dev.cadwright.gateway.page;

import dev.cadwright.cad.NearestName;
import dev.cadwright.gateway.problem.ProblemException;
import java.util.Arrays;
import java.util.UUID;

/** Reads query parameters; the framework itself would answer an ill-formed one with a bare 404. */
public final class Parameters {
    private static final int LARGEST_LIMIT = 100;

    private Parameters() {}

    /** The most items of a list that a client wants, or {@code usual}. */
    public static int limit(String text, int usual) {
        if (text == null) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // Falls through: not a number.
        }
        throw ProblemException.invalid(
                "limit",
                "out_of_range",
                "The limit is a whole number between 1 and %d.".formatted(LARGEST_LIMIT),
                null);
    }

    /** An id; null where the parameter is absent. */
    public static UUID id(String name, String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid(name, "wrong_form", "That is not an id (a UUID).", null);
        }
    }

    /** One of some constants, by its name; null where the parameter is absent. */
    public static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (names.contains(text)) {
            return Enum.valueOf(type, text);
        }
        throw ProblemException.invalid(
                name,
                "unknown_value",
                "The values are %s.".formatted(String.join(", ", names)),
                NearestName.of(text, names).map("Did you mean %s?"::formatted).orElse(null));
    }
}
