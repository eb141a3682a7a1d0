package dev.cadwright.neural.adapter;

import dev.cadwright.neural.NeuralException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What PEFT's {@code adapter_config.json} says of a low-rank adapter.
 *
 * @param rank r, of layers without a rank of their own
 * @param alpha by which, over the rank, the adapter's part is scaled
 * @param dropout of the adapter's input while it trains, from 0 up to but not including 1
 * @param targets which linear layers are adapted
 * @param ranks ranks of layers whose names end as the pattern says
 * @param alphas likewise
 * @param saved last parts of the names of modules that are trained and kept whole
 * @param rankStabilised scales by alpha / √rank instead of alpha / rank
 * @param decomposed learns the length of each row of the weights apart from its direction
 * @param start how A and B begin
 * @param transposed whether the adapted weights are stored as [inputs, outputs], which PEFT wants to be told
 * @param baseModel name or folder of the model it was made for
 * @param taskType for example {@code CAUSAL_LM}
 */
public record AdapterConfiguration(
        int rank,
        double alpha,
        double dropout,
        Targets targets,
        Map<String, Integer> ranks,
        Map<String, Double> alphas,
        List<String> saved,
        boolean rankStabilised,
        boolean decomposed,
        Start start,
        boolean transposed,
        Optional<String> baseModel,
        Optional<String> taskType) {
    /** Beyond it an adapter is no longer small beside what it adapts. */
    static final int MAX_RANK = 16_384;

    /** How A and B begin. */
    public enum Start {
        /** A uniform within 1/√inputs, B zero: the adapter changes nothing yet. */
        KAIMING,
        /** A normal with deviation 1/r, B zero. */
        GAUSSIAN,
        /** Both uniform, so that the adapter changes something at once; for tests. */
        RANDOM
    }

    public AdapterConfiguration {
        ranks = Map.copyOf(ranks);
        alphas = Map.copyOf(alphas);
        saved = List.copyOf(saved);
        Objects.requireNonNull(targets);
        Objects.requireNonNull(start);
        requireRank("r", rank);
        ranks.forEach((pattern, r) -> requireRank("rank_pattern " + pattern, r));
        alphas.forEach((pattern, a) -> requireFinite("alpha_pattern " + pattern, a));
        requireFinite("lora_alpha", alpha);
        if (!(dropout >= 0 && dropout < 1)) {
            throw bad("lora_dropout should be from 0 to below 1, not " + dropout);
        }
    }

    /** LoRA as PEFT has it without further keys. */
    public static AdapterConfiguration of(int rank, double alpha, Targets targets) {
        return new AdapterConfiguration(
                rank,
                alpha,
                0,
                targets,
                Map.of(),
                Map.of(),
                List.of(),
                false,
                false,
                Start.KAIMING,
                false,
                Optional.empty(),
                Optional.of("CAUSAL_LM"));
    }

    /**
     * @throws NeuralException {@code bad_adapter} if it is not what PEFT writes, {@code unsupported_adapter} if it asks
     *     for something that is not known here, which the message names
     */
    public static AdapterConfiguration read(Path folder) {
        return AdapterJson.read(folder);
    }

    public AdapterConfiguration withDropout(double changed) {
        return new AdapterConfiguration(
                rank,
                alpha,
                changed,
                targets,
                ranks,
                alphas,
                saved,
                rankStabilised,
                decomposed,
                start,
                transposed,
                baseModel,
                taskType);
    }

    /** With ranks and alphas for layers whose names end as the pattern, a regular expression, says. */
    public AdapterConfiguration withPatterns(Map<String, Integer> changedRanks, Map<String, Double> changedAlphas) {
        return new AdapterConfiguration(
                rank,
                alpha,
                dropout,
                targets,
                changedRanks,
                changedAlphas,
                saved,
                rankStabilised,
                decomposed,
                start,
                transposed,
                baseModel,
                taskType);
    }

    /** With modules that are trained and kept whole, for example {@code lm_head}. */
    public AdapterConfiguration saving(List<String> modules) {
        return new AdapterConfiguration(
                rank,
                alpha,
                dropout,
                targets,
                ranks,
                alphas,
                modules,
                rankStabilised,
                decomposed,
                start,
                transposed,
                baseModel,
                taskType);
    }

    public AdapterConfiguration withRankStabilised(boolean changed) {
        return new AdapterConfiguration(
                rank,
                alpha,
                dropout,
                targets,
                ranks,
                alphas,
                saved,
                changed,
                decomposed,
                start,
                transposed,
                baseModel,
                taskType);
    }

    public AdapterConfiguration withDecomposed(boolean changed) {
        return new AdapterConfiguration(
                rank,
                alpha,
                dropout,
                targets,
                ranks,
                alphas,
                saved,
                rankStabilised,
                changed,
                start,
                transposed,
                baseModel,
                taskType);
    }

    public AdapterConfiguration startingWith(Start changed) {
        return new AdapterConfiguration(
                rank,
                alpha,
                dropout,
                targets,
                ranks,
                alphas,
                saved,
                rankStabilised,
                decomposed,
                changed,
                transposed,
                baseModel,
                taskType);
    }

    public AdapterConfiguration withTransposed(boolean changed) {
        return new AdapterConfiguration(
                rank,
                alpha,
                dropout,
                targets,
                ranks,
                alphas,
                saved,
                rankStabilised,
                decomposed,
                start,
                changed,
                baseModel,
                taskType);
    }

    public AdapterConfiguration of(Optional<String> base, Optional<String> task) {
        return new AdapterConfiguration(
                rank,
                alpha,
                dropout,
                targets,
                ranks,
                alphas,
                saved,
                rankStabilised,
                decomposed,
                start,
                transposed,
                base,
                task);
    }

    /** The rank of a layer, by its name in any spelling. */
    int rank(Iterable<String> spellings) {
        return pattern(ranks, spellings).orElse(rank);
    }

    /** By what the product of a layer's matrices is multiplied. */
    double scale(Iterable<String> spellings) {
        double own = pattern(alphas, spellings).orElse(alpha);
        int r = rank(spellings);
        return own / (rankStabilised ? Math.sqrt(r) : r);
    }

    private static <T> Optional<T> pattern(Map<String, T> patterns, Iterable<String> spellings) {
        for (Map.Entry<String, T> entry : patterns.entrySet()) {
            BoundedPattern pattern = BoundedPattern.compile("(.*\\.)?(" + entry.getKey() + ")$");
            for (String name : spellings) {
                if (pattern.matches(name)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static void requireRank(String key, int rank) {
        if (rank < 1 || rank > MAX_RANK) {
            throw bad(key + " should be from 1 to " + MAX_RANK + ", not " + rank);
        }
    }

    private static void requireFinite(String key, double value) {
        if (!Double.isFinite(value)) {
            throw bad(key + " should be a number, not " + value);
        }
    }

    static NeuralException bad(String message) {
        return new NeuralException("bad_adapter", message);
    }
}
