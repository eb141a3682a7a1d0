package dev.cadwright.kernel.openscad;

import java.util.Objects;

/**
 * Why there is no result.
 *
 * @param code stable and dotted: {@code openscad.syntax}, {@code openscad.error}, {@code openscad.assertion},
 *     {@code openscad.file_missing}, {@code openscad.font_missing}, {@code openscad.recursion}, {@code openscad.stack},
 *     {@code openscad.empty}, {@code memory}, {@code budget.triangles}, {@code budget.points}, {@code request.size}
 * @param message what the tool said
 * @param line 1-based; 0 where none is known
 */
public record ScadFault(String code, String message, int line) {
    public ScadFault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        if (line < 0) {
            throw new IllegalArgumentException("no such line: " + line);
        }
    }
}
