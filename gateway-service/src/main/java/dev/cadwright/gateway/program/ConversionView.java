package dev.cadwright.gateway.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program in another language, as {@code ./cadwright convert} prints it. */
@Schema(name = "ProgramConversion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversionView(
        String name,
        boolean ok,
        @Schema(description = "Of the text") String language,

        @Schema(description = "The program; absent unless ok")
        String text,

        @Schema(description = "Why there is none") CheckView.Finding error) {
    static ConversionView of(String name, Language to, Parse<String> conversion) {
        return switch (conversion) {
            case Parse.Ok<String>(String text) -> new ConversionView(name, true, to.label(), text, null);
            case Parse.Failed<String> failed -> {
                Diagnostic first = failed.diagnostics().getFirst();
                yield new ConversionView(name, false, to.label(), null, CheckView.Finding.of("error", first));
            }
        };
    }
}
