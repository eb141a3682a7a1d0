package dev.cadwright.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: a JSON Pointer into the body ({@code /sources/0/count}), or the parameter's name
 * @param code what, for programs: {@code unknown_field}, {@code required}, {@code out_of_range}, …
 * @param message what, for people
 * @param hint what to do about it; null where the message says it
 */
@Schema(description = "One thing that is wrong with a request: where, what, and what to do")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String pointer, String code, String message, String hint) {
    public Fault {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    public Fault(String pointer, String code, String message) {
        this(pointer, code, message, null);
    }
}
