package dev.cadwright.gateway.generation;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.kind.Selection;
import dev.cadwright.gateway.kind.SolidFormat;
import dev.cadwright.gateway.kind.Split;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Has a model write programs for the samples of a dataset's split. */
@StrictBody
@Schema(name = "NewGeneration")
public record GenerationRequest(
        @NotBlank @Schema(examples = "cadwright-nano") String model,

        @NotBlank @Schema(description = "By name or by the id of its job")
        String dataset,

        @Schema(defaultValue = "test") Split split,

        @Min(1) @Schema(description = "The first so many samples; default all")
        Integer limit,

        @Min(1) @Max(64) @Schema(description = "Candidates a sample", defaultValue = "1")
        Integer n,

        @Schema(description = "input: choose by the input cloud, never by the truth; absent: the first")
        Selection select,

        @DecimalMin("0") @DecimalMax("2") @Schema(description = "0 is greedy")
        Double temperature,

        @PositiveOrZero Long seed,

        @JsonAlias("max_tokens") @Min(1) @Max(4096) @Schema(description = "Also accepted as max_tokens")
        Integer maxTokens,

        @Schema(description = "Move the numbers of the chosen program towards the input cloud", defaultValue = "false")
        Boolean refine,

        @Size(max = 2) @UniqueElements @Schema(description = "Files of the chosen candidates")
        List<@NotNull SolidFormat> formats,

        @Size(max = 100) List<@NotNull UUID> after,
        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling {}
