package dev.cadwright.jobs.gateway;

import java.util.Objects;

/**
 * Makes a request safe to repeat.
 *
 * @param value chosen by the client: 1 to 255 printable ASCII characters
 * @param fingerprint digest of what makes the request the same: method, path and body
 */
public record IdempotencyKey(String value, String fingerprint) {
    public static final int MAX_LENGTH = 255;

    public IdempotencyKey {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(fingerprint, "fingerprint");
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new IllegalArgumentException(
                    "an idempotency key is 1 to " + MAX_LENGTH + " printable ASCII characters");
        }
    }
}
