package dev.cadwright.standalone;

/** The suite, or a part of it, could not be had. The message says what is wrong and what to do about it. */
public final class SuiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SuiteException(String message) {
        super(message);
    }

    public SuiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
