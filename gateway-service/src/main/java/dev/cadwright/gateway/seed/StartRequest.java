package dev.cadwright.gateway.seed;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Starts a fine-tuning in the words of the system before this one. */
@StrictBody
@Schema(name = "FinetuneStart")
public record StartRequest(
        @JsonProperty("dataset_name") @NotBlank String datasetName,

        @JsonProperty("base_model") @Schema(defaultValue = "cadwright-nano")
        String baseModel,

        @Positive Double epochs,
        @JsonProperty("batch_size") @Min(1) @Max(4096) Integer batchSize,
        @JsonProperty("learning_rate") @Positive Double learningRate,

        @JsonProperty("lora_rank")
        @Min(1)
        @Max(1024)
        @Schema(description = "Trains an adapter of this rank; absent: all weights")
        Integer loraRank) {}
