package dev.cadwright.gateway.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.gateway.artifact.ArtifactLink;
import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.job.Outputs;
import dev.cadwright.gateway.model.Models;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A generation as the API shows it; its id is that of its job. */
@Schema(name = "Generation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GenerationView(
        UUID id,
        JobState state,
        Progress progress,
        String model,
        String dataset,

        @Schema(description = "The input of inference.generate")
        JsonNode settings,

        @Schema(description = "JSON Lines: a line a sample") ArtifactLink predictions,

        @Schema(description = "JSON Lines: a line a text") ArtifactLink completions,

        @Schema(description = "Chosen candidates by category; texts by why they ended")
        Map<String, Long> counts,

        @Schema(description = "That a language model wrote") Long tokens,

        JobError error,
        Instant createdAt) {

    static GenerationView of(Job job) {
        return new GenerationView(
                job.id(),
                job.state(),
                job.progress(),
                job.labels().get(Models.LABEL),
                job.labels().get(Datasets.LABEL),
                job.input(),
                Outputs.link(job, "/predictions", "predictions.jsonl"),
                Outputs.link(job, "/completions", "completions.jsonl"),
                Outputs.counts(job, "/counts"),
                Outputs.number(job, "/tokens"),
                job.error().orElse(null),
                job.createdAt());
    }
}
