package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;

/** How to train, under the keys of the training YAML. What is absent is decided by the trainer. */
@Consistent
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingSettings(
        @JsonProperty("num_epochs") @Positive Double epochs,
        @JsonProperty("max_steps") @Min(1) Long maxSteps,

        @JsonProperty("per_device_batch_size") @Min(1) @Max(4096)
        Integer batchSize,

        @JsonProperty("gradient_accumulation_steps") @Min(1) @Max(4096)
        Integer accumulation,

        Optimizer optimizer,

        @JsonProperty("learning_rate") @Positive @DecimalMax("1")
        Double learningRate,

        @JsonProperty("lr_scheduler_type") Scheduler scheduler,

        @JsonProperty("warmup_ratio") @DecimalMin("0") @DecimalMax("1")
        Double warmup,

        @JsonProperty("warmup_steps") @PositiveOrZero Long warmupSteps,
        @JsonProperty("weight_decay") @PositiveOrZero Double weightDecay,
        @JsonProperty("max_grad_norm") @Positive Double clipping,
        @JsonProperty("gradient_checkpointing") Boolean checkpointing,
        @JsonProperty("logging_steps") @Min(1) Long loggingSteps,
        @JsonProperty("save_steps") @Min(1) Long saveSteps,
        @JsonProperty("eval_steps") @Min(1) Long evaluationSteps,
        @JsonProperty("save_total_limit") @Min(1) @Max(1000) Integer saved,

        @JsonProperty("early_stopping_patience") @Min(0) @Max(1000)
        Integer patience,

        @JsonProperty("early_stopping_min_delta") @DecimalMin("0") @DecimalMax("100")
        Double minimumGain)
        implements Consistent.Rules {

    /** How the learning rate falls. */
    public enum Scheduler {
        @JsonProperty("cosine")
        COSINE,
        @JsonProperty("linear")
        LINEAR,
        @JsonProperty("constant")
        CONSTANT
    }

    /** What changes the weights. */
    public enum Optimizer {
        @JsonProperty("adamw")
        ADAMW,
        @JsonProperty("muon")
        MUON
    }

    /** Nothing set. */
    public static final TrainingSettings DEFAULTS = new TrainingSettings(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The same settings with other values of the three that matter most. */
    public TrainingSettings with(Double otherEpochs, Integer otherBatchSize, Double otherLearningRate) {
        return new TrainingSettings(
                otherEpochs,
                maxSteps,
                otherBatchSize,
                accumulation,
                optimizer,
                otherLearningRate,
                scheduler,
                warmup,
                warmupSteps,
                weightDecay,
                clipping,
                checkpointing,
                loggingSteps,
                saveSteps,
                evaluationSteps,
                saved,
                patience,
                minimumGain);
    }

    @Override
    public List<Consistent.Broken> broken() {
        return epochs != null && maxSteps != null
                ? List.of(new Consistent.Broken("maxSteps", "num_epochs says how long to train, too; give one of them"))
                : List.of();
    }
}
