package dev.cadwright.kernel;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Why the kernel refused.
 *
 * @param code stable and dotted, such as {@code profile.open}
 * @param message one sentence for people
 * @param feature the 0-based feature of the construction at fault, where one is
 */
public record Fault(String code, String message, OptionalInt feature) {
    public Fault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(feature, "feature");
    }
}
