package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which weights a training changes: all of them, or those of a low-rank adapter. */
public enum Method {
    FULL,
    LORA;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
