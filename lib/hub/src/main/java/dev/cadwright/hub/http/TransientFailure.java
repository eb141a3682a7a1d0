package dev.cadwright.hub.http;

import java.time.Duration;
import java.util.Optional;

/** An attempt failed in a way that may pass. Caught by what holds the {@link Patience}. */
public final class TransientFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** What it looked like from here. */
    public enum Kind {
        /** Nothing answered. */
        UNREACHABLE,
        /** The hub asks for fewer requests. */
        RATE_LIMITED,
        /** An address that the hub had handed out is no longer good. */
        EXPIRED
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    public TransientFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = Optional.empty();
    }

    public TransientFailure(Kind kind, String message, Optional<Duration> retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** What the other side asked for. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
