package dev.cadwright.cli.local.generate;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.neural.completion.CompletionSettings;
import dev.cadwright.neural.completion.Prompt;
import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What language models of Hugging Face folders can be told, beside what all models can. */
final class WritingOptions {
    private static final int USUAL_BATCH = 16;

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            description = "What to go on from; beside points and pictures, the "
                    + "question about them. May be repeated: each is an input.")
    private List<String> prompts = List.of();

    @Option(names = "--system", paramLabel = "TEXT", description = "What the conversation begins with.")
    private String system;

    @Option(names = "--raw", description = "Take the prompt as it is, not as a message of the model's chat template.")
    private boolean raw;

    @Option(
            names = "--inputs",
            paramLabel = "F.safetensors",
            description =
                    "Ready rows of tokens (prompt_ids or input_ids, attention_mask) and what else the model reads.")
    private Path tensors;

    @Option(
            names = "--images",
            arity = "1..*",
            paramLabel = "F.png",
            description = "Pictures: files or folders, each an input.")
    private List<String> images = List.of();

    @Option(
            names = "--min-p",
            paramLabel = "P",
            defaultValue = "0",
            description = "Leave out tokens less likely than this part of the likeliest.")
    private double minP;

    @Option(
            names = "--repetition-penalty",
            paramLabel = "X",
            defaultValue = "1",
            description = "Above 1, tokens that came before come less.")
    private double repetitionPenalty;

    @Option(
            names = "--beams",
            paramLabel = "N",
            defaultValue = "1",
            description = "Follow so many texts at once and take the likeliest.")
    private int beams;

    @Option(
            names = "--length-penalty",
            paramLabel = "X",
            defaultValue = "1",
            description = "Of the beams; above 0 favours long texts.")
    private double lengthPenalty;

    @Option(names = "--stop", paramLabel = "STRING", description = "End before this string. May be repeated.")
    private List<String> stops = List.of();

    @Option(
            names = "--stop-token",
            paramLabel = "ID",
            description = "End at this token instead of the model's own. May be repeated.")
    private List<Integer> stopTokens = List.of();

    @Option(names = "--ignore-eos", description = "Go on where the model would end, up to --max-tokens.")
    private boolean ignoreEnd;

    @Option(
            names = "--logprobs",
            paramLabel = "N",
            description = "Tell how likely each token was, and the N likeliest (0 for none of those).")
    private Integer logProbabilities;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "16",
            description = "Texts written at once (default: ${DEFAULT-VALUE}).")
    private int batch = USUAL_BATCH;

    @Option(
            names = "--dtype",
            paramLabel = "f32|bf16",
            defaultValue = "f32",
            description = "What to compute in (default: ${DEFAULT-VALUE}).")
    private String type;

    @Option(
            names = "--quantize",
            paramLabel = "int8|nf4",
            description = "Quantise the model's weights while they are read.")
    private String quantize;

    List<String> prompts() {
        return prompts;
    }

    Optional<Path> tensors() {
        return Optional.ofNullable(tensors);
    }

    List<String> images() {
        return images;
    }

    /** The one text beside points and pictures. */
    Prompt beside() {
        if (prompts.size() > 1) {
            throw CommandFailure.usage("Beside points and pictures there is one --prompt, not " + prompts.size() + ".");
        }
        return new Prompt(prompts.stream().findFirst(), Optional.ofNullable(system), raw, Optional.empty(), List.of());
    }

    Prompt prompt(String text) {
        Prompt prompt = Prompt.ofText(text);
        prompt = system == null ? prompt : prompt.withSystem(system);
        return raw ? prompt.asItIs() : prompt;
    }

    /** @throws dev.cadwright.neural.NeuralException if a value is out of range */
    CompletionSettings settings(GenerationOptions generation, boolean readsPoints) {
        CompletionSettings settings = CompletionSettings.GREEDY
                .ending(generation.maxTokens(readsPoints), ignoreEnd, stopTokens, stops)
                .with(generation.sampling(minP, repetitionPenalty, beams == 1))
                .inBatchesOf(batch);
        if (beams > 1) {
            settings = settings.withBeams(beams, lengthPenalty);
        }
        if (logProbabilities != null) {
            settings = settings.withLogProbabilities(logProbabilities);
        }
        return settings.withSamples(
                generation.candidates(), generation.selectsByInput() && generation.candidates() > 1, generation.seed());
    }

    ScalarType type() {
        return switch (type) {
            case "f32" -> ScalarType.F32;
            case "bf16" -> ScalarType.BF16;
            default -> throw CommandFailure.usage("--dtype is f32 or bf16, not " + type + ".");
        };
    }

    Optional<Quantization> quantization() {
        if (quantize == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (quantize) {
                    case "int8" -> Quantization.INT8;
                    case "nf4" -> Quantization.NF4;
                    default -> throw CommandFailure.usage("--quantize is int8 or nf4, not " + quantize + ".");
                });
    }

    /** @throws CommandFailure if one is given to a model that reads points and has a grammar of its own */
    void refuseFor(String model) {
        refuse(!prompts.isEmpty(), "--prompt", model);
        refuse(!images.isEmpty(), "--images", model);
        refuse(tensors != null, "--inputs", model);
        refuse(ignoreEnd, "--ignore-eos", model);
        refuse(beams != 1, "--beams", model);
        refuse(!stops.isEmpty() || !stopTokens.isEmpty(), "--stop", model);
        refuse(logProbabilities != null, "--logprobs", model);
        refuse(quantize != null, "--quantize", model);
        refuse(minP != 0 || repetitionPenalty != 1, "--min-p and --repetition-penalty", model);
    }

    private static void refuse(boolean given, String option, String model) {
        if (given) {
            throw CommandFailure.usage(option + ": " + model + " reads points alone and writes by its own grammar. "
                    + "Give --model a language model.");
        }
    }
}
