package dev.cadwright.gateway.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.gateway.artifact.ArtifactLink;
import dev.cadwright.gateway.job.Outputs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dataset as the API shows it. */
@Schema(name = "Dataset")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetView(
        String name,
        @Schema(description = "The job that builds it") UUID job,
        JobState state,
        Progress progress,

        @Schema(description = "The input of dataset.build") JsonNode settings,

        ArtifactLink manifest,
        @Schema(description = "Samples by split") Map<String, Long> counts,
        @Schema(description = "Samples left out, by reason") Map<String, Long> rejected,
        JobError error,
        Instant createdAt,

        @Schema(description = "What was made of it: the newest of each kind")
        List<Addition> additions) {

    /** Something made of a dataset. */
    @Schema(name = "DatasetAddition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Addition(
            @Schema(examples = "render.views") String kind,
            UUID job,
            JobState state,
            Progress progress,
            @Schema(description = "views: pictures") Long images,
            @Schema(description = "conversations: how many") Long conversations,

            @Schema(description = "export: bytes of the archive")
            Long bytes,

            @Schema(description = "By the keys of the job's output")
            Map<String, ArtifactLink> artifacts,

            JobError error) {}

    static DatasetView of(Dataset dataset, List<Job> additions) {
        var job = dataset.build();
        return new DatasetView(
                dataset.name(),
                job.id(),
                job.state(),
                job.progress(),
                job.input(),
                Outputs.link(job, "/manifest", dataset.name() + ".json"),
                Outputs.counts(job, "/counts"),
                Outputs.counts(job, "/rejected"),
                job.error().orElse(null),
                job.createdAt(),
                additions.stream()
                        .map(addition -> Additions.view(dataset.name(), addition))
                        .toList());
    }
}
