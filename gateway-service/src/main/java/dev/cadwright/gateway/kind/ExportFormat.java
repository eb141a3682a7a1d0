package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Files made of executed programs. */
public enum ExportFormat {
    STEP,
    STL,
    OBJ;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
