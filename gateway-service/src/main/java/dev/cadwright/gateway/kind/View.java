package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** From where a shape is looked at. */
public enum View {
    FRONT,
    TOP,
    RIGHT,
    ISO;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
