package dev.cadwright.gateway.dataset;

import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.kind.Consistent;
import dev.cadwright.gateway.kind.Forms;
import dev.cadwright.gateway.kind.Fractions;
import dev.cadwright.gateway.kind.Points;
import dev.cadwright.gateway.kind.SourceType;
import dev.cadwright.gateway.kind.Split;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Builds a dataset and, where asked, what is made of it. */
@StrictBody
@Schema(name = "NewDataset")
public record DatasetRequest(
        @NotNull @Pattern(regexp = Forms.NAME, message = Forms.NAME_RULE)
        String name,

        @PositiveOrZero
        @Schema(defaultValue = "0", description = "Decides the splits, and every source without a seed of its own")
        Long seed,

        @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid Source> sources,

        @Valid @Schema(description = "For sources without a split. Default 0.9, 0.05, 0.05")
        Fractions splits,

        @Valid @Schema(description = "Default 256 of 8192") Points points,

        @Schema(description = "Also keep each shape as STEP", defaultValue = "true")
        Boolean solids,

        @Min(1) @Max(10_000) @Schema(description = "Shapes a unit of work", defaultValue = "100")
        Integer unitSize,

        @Valid @Schema(description = "Also render views") ViewsSettings views,

        @Valid @Schema(description = "Also write conversations")
        ConversationsSettings conversations,

        @Valid @Schema(description = "Also export the folder")
        ExportSettings export,

        @Size(max = 100) @Schema(description = "Jobs that have to succeed first")
        List<@NotNull UUID> after,

        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling {

    /** Where shapes come from. */
    @Consistent
    @Schema(name = "DatasetSource")
    public record Source(
            @NotNull SourceType type,

            @Min(1) @Schema(description = "procedural: shapes to generate, required; others: at most so many")
            Long count,

            @PositiveOrZero @Schema(description = "procedural only; default the dataset's")
            Long seed,

            @Schema(description = "All shapes of this source go there")
            Split split,

            @Schema(description = "folder, deepcad, step: a zip folder, by the upload's id")
            UUID upload,

            @Schema(description = "Keep exact solids; default as the dataset. Without, procedural shapes have no mesh")
            Boolean solids)
            implements Consistent.Rules {
        @Override
        public List<Consistent.Broken> broken() {
            var broken = new ArrayList<Consistent.Broken>();
            if (type == SourceType.PROCEDURAL && count == null) {
                broken.add(new Consistent.Broken("count", "a procedural source needs a count"));
            }
            if (type == SourceType.PROCEDURAL && upload != null) {
                broken.add(new Consistent.Broken("upload", "a procedural source reads no files; leave it off"));
            }
            if (type != null && type != SourceType.PROCEDURAL && upload == null) {
                broken.add(new Consistent.Broken(
                        "upload", "this source needs a zip folder: POST it to /v1/uploads and give its id"));
            }
            return broken;
        }
    }
}
