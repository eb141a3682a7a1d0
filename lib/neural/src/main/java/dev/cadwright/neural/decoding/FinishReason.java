package dev.cadwright.neural.decoding;

/** Why a row ended. */
public enum FinishReason {
    /** The model wrote a token that ends the text, or a stop string came. */
    STOP,
    /** As many tokens as were asked for. */
    LENGTH
}
