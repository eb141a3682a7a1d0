package dev.cadwright.cad.python.value;

import dev.cadwright.cad.SourceSpan;
import java.util.Objects;
import java.util.Optional;

/** Ends a run because the program uses something that is known and not executed here. No program can catch it. */
public final class UnsupportedConstruct extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String construct;
    private final String reason;
    private final transient SourceSpan span;

    /** @param reason why, or what to write instead; may be empty */
    public UnsupportedConstruct(String construct, String reason) {
        this(construct, reason, null);
    }

    /** @param span where it stands; null for where the program is now */
    public UnsupportedConstruct(String construct, String reason, SourceSpan span) {
        super(construct + " is not supported" + (reason.isEmpty() ? "" : ": " + reason), null, false, false);
        this.construct = Objects.requireNonNull(construct, "construct");
        this.reason = reason;
        this.span = span;
    }

    /** Its name as the program writes it: {@code eval}, {@code import os}, {@code Workplane.toSvg}. */
    public String construct() {
        return construct;
    }

    public String reason() {
        return reason;
    }

    public Optional<SourceSpan> span() {
        return Optional.ofNullable(span);
    }
}
