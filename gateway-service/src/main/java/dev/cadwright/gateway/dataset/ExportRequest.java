package dev.cadwright.gateway.dataset;

import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.kind.Forms;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Exports a dataset with its newest views and conversations, where there are any, as a zip folder. */
@StrictBody
@Schema(name = "NewExport")
public record ExportRequest(
        @Pattern(regexp = Forms.NAME, message = Forms.NAME_RULE)
        @Schema(description = "The folder's name; default the dataset's")
        String name,

        @Size(max = 100) List<@NotNull UUID> after,
        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling {
    ExportSettings settings() {
        return new ExportSettings(name);
    }
}
