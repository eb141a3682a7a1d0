package dev.cadwright.gateway.kind;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The adapter of a low-rank training, under the keys of the training YAML. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoraSettings(
        @Min(1) @Max(1024) Integer r,
        @Positive Double alpha,

        @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
        Double dropout,

        @JsonProperty("target_modules") @Size(min = 1, max = 100)
        List<@NotNull @Size(min = 1, max = 200) String> targetModules) {}
