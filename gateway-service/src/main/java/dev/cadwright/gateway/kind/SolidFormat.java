package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Files of generated solids. */
public enum SolidFormat {
    STEP,
    STL;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
