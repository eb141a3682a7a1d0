package dev.cadwright.kernel;

import dev.cadwright.cad.SourceSpan;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why the kernel refused.
 *
 * @param code stable and dotted, such as {@code profile.open}
 * @param message one sentence for people
 * @param feature the 0-based feature of the construction at fault, where one is
 * @param span where in the program's text the refused step stands, where it is known
 */
public record Fault(String code, String message, OptionalInt feature, Optional<SourceSpan> span) {
    public Fault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(feature, "feature");
        Objects.requireNonNull(span, "span");
    }

    public Fault(String code, String message, OptionalInt feature) {
        this(code, message, feature, Optional.empty());
    }

    static Fault of(String code, String message) {
        return new Fault(code, message, OptionalInt.empty());
    }

    Fault at(SourceSpan place) {
        return new Fault(code, message, feature, place == SourceSpan.NONE ? Optional.empty() : Optional.of(place));
    }
}
