package dev.cadwright.neural;

/** What went wrong in the neural library, with a stable code for programs and a sentence for people. */
public final class NeuralException extends RuntimeException {
    private final String code;

    public NeuralException(String code, String message) {
        super(message);
        this.code = code;
    }

    public NeuralException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Stable, lower case with underscores, for example {@code bad_safetensors}. */
    public String code() {
        return code;
    }
}
