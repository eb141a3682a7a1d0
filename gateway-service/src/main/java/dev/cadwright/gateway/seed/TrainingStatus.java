package dev.cadwright.gateway.seed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.model.Models;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a fine-tuning stands, in the words of the system before this one. */
@Schema(name = "FinetuneStatus")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingStatus(
        @Schema(
                description = "idle: nothing was ever started",
                enumeration = {"idle", "queued", "running", "completed", "failed", "cancelled"})
        String status,

        @JsonProperty("job_id") UUID jobId,
        @JsonProperty("dataset_name") String datasetName,
        @JsonProperty("base_model") String baseModel,
        @JsonProperty("model_name") String modelName,
        @Schema(description = "Percent") Double progress,
        Double epoch,
        Long step,
        @JsonProperty("total_steps") Long totalSteps,
        Double loss,
        @JsonProperty("learning_rate") Double learningRate,
        String message,
        String error) {

    static TrainingStatus idle() {
        return new TrainingStatus(
                "idle", null, null, null, null, null, null, null, null, null, null, "No training was started.", null);
    }

    static TrainingStatus of(Job job) {
        var metrics = job.progress().metrics();
        return new TrainingStatus(
                word(job.state()),
                job.id(),
                job.labels().get(Datasets.LABEL),
                job.labels().get("base"),
                job.labels().get(Models.LABEL),
                percent(job),
                metrics.get("epoch"),
                whole(metrics.get("step")),
                whole(metrics.get("total_steps")),
                metrics.get("loss"),
                first(metrics, "lr", "learning_rate"),
                job.progress().message(),
                job.error().map(JobError::message).orElse(null));
    }

    private static String word(JobState state) {
        return switch (state) {
            case WAITING, QUEUED -> "queued";
            case RUNNING -> "running";
            case SUCCEEDED -> "completed";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static double percent(Job job) {
        Progress progress = job.progress();
        if (job.state() == JobState.SUCCEEDED) {
            return 100;
        }
        return progress.total() == 0 ? 0 : 100.0 * progress.done() / progress.total();
    }

    private static Long whole(Double value) {
        return value == null ? null : Long.valueOf(Math.round(value));
    }

    private static Double first(Map<String, Double> metrics, String name, String other) {
        return metrics.containsKey(name) ? metrics.get(name) : metrics.get(other);
    }
}
