package dev.cadwright.neural.tensor;

import dev.cadwright.neural.NeuralException;

/** Activation functions, by the names that {@code config.json} gives them. */
public enum Activation {
    SILU,
    /** x Φ(x) with the error function. */
    GELU,
    /** The approximation by the hyperbolic tangent. */
    GELU_TANH,
    /** x σ(1.702 x). */
    QUICK_GELU,
    RELU;

    /** @throws NeuralException {@code unsupported_model} for a name that no supported family uses */
    public static Activation named(String name) {
        return switch (name) {
            case "silu", "swish" -> SILU;
            case "gelu" -> GELU;
            case "gelu_new", "gelu_pytorch_tanh", "gelu_fast" -> GELU_TANH;
            case "quick_gelu" -> QUICK_GELU;
            case "relu" -> RELU;
            default -> throw new NeuralException("unsupported_model", "unknown activation function " + name);
        };
    }
}
