package dev.cadwright.kernel;

import java.util.Objects;

/** The kernel cannot be used. What goes wrong with a shape is an {@link Execution}, never this. */
public final class KernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    public KernelException(Code code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    public KernelException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    public Code code() {
        return code;
    }

    public enum Code {
        /** The worker's executable is not there: {@code ./cadwright setup} builds it. */
        WORKER_MISSING,
        /** The executable does not start, or speaks another version of the protocol. */
        WORKER_UNUSABLE,
        /** The pool was closed. */
        CLOSED,
        /** The calling thread was interrupted; its interrupt flag is set again. */
        INTERRUPTED
    }
}
