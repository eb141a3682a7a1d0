package dev.cadwright.gateway.dataset;

import dev.cadwright.gateway.kind.Forms;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How to export a dataset. */
@Schema(name = "ExportSettings")
public record ExportSettings(
        @Pattern(regexp = Forms.NAME, message = Forms.NAME_RULE)
        @Schema(description = "The folder's name; default the dataset's")
        String name) {}
