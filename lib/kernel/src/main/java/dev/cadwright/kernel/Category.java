package dev.cadwright.kernel;

import java.util.Locale;

/** The kinds of ending of an execution, under the names that the command line prints. */
public enum Category {
    OK,
    SYNTAX,
    UNSUPPORTED,
    RUNTIME,
    INVALID,
    NO_RESULT,
    TIMEOUT,
    EXHAUSTED,
    CRASH;

    /** The name in records: lower case, words joined by underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
