package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How one of several candidates is chosen. */
public enum Selection {
    /** By its distance to the input cloud; the truth is never looked at. */
    @JsonProperty("input")
    INPUT
}
