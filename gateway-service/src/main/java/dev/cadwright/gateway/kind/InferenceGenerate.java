package dev.cadwright.gateway.kind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;

/** Input of {@code inference.generate}. */
@Consistent
public record InferenceGenerate(
        @NotNull @Valid ModelSource model,
        @Valid ModelSource adapter,

        @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String dataset,

        @Size(min = 1, max = 10_000) List<@NotNull @Valid GenerationPrompt> prompts,

        Split split,
        @Min(1) Integer limit,
        @Min(1) @Max(64) Integer n,
        Selection select,
        @DecimalMin("0") @DecimalMax("2") Double temperature,
        @PositiveOrZero Long seed,
        @Min(1) @Max(4096) Integer maxTokens,
        Boolean refine,
        @Size(max = 2) @UniqueElements List<@NotNull SolidFormat> formats,

        @Size(max = 1_000_000) String text,

        @Size(max = 100_000) String system,

        Boolean raw,

        @PositiveOrZero Integer topK,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        Double topP,

        @DecimalMin("0") @DecimalMax("1") Double minP,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("100")
        Double repetitionPenalty,

        @Min(1) @Max(64) Integer beams,

        @Size(max = 16) List<@NotNull @Size(min = 1, max = 1000) String> stop,

        Boolean ignoreEnd,

        @Min(0) @Max(100) Integer logprobs,

        Quantize quantize,

        Precision dtype)
        implements Consistent.Rules {
    @Override
    public List<Consistent.Broken> broken() {
        return dataset == null == (prompts == null)
                ? List.of(new Consistent.Broken("dataset", "either a dataset or prompts"))
                : List.of();
    }
}
