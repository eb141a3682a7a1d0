package dev.cadwright.gateway.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Starts a job of any kind. */
@StrictBody
@Schema(name = "NewJob")
public record JobRequest(
        @NotNull @Schema(examples = "render.views") String kind,

        @NotNull
        @Schema(
                description =
                        "What the kind defines, see docs/jobs-kinds.md. {\"$from\": \"<job id>\", \"path\": \"/manifest\"} stands for a part of another job's output; the job then waits for that one")
        ObjectNode input,

        @Size(max = 100) @Schema(description = "Jobs that have to succeed first")
        List<@NotNull UUID> after,

        @Min(-100) @Max(100) @Schema(description = "Larger is claimed first", defaultValue = "0")
        Integer priority,

        @Schema(description = "The job fails unless it has ended by then")
        Instant deadline,

        @Size(max = 16) @Schema(description = "Kept with the job; lists can be filtered by them")
        Map<@Size(min = 1, max = 63) String, @NotNull @Size(max = 200) String> labels)
        implements Scheduling {}
