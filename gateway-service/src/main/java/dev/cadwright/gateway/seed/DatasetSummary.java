package dev.cadwright.gateway.seed;

import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobState;
import dev.cadwright.gateway.dataset.Dataset;
import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.job.Outputs;
import dev.cadwright.gateway.kind.Kind;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dataset in the words of the system before this one. */
@Schema(name = "DatasetSummary")
public record DatasetSummary(
        String name,
        @Schema(description = "Shapes") long models,
        long images,
        long conversations,

        @Schema(description = "Bytes of the exported archive; 0 before there is one")
        long size,

        @Schema(enumeration = {"building", "ready", "failed", "cancelled"})
        String status) {

    /** All of them. */
    @Schema(name = "DatasetSummaries")
    public record Page(List<DatasetSummary> datasets) {}

    static DatasetSummary of(Dataset dataset, Datasets datasets) {
        return new DatasetSummary(
                dataset.name(),
                shapes(dataset.build()),
                number(datasets.addition(dataset, Kind.RENDER_VIEWS), "/images"),
                number(datasets.addition(dataset, Kind.DATASET_CONVERSATIONS), "/count"),
                number(datasets.addition(dataset, Kind.DATASET_EXPORT), "/bytes"),
                word(dataset.build().state()));
    }

    private static long shapes(Job build) {
        var counts = Outputs.counts(build, "/counts");
        return counts == null
                ? 0
                : counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long number(Optional<Job> job, String pointer) {
        return job.map(found -> Outputs.number(found, pointer)).orElse(0L);
    }

    private static String word(JobState state) {
        return switch (state) {
            case WAITING, QUEUED, RUNNING -> "building";
            case SUCCEEDED -> "ready";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
