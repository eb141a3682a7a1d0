package dev.cadwright.cad.python.value;

import java.util.Objects;

/** Ends a run because a budget is used up. No program can catch it. */
public final class BudgetExhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which budget. */
    public enum Resource {
        STEPS,
        MEMORY,
        INTEGER_BITS,
        NESTING,
        OUTPUT,
        TIME,
        /** A bound of the host, such as the number of its operations. */
        HOST
    }

    private final Resource resource;

    public BudgetExhausted(Resource resource, String message) {
        super(message, null, false, false);
        this.resource = Objects.requireNonNull(resource, "resource");
    }

    public Resource resource() {
        return resource;
    }
}
