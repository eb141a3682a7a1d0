package dev.cadwright.neural.quantize;

import dev.cadwright.neural.NeuralException;
import java.util.Locale;

/** How weights are quantised. */
public enum Quantization {
    /** Eight bits, one scale a row. */
    INT8,
    /** Four bits of the normal distribution's quantiles, one scale for 64 numbers. */
    NF4,
    /** The same, with the scales themselves in eight bits. */
    NF4_DOUBLE;

    /**
     * @param name {@code int8} or {@code nf4}
     * @throws NeuralException {@code unsupported_quantization} for any other
     */
    public static Quantization named(String name, boolean doubled) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "int8" -> {
                if (doubled) {
                    throw unsupported("int8 has no scales to quantise a second time");
                }
                yield INT8;
            }
            case "nf4" -> doubled ? NF4_DOUBLE : NF4;
            default -> throw unsupported("weights are quantised to int8 or nf4, not " + name);
        };
    }

    static NeuralException unsupported(String message) {
        return new NeuralException("unsupported_quantization", message);
    }
}
