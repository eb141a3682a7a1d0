package dev.cadwright.geometry.format;

import java.io.IOException;

/** A file that is not what it claims to be, or that is larger than allowed. The code is stable, for programs. */
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1;

    private final String code;

    public FormatException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** What is wrong, in snake case: for example {@code stl_truncated}. */
    public String code() {
        return code;
    }
}
