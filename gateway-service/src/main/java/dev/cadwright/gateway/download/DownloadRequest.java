package dev.cadwright.gateway.download;

import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.kind.Forms;
import dev.cadwright.gateway.kind.ModelPull;
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

/** Pulls a model from the hub that the service is set to. */
@StrictBody
@Schema(name = "NewModelDownload")
public record DownloadRequest(
        @NotNull
        @Size(max = 96)
        @Pattern(regexp = ModelPull.REPOSITORY, message = ModelPull.REPOSITORY_RULE)
        @Schema(examples = "Qwen/Qwen2.5-0.5B")
        String repository,

        @Size(min = 1, max = 250)
        @Pattern(regexp = ModelPull.REVISION, message = ModelPull.REVISION_RULE)
        @Schema(description = "Branch, tag or commit", defaultValue = "main")
        String revision,

        @Pattern(regexp = Forms.NAME, message = Forms.NAME_RULE)
        @Schema(description = "What the model is called here; default as qwen--qwen2.5-0.5b")
        String name,

        @Size(max = 100)
        @Schema(description = "Patterns of files to take instead of safetensors and what belongs to them")
        List<@NotNull @Size(min = 1, max = 200) String> include,

        @Size(max = 100) @Schema(description = "Patterns of files to leave out")
        List<@NotNull @Size(min = 1, max = 200) String> exclude,

        @Size(max = 100) List<@NotNull UUID> after,
        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling {}
