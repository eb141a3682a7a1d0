package dev.cadwright.jobs;

import java.util.Objects;

/** The attempt was told to stop, and does. Handlers let it pass. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cancellation.Reason reason;

    public StoppedException(Cancellation.Reason reason) {
        super("stopped: " + Objects.requireNonNull(reason, "reason"));
        this.reason = reason;
    }

    public Cancellation.Reason reason() {
        return reason;
    }
}
