package dev.cadwright.gateway.finetuning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.gateway.dataset.Datasets;
import dev.cadwright.gateway.job.Outputs;
import dev.cadwright.gateway.model.Models;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fine-tuning job as OpenAI's API shows one; what begins with {@code progress} is ours. */
@Schema(name = "FineTuningJob")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FineTuningView(
        UUID id,
        @Schema(examples = "fine_tuning.job") String object,
        @JsonProperty("created_at") long createdAt,

        @JsonProperty("finished_at") @Schema(nullable = true)
        Long finishedAt,

        String model,

        @JsonProperty("fine_tuned_model") @Schema(nullable = true, description = "Once succeeded")
        String fineTunedModel,

        @JsonProperty("organization_id") String organization,
        Status status,
        @JsonProperty("training_file") String trainingFile,

        @JsonProperty("validation_file") @Schema(nullable = true)
        String validationFile,

        @JsonProperty("result_files")
        @Schema(description = "SHA-256 of the loss history; read it at /v1/artifacts/{sha256}")
        List<String> resultFiles,

        Hyperparameters hyperparameters,

        @JsonProperty("trained_tokens") @Schema(nullable = true)
        Long trainedTokens,

        @Schema(nullable = true) Failure error,
        long seed,

        @JsonProperty("estimated_finish") @Schema(nullable = true)
        Long estimatedFinish,

        List<String> integrations,
        @Schema(nullable = true) Map<String, String> metadata,
        Progress progress,

        @JsonProperty("output_name") @Schema(description = "The name that fine_tuned_model will have")
        String outputName,

        @Schema(nullable = true, description = "Final figures")
        JsonNode metrics,

        @Schema(description = "The input of training.finetune")
        JsonNode settings) {

    /** Where the job stands. */
    @Schema(name = "FineTuningStatus")
    public enum Status {
        @JsonProperty("validating_files")
        VALIDATING_FILES,
        @JsonProperty("queued")
        QUEUED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("succeeded")
        SUCCEEDED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("cancelled")
        CANCELLED;

        /** A job that waits for its dataset or its base model counts as validating its files. */
        static Status of(JobState state) {
            return switch (state) {
                case WAITING -> VALIDATING_FILES;
                case QUEUED -> QUEUED;
                case RUNNING -> RUNNING;
                case SUCCEEDED -> SUCCEEDED;
                case FAILED -> FAILED;
                case CANCELLED -> CANCELLED;
            };
        }
    }

    /** What was set; {@code "auto"} where the trainer decides. */
    @Schema(name = "FineTuningHyperparameters")
    public record Hyperparameters(
            @JsonProperty("n_epochs") @Schema(description = "A number or \"auto\"")
            Object epochs,

            @JsonProperty("batch_size") @Schema(description = "A whole number or \"auto\"")
            Object batchSize,

            @JsonProperty("learning_rate_multiplier") @Schema(description = "A number or \"auto\"")
            Object multiplier) {}

    /** Why it failed. */
    @Schema(name = "FineTuningError")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Failure(
            String code,
            String message,
            @Schema(nullable = true) String param) {}

    static FineTuningView of(Job job) {
        var labels = job.labels();
        var succeeded = job.state() == JobState.SUCCEEDED;
        var training = job.input().path("training");
        return new FineTuningView(
                job.id(),
                "fine_tuning.job",
                job.createdAt().getEpochSecond(),
                job.finishedAt().map(time -> time.getEpochSecond()).orElse(null),
                labels.getOrDefault(
                        FineTunings.BASE, job.input().at("/model/name").asText("")),
                succeeded ? labels.get(Models.LABEL) : null,
                job.tenant(),
                Status.of(job.state()),
                labels.getOrDefault(Datasets.LABEL, job.input().path("dataset").asText("")),
                labels.get(FineTunings.VALIDATION),
                Outputs.sha(Outputs.at(job, "/history")).stream().toList(),
                new Hyperparameters(
                        auto(training.path("num_epochs")),
                        auto(training.path("per_device_batch_size")),
                        multiplier(job.input())),
                Outputs.number(job, "/metrics/tokens"),
                job.error()
                        .map(error -> new Failure(error.code(), error.message(), null))
                        .orElse(null),
                job.input().path("seed").asLong(),
                null,
                List.of(),
                metadata(labels),
                job.progress(),
                labels.get(Models.LABEL),
                job.output().map(output -> output.get("metrics")).orElse(null),
                job.input());
    }

    private static Object auto(JsonNode value) {
        return value.isNumber() ? value.numberValue() : "auto";
    }

    private static Object multiplier(JsonNode input) {
        var rate = input.at("/training/learning_rate");
        return rate.isNumber() ? rate.doubleValue() / Hyper.RATE : "auto";
    }

    private static Map<String, String> metadata(Map<String, String> labels) {
        var metadata = new TreeMap<String, String>();
        labels.forEach((key, value) -> {
            if (key.startsWith(FineTunings.METADATA)) {
                metadata.put(key.substring(FineTunings.METADATA.length()), value);
            }
        });
        return metadata.isEmpty() ? null : metadata;
    }
}
