package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where shapes come from: our generator, a folder of DeepCAD JSON, a folder of STEP. */
public enum SourceType {
    PROCEDURAL,
    DEEPCAD,
    STEP;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
