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
public record InferenceGenerate(
        @NotNull @Valid ModelSource model,

        @NotNull @Pattern(regexp = Forms.SHA, message = Forms.SHA_RULE)
        String dataset,

        Split split,
        @Min(1) Integer limit,
        @Min(1) @Max(64) Integer n,
        Selection select,
        @DecimalMin("0") @DecimalMax("2") Double temperature,
        @PositiveOrZero Long seed,
        @Min(1) @Max(4096) Integer maxTokens,
        Boolean refine,
        @Size(max = 2) @UniqueElements List<@NotNull SolidFormat> formats) {}
