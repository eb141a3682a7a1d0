package dev.cadwright.cli.local.generate;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.neural.decoding.Sampling;
import dev.cadwright.neural.generate.GenerationRequest;
import dev.cadwright.neural.generate.Selection;
import java.util.List;
import picocli.CommandLine.Option;

/** How a model writes; the same options for every command that lets one write. */
public final class GenerationOptions {
    private static final int MOST_CANDIDATES = 64;
    private static final int USUAL_TOKENS = 256;
    private static final int USUAL_TOKENS_FOR_POINTS = 768;
    private static final double SAMPLING_TEMPERATURE = 0.7;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "At most so many tokens a text (default: 256, or 768 of a language model that reads points).")
    private Integer maxTokens;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "0 takes the likeliest token (default: 0, or 0.7 with --n).")
    private Double temperature;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            defaultValue = "1",
            description = "Draw from the likeliest tokens that together have this share (default: all).")
    private double topP;

    @Option(
            names = "--top-k",
            paramLabel = "K",
            defaultValue = "0",
            description = "Draw from the K likeliest tokens (default: all).")
    private int topK;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The same seed gives the same programs.")
    private long seed;

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "1",
            description = "Texts an input. With --select, the first is the likeliest and the others are drawn; of "
                    + "cadwright-nano always so.")
    private int candidates;

    @Option(
            names = "--select",
            paramLabel = "BY",
            description = "input: keep the one whose surface is nearest to the input points.")
    private String select;

    @Option(names = "--refine", description = "Move the numbers of the chosen program towards the input points.")
    private boolean refine;

    public long seed() {
        return seed;
    }

    /** Whether one of several programs is the answer, or each is a result. */
    public boolean selects() {
        return select != null || refine || candidates == 1;
    }

    /** One line for people. */
    public String description() {
        String tries = candidates == 1
                ? (temperature() == 0 ? "greedy" : "drawn at temperature " + temperature())
                : candidates + " tries" + (select == null ? "" : ", chosen by the " + select);
        return tries + (refine ? ", refined" : "");
    }

    /** @throws CommandFailure if a value is out of range */
    public void check() {
        if (select != null && !select.equals("input")) {
            throw CommandFailure.usage("--select is input, not " + select + ": the truth never takes part.");
        }
        if (candidates < 1 || candidates > MOST_CANDIDATES) {
            throw CommandFailure.usage("--n is between 1 and " + MOST_CANDIDATES + ", not " + candidates + ".");
        }
        try {
            request(List.of());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("The options are out of range: " + e.getMessage() + ".");
        }
    }

    public GenerationRequest request(List<float[]> clouds) {
        return new GenerationRequest(
                clouds,
                candidates,
                temperature(),
                topK,
                topP,
                seed,
                maxTokens == null ? USUAL_TOKENS : maxTokens,
                select == null ? Selection.FIRST : Selection.INPUT,
                true,
                refine);
    }

    /** Whether one of several is chosen by what the model was given. */
    boolean selectsByInput() {
        return select != null;
    }

    boolean refines() {
        return refine;
    }

    int candidates() {
        return candidates;
    }

    /** @param points whether the model reads points, and so writes whole programs */
    int maxTokens(boolean points) {
        return maxTokens == null ? (points ? USUAL_TOKENS_FOR_POINTS : USUAL_TOKENS) : maxTokens;
    }

    Sampling sampling(double minP, double repetitionPenalty, boolean draws) {
        return new Sampling(draws ? temperature() : 0, topK, topP, minP, repetitionPenalty);
    }

    private double temperature() {
        if (temperature != null) {
            return temperature;
        }
        return candidates > 1 ? SAMPLING_TEMPERATURE : 0;
    }
}
