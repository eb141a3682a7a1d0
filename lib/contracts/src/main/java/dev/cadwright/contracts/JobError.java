package dev.cadwright.contracts;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Why an attempt or a job failed.
 *
 * @param code stable, machine-readable: lower-case words joined by underscores, at most 64 characters
 * @param message one sentence for a person; at most {@value #MAX_MESSAGE} characters are kept
 * @param classification what may be done about it
 */
public record JobError(String code, String message, Classification classification) {
    public static final int MAX_MESSAGE = 4000;

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /** What may be done about an error. */
    public enum Classification {
        /** The same attempt may succeed later; it is retried with back-off. */
        TRANSIENT,
        /** The same attempt fails again; it is never retried by itself. */
        PERMANENT,
        /** A budget is used up: attempts, time, memory. It is never retried by itself. */
        EXHAUSTED
    }

    public JobError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(classification, "classification");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("an error code is lower-case words joined by underscores: " + code);
        }
        message = message == null ? "" : shortened(message);
    }

    public static JobError temporary(String code, String message) {
        return new JobError(code, message, Classification.TRANSIENT);
    }

    public static JobError permanent(String code, String message) {
        return new JobError(code, message, Classification.PERMANENT);
    }

    public static JobError exhausted(String code, String message) {
        return new JobError(code, message, Classification.EXHAUSTED);
    }

    /** The same error once no attempt is left. */
    public JobError asExhausted() {
        return new JobError(code, message, Classification.EXHAUSTED);
    }

    private static String shortened(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE - 1) + "…";
    }
}
