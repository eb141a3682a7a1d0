package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a picture is drawn. */
public enum Style {
    SHADED,
    LINES,
    DEPTH,
    MASK;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
