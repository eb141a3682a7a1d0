package dev.cadwright.gateway.finetuning;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.kind.Consistent;
import dev.cadwright.gateway.kind.LoraSettings;
import dev.cadwright.gateway.kind.Method;
import dev.cadwright.gateway.kind.TrainingSettings;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Starts a fine-tuning, in the form of OpenAI's API; the fields after {@code hyperparameters} are ours. */
@StrictBody
@Consistent
@Schema(name = "NewFineTuningJob")
public record FineTuningRequest(
        @NotBlank @Schema(examples = "cadwright-nano") String model,

        @JsonProperty("training_file") @NotBlank @Schema(description = "A dataset, by name or by the id of its job")
        String trainingFile,

        @JsonProperty("validation_file") @Schema(description = "A dataset whose validation split is used instead")
        String validationFile,

        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,17}", message = "a suffix is 1 to 18 of a-z, 0-9 and dash")
        @Schema(description = "Ends the name of the model made; by default a part of the job's id")
        String suffix,

        @PositiveOrZero Long seed,
        @Valid Hyperparameters hyperparameters,
        @Size(max = 16) Map<@Size(min = 1, max = 64) String, @NotNull @Size(max = 512) String> metadata,
        @Schema(defaultValue = "full") Method method,
        @Valid TrainingSettings training,
        @Valid LoraSettings lora,

        @Positive @Schema(description = "A budget of time; the schedule is planned on it")
        Double minutes,

        @Size(max = 100) List<@NotNull UUID> after,
        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling, Consistent.Rules {

    /** OpenAI's names of the three things that matter most; each may be {@code "auto"}. */
    @Schema(name = "Hyperparameters")
    public record Hyperparameters(
            @JsonProperty("n_epochs") @Schema(description = "A number or \"auto\"")
            JsonNode epochs,

            @JsonProperty("batch_size") @Schema(description = "A whole number or \"auto\"")
            JsonNode batchSize,

            @JsonProperty("learning_rate_multiplier") @Schema(description = "A factor of 0.0003 or \"auto\"")
            JsonNode multiplier) {

        static final Hyperparameters AUTO = new Hyperparameters(null, null, null);
    }

    @Override
    public List<Consistent.Broken> broken() {
        var broken = new ArrayList<Consistent.Broken>();
        if (lora != null && method != Method.LORA) {
            broken.add(new Consistent.Broken("lora", "lora goes with \"method\": \"lora\""));
        }
        return broken;
    }
}
