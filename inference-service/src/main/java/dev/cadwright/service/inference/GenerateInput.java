package dev.cadwright.service.inference;

import dev.cadwright.contracts.ModelReference;
import dev.cadwright.dataset.Split;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Request;
import dev.cadwright.neural.completion.CompletionSettings;
import dev.cadwright.neural.completion.ModelSource;
import dev.cadwright.neural.decoding.Sampling;
import dev.cadwright.neural.generate.GenerationRequest;
import dev.cadwright.neural.generate.Selection;
import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The input of {@code inference.generate}, see {@code docs/jobs-kinds.md}.
 *
 * @param dataset whose samples' points are written for; absent where there are {@code prompts}
 * @param text the question beside each sample's points
 */
record GenerateInput(
        ModelReference model,
        ModelReference adapter,
        String dataset,
        List<GenerateQuestion> prompts,
        Split split,
        Integer limit,
        Integer n,
        String select,
        Double temperature,
        Long seed,
        Integer maxTokens,
        Boolean refine,
        Set<String> formats,
        String text,
        String system,
        Boolean raw,
        Integer topK,
        Double topP,
        Double minP,
        Double repetitionPenalty,
        Integer beams,
        List<String> stop,
        Boolean ignoreEnd,
        Integer logprobs,
        String quantize,
        String dtype) {
    private static final int MOST_CANDIDATES = 64;
    private static final int MOST_TOKENS = 4096;
    private static final int MOST_PROMPTS = 10_000;
    private static final int USUAL_TOKENS = 256;
    private static final int USUAL_TOKENS_FOR_POINTS = 768;
    private static final int ROWS = 16;
    private static final double SAMPLING_TEMPERATURE = 0.7;

    GenerateInput {
        if (model == null || (dataset == null) == (prompts == null)) {
            throw new IllegalArgumentException("a model is needed, and either a dataset or prompts");
        }
        prompts = prompts == null ? List.of() : List.copyOf(prompts);
        raw = raw != null && raw;
        topK = topK == null ? 0 : topK;
        topP = topP == null ? 1.0 : topP;
        minP = minP == null ? 0.0 : minP;
        repetitionPenalty = repetitionPenalty == null ? 1.0 : repetitionPenalty;
        beams = beams == null ? 1 : beams;
        stop = stop == null ? List.of() : List.copyOf(stop);
        ignoreEnd = ignoreEnd != null && ignoreEnd;
        if (prompts.size() > MOST_PROMPTS) {
            throw new IllegalArgumentException("at most " + MOST_PROMPTS + " prompts, not " + prompts.size());
        }
        split = split == null ? Split.TEST : split;
        limit = limit == null ? Integer.MAX_VALUE : limit;
        n = n == null ? 1 : n;
        temperature = temperature == null ? (n > 1 && beams == 1 ? SAMPLING_TEMPERATURE : 0) : temperature;
        seed = seed == null ? 0 : seed;
        refine = refine != null && refine;
        formats = formats == null ? Set.of() : Set.copyOf(formats);
        if (select != null && !select.equals("input")) {
            throw new IllegalArgumentException("select is input or absent, not " + select);
        }
        if (limit < 1 || n < 1 || n > MOST_CANDIDATES) {
            throw new IllegalArgumentException("limit is at least 1 and n from 1 to " + MOST_CANDIDATES);
        }
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature is from 0 to 2, not " + temperature);
        }
        if (maxTokens != null && (maxTokens < 1 || maxTokens > MOST_TOKENS)) {
            throw new IllegalArgumentException("maxTokens is from 1 to " + MOST_TOKENS + ", not " + maxTokens);
        }
        if (!Set.of("step", "stl").containsAll(formats)) {
            throw new IllegalArgumentException("formats are of step and stl, not " + formats);
        }
    }

    /** What the small built-in family cannot do. */
    void requireBuiltInFamily() {
        if (dataset == null
                || adapter != null
                || text != null
                || beams != 1
                || !stop.isEmpty()
                || ignoreEnd
                || logprobs != null
                || quantize != null) {
            throw new IllegalArgumentException(
                    "this model writes programs for a dataset's points by its own grammar: no prompts, text, adapter,"
                            + " beams, stop, ignoreEnd, logprobs or quantize");
        }
    }

    /**
     * How a language model writes.
     *
     * @throws dev.cadwright.neural.NeuralException {@code bad_sampling}
     */
    CompletionSettings settings(boolean readsPoints) {
        int usual = readsPoints ? USUAL_TOKENS_FOR_POINTS : USUAL_TOKENS;
        CompletionSettings settings = CompletionSettings.GREEDY
                .ending(maxTokens == null ? usual : maxTokens, ignoreEnd, List.of(), stop)
                .with(new Sampling(temperature, topK, topP, minP, repetitionPenalty))
                .inBatchesOf(ROWS);
        settings = beams > 1 ? settings.withBeams(beams, 1) : settings;
        settings = logprobs == null ? settings : settings.withLogProbabilities(logprobs);
        return settings.withSamples(n, select != null && n > 1, seed);
    }

    /** Where the weights lie, and how they are loaded. */
    ModelSource source(Path model, Optional<Path> added, int threads) {
        return new ModelSource(model, added, type(), quantization(), threads);
    }

    private ScalarType type() {
        return switch (dtype == null ? "f32" : dtype) {
            case "f32" -> ScalarType.F32;
            case "bf16" -> ScalarType.BF16;
            default -> throw new IllegalArgumentException("dtype is f32 or bf16, not " + dtype);
        };
    }

    private Optional<Quantization> quantization() {
        return switch (quantize == null ? "" : quantize) {
            case "" -> Optional.empty();
            case "int8" -> Optional.of(Quantization.INT8);
            case "nf4" -> Optional.of(Quantization.NF4);
            default -> throw new IllegalArgumentException("quantize is int8 or nf4, not " + quantize);
        };
    }

    GenerationRequest request(List<float[]> clouds) {
        return new GenerationRequest(
                clouds,
                n,
                temperature,
                topK,
                topP,
                seed,
                maxTokens == null ? USUAL_TOKENS : maxTokens,
                select == null ? Selection.FIRST : Selection.INPUT,
                true,
                refine);
    }

    /** What to ask of the kernel for each answer. */
    Request kernelRequest() {
        Request request = Request.properties();
        request = formats.contains("step") ? request.withStep() : request;
        return formats.contains("stl") ? request.withMesh(Deflection.STANDARD) : request;
    }
}
