package dev.cadwright.service.inference;

import dev.cadwright.contracts.ModelReference;
import dev.cadwright.dataset.Split;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Request;
import dev.cadwright.neural.generate.GenerationRequest;
import dev.cadwright.neural.generate.Selection;
import java.util.List;
import java.util.Set;

/** The input of {@code inference.generate}, see {@code docs/jobs-kinds.md}. */
record GenerateInput(
        ModelReference model,
        String dataset,
        Split split,
        Integer limit,
        Integer n,
        String select,
        Double temperature,
        Long seed,
        Integer maxTokens,
        Boolean refine,
        Set<String> formats) {
    private static final int MOST_CANDIDATES = 64;
    private static final int MOST_TOKENS = 4096;
    private static final double SAMPLING_TEMPERATURE = 0.7;

    GenerateInput {
        if (model == null || dataset == null) {
            throw new IllegalArgumentException("model and dataset are needed");
        }
        split = split == null ? Split.TEST : split;
        limit = limit == null ? Integer.MAX_VALUE : limit;
        n = n == null ? 1 : n;
        temperature = temperature == null ? (n > 1 ? SAMPLING_TEMPERATURE : 0) : temperature;
        seed = seed == null ? 0 : seed;
        maxTokens = maxTokens == null ? 256 : maxTokens;
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
        if (maxTokens < 1 || maxTokens > MOST_TOKENS) {
            throw new IllegalArgumentException("maxTokens is from 1 to " + MOST_TOKENS + ", not " + maxTokens);
        }
        if (!Set.of("step", "stl").containsAll(formats)) {
            throw new IllegalArgumentException("formats are of step and stl, not " + formats);
        }
    }

    GenerationRequest request(List<float[]> clouds) {
        return new GenerationRequest(
                clouds,
                n,
                temperature,
                0,
                1,
                seed,
                maxTokens,
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
