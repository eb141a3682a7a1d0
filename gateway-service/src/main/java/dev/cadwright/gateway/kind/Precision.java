package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model computes in. */
public enum Precision {
    @JsonProperty("f32")
    F32,

    @JsonProperty("bf16")
    BF16
}
