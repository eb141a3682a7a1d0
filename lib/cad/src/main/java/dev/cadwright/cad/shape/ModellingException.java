package dev.cadwright.cad.shape;

import dev.cadwright.cad.SourceSpan;
import java.util.Objects;

/** The kernel refused a step: bad arguments, an operation that has no result. */
public class ModellingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient SourceSpan span;

    /** @param code stable name, {@code subject.reason}; @param span of the step that was refused */
    public ModellingException(String code, String message, SourceSpan span) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
        this.span = span;
    }

    public String code() {
        return code;
    }

    public SourceSpan span() {
        return span == null ? SourceSpan.NONE : span;
    }

    /** Nothing more can be asked: time or memory has run out, or the worker died. No program may catch it. */
    public static final class Ended extends ModellingException {
        private static final long serialVersionUID = 1;

        public Ended(String code, String message, SourceSpan span) {
            super(code, message, span);
        }
    }
}
