package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A named set of metric definitions. */
public enum Protocol {
    @JsonProperty("strict-v1")
    STRICT_V1,
    @JsonProperty("cadrille-2025")
    CADRILLE_2025
}
