package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model's weights become while they are read. */
public enum Quantize {
    @JsonProperty("int8")
    INT8,

    @JsonProperty("nf4")
    NF4
}
