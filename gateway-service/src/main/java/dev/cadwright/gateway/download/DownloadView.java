package dev.cadwright.gateway.download;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.gateway.job.Outputs;
import dev.cadwright.gateway.model.Models;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A download of a model as the API shows it; its id is that of its job. */
@Schema(name = "ModelDownload")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DownloadView(
        UUID id,
        JobState state,

        @Schema(description = "In bytes; metrics bytes_per_second and seconds_left while it runs")
        Progress progress,

        @Schema(description = "The name of the model once it is here")
        String model,

        String repository,
        String revision,
        @Schema(description = "Once it is here") String commit,
        @Schema(description = "Once it is here") String licence,

        @Schema(description = "Absent while the service that knows cannot be asked")
        List<DownloadedFile> files,

        JobError error,
        Instant createdAt) {

    static DownloadView of(Job job, Optional<List<DownloadedFile>> files) {
        return new DownloadView(
                job.id(),
                job.state(),
                job.progress(),
                job.labels().get(Models.LABEL),
                job.input().path("repository").asText(null),
                job.input().path("revision").asText("main"),
                Outputs.at(job, "/commit").textValue(),
                Outputs.at(job, "/licence").textValue(),
                files.orElse(null),
                job.error().orElse(null),
                job.createdAt());
    }
}
