package dev.cadwright.gateway.program;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.language.ProgramCheck;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found in a program, as {@code ./cadwright check} prints it. */
@Schema(name = "ProgramCheck")
public record CheckView(
        String name,
        String language,

        @Schema(description = "Whether there is no error; warnings do not count")
        boolean ok,

        List<Finding> diagnostics) {
    /** One thing that is wrong, and where. */
    @Schema(name = "Diagnostic")
    public record Finding(
            @Schema(description = "error or warning") String severity,

            @Schema(description = "Stable, for programs", examples = "syntax.token")
            String code,

            String message,

            @Schema(description = "From 1; 0 where there is no place")
            int line,

            int column,

            @Schema(description = "What could have stood there; may be empty")
            String expectation,

            @Schema(description = "What to do about it; may be empty")
            String hint) {
        static Finding of(String severity, Diagnostic diagnostic) {
            return new Finding(
                    severity,
                    diagnostic.code(),
                    diagnostic.message(),
                    diagnostic.line(),
                    diagnostic.column(),
                    diagnostic.expectation(),
                    diagnostic.hint());
        }
    }

    static CheckView of(String name, ProgramCheck check) {
        return new CheckView(
                name,
                check.language().label(),
                check.isOk(),
                Stream.concat(
                                check.errors().stream().map(error -> Finding.of("error", error)),
                                check.warnings().stream().map(warning -> Finding.of("warning", warning)))
                        .toList());
    }
}
