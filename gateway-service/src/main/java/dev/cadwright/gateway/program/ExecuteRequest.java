package dev.cadwright.gateway.program;

import dev.cadwright.contracts.amount.SizeAmount;
import dev.cadwright.contracts.amount.TimeAmount;
import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.kind.Consistent;
import dev.cadwright.gateway.kind.ExportFormat;
import dev.cadwright.gateway.kind.Forms;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** A program to execute, or a folder of programs. */
@StrictBody
@Consistent
@Schema(name = "ProgramToExecute")
public record ExecuteRequest(
        @Schema(description = "Also step. Default: as the name and the text say", examples = "sketch")
        String language,

        @Size(min = 1, max = 255) @Schema(description = "Its file's name", examples = "plate.sketch")
        String name,

        @Schema(description = "The program itself, or …") String text,

        @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        @Schema(description = "… an artifact that holds it, or …")
        String artifact,

        @Schema(description = "… an upload: a file is one program, a folder (zip) becomes a job, or …")
        UUID upload,

        @Schema(description = "… a dataset, by name or the id of its job: becomes a job")
        String dataset,

        @Size(max = 100) @Schema(description = "What an OpenSCAD program may include, by path")
        Map<@Size(min = 1, max = 255) String, @NotNull String> files,

        @Size(max = 3) @UniqueElements @Schema(description = "Files to make of the solid, kept as artifacts")
        List<@NotNull ExportFormat> export,

        @Schema(
                description = "Time for one program, at least 10 ms: seconds, or a text with a unit (ms, s, m). "
                        + "The service may allow less. Default: 10s",
                implementation = Object.class,
                anyOf = {Double.class, String.class},
                examples = {"3s", "0.5"})
        TimeAmount timeout,

        @Schema(
                description = "Memory for one program, at least 1 MiB: bytes, or a text with a unit (k, m, g). "
                        + "The service may allow less. Default: 1g",
                implementation = Object.class,
                anyOf = {Long.class, String.class},
                examples = {"512m", "1073741824"})
        SizeAmount memory,

        @Min(1) @Max(10_000) @Schema(description = "Jobs: programs a unit of work", defaultValue = "50")
        Integer unitSize,

        @Size(max = 100) List<@NotNull UUID> after,
        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling, Consistent.Rules {
    @Override
    public List<Consistent.Broken> broken() {
        long given = Stream.of(text, artifact, upload, dataset)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            return List.of(new Consistent.Broken(
                    "text", "exactly one of text, artifact, upload and dataset says what to execute"));
        }
        return List.of();
    }
}
