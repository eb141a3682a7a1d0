package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where shapes come from: our generator, a folder of programs and STEP, of DeepCAD JSON alone, of STEP alone. */
public enum SourceType {
    PROCEDURAL,
    FOLDER,
    DEEPCAD,
    STEP;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
