package dev.cadwright.gateway.generation;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.cadwright.gateway.job.Scheduling;
import dev.cadwright.gateway.kind.Consistent;
import dev.cadwright.gateway.kind.GenerationPrompt;
import dev.cadwright.gateway.kind.Precision;
import dev.cadwright.gateway.kind.Quantize;
import dev.cadwright.gateway.kind.Selection;
import dev.cadwright.gateway.kind.SolidFormat;
import dev.cadwright.gateway.kind.Split;
import dev.cadwright.gateway.request.StrictBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Has a model write programs for the samples of a dataset's split, or texts for prompts. */
@Consistent
@StrictBody
@Schema(name = "NewGeneration")
public record GenerationRequest(
        @NotBlank @Schema(examples = "cadwright-nano") String model,

        @Size(min = 1, max = 200) @Schema(description = "A model whose adapter takes part")
        String adapter,

        @Size(min = 1, max = 200)
        @Schema(description = "By name or by the id of its job: the points of its samples are written for")
        String dataset,

        @Size(min = 1, max = 10_000) @Schema(description = "What a language model is asked, instead of a dataset")
        List<@NotNull @Valid GenerationPrompt> prompts,

        @Schema(defaultValue = "test") Split split,

        @Min(1) @Schema(description = "The first so many samples; default all")
        Integer limit,

        @Min(1) @Max(64) @Schema(description = "Candidates a sample", defaultValue = "1")
        Integer n,

        @Schema(description = "input: choose by the input cloud, never by the truth; absent: the first")
        Selection select,

        @DecimalMin("0") @DecimalMax("2") @Schema(description = "0 is greedy")
        Double temperature,

        @PositiveOrZero Long seed,

        @JsonAlias("max_tokens") @Min(1) @Max(4096) @Schema(description = "Also accepted as max_tokens")
        Integer maxTokens,

        @Schema(description = "Move the numbers of the chosen program towards the input cloud", defaultValue = "false")
        Boolean refine,

        @Size(max = 2) @UniqueElements @Schema(description = "Files of the chosen candidates")
        List<@NotNull SolidFormat> formats,

        @Size(max = 1_000_000) @Schema(description = "The question beside each sample's points, for a language model")
        String text,

        @Size(max = 100_000) @Schema(description = "What each conversation begins with")
        String system,

        @Schema(
                description = "Take texts as they are, not as messages of the model's chat template",
                defaultValue = "false")
        Boolean raw,

        @JsonAlias("top_k") @PositiveOrZero Integer topK,

        @JsonAlias("top_p") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        Double topP,

        @JsonAlias("min_p") @DecimalMin("0") @DecimalMax("1")
        Double minP,

        @JsonAlias("repetition_penalty") @DecimalMin(value = "0", inclusive = false) @DecimalMax("100")
        Double repetitionPenalty,

        @Min(1) @Max(64) @Schema(description = "Texts followed at once; 1 for no beam search")
        Integer beams,

        @Size(max = 16) @Schema(description = "Strings that end a text")
        List<@NotNull @Size(min = 1, max = 1000) String> stop,

        @JsonAlias("ignore_eos") @Schema(description = "Go on where the model would end")
        Boolean ignoreEnd,

        @Min(0) @Max(100) @Schema(description = "Tell how likely each token was, and so many of the likeliest")
        Integer logprobs,

        @Schema(description = "Quantise the weights while they are read")
        Quantize quantize,

        @Schema(description = "What to compute in; default f32")
        Precision dtype,

        @Size(max = 100) List<@NotNull UUID> after,
        @Min(-100) @Max(100) Integer priority,
        Instant deadline)
        implements Scheduling, Consistent.Rules {
    @Override
    public List<Consistent.Broken> broken() {
        return dataset == null == (prompts == null)
                ? List.of(new Consistent.Broken("dataset", "either a dataset or prompts"))
                : List.of();
    }
}
