package dev.cadwright.gateway.idempotency;

import dev.cadwright.artifacts.Sha256;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.jobs.gateway.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The {@code Idempotency-Key} header, and the problems of its use. */
public final class Keys {
    private Keys() {}

    /**
     * A key as the client gave it.
     *
     * @param request what makes the request the same: method, path, body
     */
    public static IdempotencyKey of(String key, String request) {
        try {
            return new IdempotencyKey(key, Sha256.of(request.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid(
                    "Idempotency-Key", "wrong_form", malformed.getMessage() + ".", "Use a fresh UUID.");
        }
    }

    /** The key belongs to another request. */
    public static ProblemException reused() {
        return new ProblemException(
                ProblemCode.IDEMPOTENCY_KEY_REUSED, "The key was sent with another request before; use a fresh one.");
    }

    /** The first request with the key has no answer yet. */
    public static ProblemException inFlight() {
        return new ProblemException(ProblemCode.IDEMPOTENCY_KEY_IN_USE, "Send the same request again shortly.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
