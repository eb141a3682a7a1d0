package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.SourceSpan;
import java.util.List;
import java.util.Map;

/** A JSON value that remembers where it stood. */
sealed interface Json {
    SourceSpan span();

    record Structure(Map<String, Json> members, SourceSpan span) implements Json {}

    record Sequence(List<Json> items, SourceSpan span) implements Json {}

    record Text(String value, SourceSpan span) implements Json {}

    record Numeral(double value, SourceSpan span) implements Json {}

    record Flag(boolean value, SourceSpan span) implements Json {}

    record Null(SourceSpan span) implements Json {}

    default String describe() {
        return switch (this) {
            case Structure structure -> "an object";
            case Sequence sequence -> "an array";
            case Text text -> "the text \"" + shortened(text.value()) + "\"";
            case Numeral number -> "the number " + number.value();
            case Flag flag -> flag.value() ? "true" : "false";
            case Null none -> "null";
        };
    }

    /** Names from a file, cut so that no message grows with hostile input. */
    static String shortened(String text) {
        String visible = text.codePoints()
                .limit(40)
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() < text.length() ? visible + "…" : visible;
    }
}
