package dev.cadwright.gateway.program;

import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program to print in another language. */
@StrictBody
@Schema(name = "ProgramToConvert")
public record ConvertRequest(
        @Schema(description = "Default: as the name and the text say", examples = "deepcad")
        String language,

        @Size(min = 1, max = 255) @Schema(description = "Its file's name", examples = "00000069.json")
        String name,

        @NotNull @Schema(description = "The program") String text,

        @NotNull @Schema(description = "The language to print; its own for the canonical form", examples = "sketch")
        String to) {}
