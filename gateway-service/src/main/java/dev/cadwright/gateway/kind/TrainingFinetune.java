package dev.cadwright.gateway.kind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.ArrayList;
import java.util.List;

/** Input of {@code training.finetune}. */
@Consistent
public record TrainingFinetune(
        @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String dataset,

        @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String validationDataset,

        @NotNull @Valid ModelSource model,
        Method method,
        @Valid TrainingSettings training,
        @Valid LoraSettings lora,
        @PositiveOrZero Long seed,
        @Positive Double minutes,

        @Pattern(regexp = Forms.NAME, message = Forms.NAME_RULE)
        String outputName)
        implements Consistent.Rules {
    @Override
    public List<Consistent.Broken> broken() {
        var broken = new ArrayList<Consistent.Broken>();
        if (lora != null && method != Method.LORA) {
            broken.add(new Consistent.Broken("lora", "lora goes with method \"lora\""));
        }
        if (minutes != null && training != null && (training.epochs() != null || training.maxSteps() != null)) {
            broken.add(
                    new Consistent.Broken("minutes", "training says in epochs or steps how long to train; give one"));
        }
        return broken;
    }
}
