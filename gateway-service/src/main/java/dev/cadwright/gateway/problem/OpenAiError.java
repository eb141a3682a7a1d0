package dev.cadwright.gateway.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error in the shape that clients of OpenAI's API parse. */
@Schema(description = "An error in the form of OpenAI's API")
public record OpenAiError(Body error) {
    /** What went wrong; {@code param} names the offending field, where there is one. */
    @Schema(name = "OpenAiErrorBody")
    public record Body(String message, String type, String param, String code) {}

    static OpenAiError of(ProblemException exception) {
        var faults = exception.faults();
        var param = faults.isEmpty() ? null : parameter(faults.getFirst().pointer());
        var code =
                faults.isEmpty() ? exception.code().wire() : faults.getFirst().code();
        var type = exception.code().status() < 500 ? "invalid_request_error" : "server_error";
        return new OpenAiError(new Body(exception.getMessage(), type, param, code));
    }

    private static String parameter(String pointer) {
        return pointer.startsWith("/") ? pointer.substring(1).replace('/', '.') : pointer;
    }
}
