package dev.cadwright.gateway.program;

import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program to read. */
@StrictBody
@Schema(name = "ProgramToCheck")
public record CheckRequest(
        @Schema(description = "Default: as the name and the text say", examples = "openscad")
        String language,

        @Size(min = 1, max = 255) @Schema(description = "Its file's name", examples = "parts/box.scad")
        String name,

        @NotNull @Schema(description = "The program", examples = "cube(10);")
        String text,

        @Size(max = 100) @Schema(description = "What an OpenSCAD program may include, by path")
        Map<@Size(min = 1, max = 255) String, @NotNull String> files) {}
