package dev.cadwright.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as RFC 9457 describes it ({@code application/problem+json}), with a code, a trace id and the faults. */
@Schema(description = "An error (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Schema(description = "Stable, for programs") String code,

        @Schema(description = "Finds the request in the logs")
        String traceId,

        List<Fault> errors) {
    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemException exception, String instance, String traceId) {
        var code = exception.code();
        return new Problem(
                code.type(),
                code.title(),
                code.status(),
                exception.getMessage(),
                instance,
                code.wire(),
                traceId,
                exception.faults());
    }
}
