package dev.cadwright.gateway.benchmark;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.gateway.artifact.ArtifactLink;
import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.job.Outputs;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A benchmark as the API shows it; its id is that of its job. */
@Schema(name = "Benchmark")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchmarkView(
        UUID id,
        JobState state,
        Progress progress,
        String dataset,

        @Schema(description = "The input of benchmark.run") JsonNode settings,

        Report report,

        @Schema(description = "One object an entry and protocol")
        JsonNode summary,

        JobError error,
        Instant createdAt) {

    /** The same report three times. */
    @Schema(name = "BenchmarkReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(ArtifactLink json, ArtifactLink markdown, ArtifactLink html) {}

    static BenchmarkView of(Job job) {
        return new BenchmarkView(
                job.id(),
                job.state(),
                job.progress(),
                job.labels().get(Datasets.LABEL),
                job.input(),
                job.output().isPresent() ? report(job) : null,
                job.output().map(output -> output.get("summary")).orElse(null),
                job.error().orElse(null),
                job.createdAt());
    }

    private static Report report(Job job) {
        return new Report(
                Outputs.link(job, "/report/json", "report.json"),
                Outputs.link(job, "/report/markdown", "report.md"),
                Outputs.link(job, "/report/html", "report.html"));
    }
}
