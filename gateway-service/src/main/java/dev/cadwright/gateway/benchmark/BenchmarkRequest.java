package dev.cadwright.gateway.benchmark;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.kind.Protocol;
import dev.cadwright.gateway.kind.Split;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.Valid;
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

/** Executes and scores what generations have written. */
@StrictBody
@Schema(name = "NewBenchmark")
public record BenchmarkRequest(
        @NotBlank @Schema(description = "The truth: by name or by the id of its job")
        String dataset,

        @Schema(defaultValue = "test") Split split,
        @NotNull @Size(max = 32) List<@NotNull @Valid Entry> entries,

        @Size(min = 1, max = 8) @UniqueElements @Schema(description = "Default strict-v1")
        List<@NotNull Protocol> protocols,

        @PositiveOrZero Long seed,

        @Schema(description = "Also score the bounding box of the input cloud", defaultValue = "true")
        Boolean baseline,

        @Min(1) @Schema(description = "The first so many samples; default all")
        Integer limit,

        @Size(max = 100) List<@NotNull UUID> after,
        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling {

    /** A generation, and what the report calls it. */
    @Schema(name = "BenchmarkEntry")
    public record Entry(
            @NotNull @Size(min = 1, max = 100) String name,

            @NotNull @JsonAlias("job") @Schema(description = "The generation's id; also accepted as job")
            UUID generation) {}
}
