package dev.cadwright.gateway.finetuning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.Progress;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells a job's events in the form of OpenAI's API. */
final class TrainingEvents {
    private static final String PREFIX = "ftevent-";

    private TrainingEvents() {}

    /** An event of a fine-tuning job. */
    @Schema(name = "FineTuningEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            @Schema(examples = "fine_tuning.job.event") String object,
            @JsonProperty("created_at") long createdAt,
            @Schema(enumeration = {"info", "warn", "error"}) String level,
            String message,
            @Schema(enumeration = {"message", "metrics"}) String type,

            @Schema(description = "type metrics: step, loss, …")
            Map<String, Double> data) {}

    static View view(JobEvent event) {
        var metrics = event.change() instanceof JobChange.Progressed(Progress progress)
                        && !progress.metrics().isEmpty()
                ? progress.metrics()
                : null;
        return new View(
                id(event.jobId(), event.seq()),
                "fine_tuning.job.event",
                event.time().getEpochSecond(),
                level(event.change()),
                message(event.change()),
                metrics == null ? "message" : "metrics",
                metrics);
    }

    static String id(UUID job, long seq) {
        return PREFIX + job + "-" + seq;
    }

    /** The seq of an event's id, or 0 if it is none of the job's. */
    static long seq(String id, UUID job) {
        var start = PREFIX + job + "-";
        if (!id.startsWith(start)) {
            return 0;
        }
        try {
            return Long.parseLong(id.substring(start.length()));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static String level(JobChange change) {
        return switch (change) {
            case JobChange.Failed _ -> "error";
            case JobChange.Retrying _, JobChange.Cancelling _, JobChange.Cancelled _ -> "warn";
            case JobChange.Waiting _,
                    JobChange.Queued _,
                    JobChange.Started _,
                    JobChange.Progressed _,
                    JobChange.Succeeded _ -> "info";
        };
    }

    private static String message(JobChange change) {
        return switch (change) {
            case JobChange.Waiting waiting ->
                "Waiting for %d jobs".formatted(waiting.after().size());
            case JobChange.Queued _ -> "Queued";
            case JobChange.Started _ -> "Training started";
            case JobChange.Progressed(var progress) -> progressMessage(progress);
            case JobChange.Retrying retrying ->
                "Attempt %d failed and will be repeated: %s"
                        .formatted(retrying.attempt(), retrying.error().message());
            case JobChange.Cancelling _ -> "Cancelling";
            case JobChange.Succeeded _ -> "The job has successfully completed";
            case JobChange.Failed failed -> "The job failed: " + failed.error().message();
            case JobChange.Cancelled _ -> "The job was cancelled";
        };
    }

    private static String progressMessage(Progress progress) {
        return progress.message().isBlank()
                ? "%d of %d".formatted(progress.done(), progress.total())
                : progress.message();
    }
}
