package dev.cadwright.neural.decoding;

import dev.cadwright.neural.NeuralException;

/**
 * How the next token is chosen from the logits. The steps and their order are those of transformers: the penalty, the
 * temperature, then {@code topK}, {@code topP}, {@code minP}.
 *
 * @param temperature by which logits are divided; 0 takes the likeliest token
 * @param topK how many of the likeliest tokens are kept, those as likely as the last of them too; 0 for all
 * @param topP the fewest of the likeliest tokens that together have this probability are kept (Holtzman and others,
 *     2020); 1 for all
 * @param minP tokens less likely than this part of the likeliest one's probability are left out (Nguyen and others,
 *     2024); 0 for none
 * @param repetitionPenalty by which the logits of tokens that the prompt or the row has are divided if positive, and
 *     multiplied if negative (Keskar and others, 2019); 1 for none
 */
public record Sampling(double temperature, int topK, double topP, double minP, double repetitionPenalty) {
    /** The likeliest token, always. */
    public static final Sampling GREEDY = new Sampling(0, 0, 1, 0, 1);

    /** @throws NeuralException {@code bad_sampling}, naming the setting */
    public Sampling {
        check("temperature", temperature, temperature >= 0 && temperature <= 100, "from 0 to 100");
        check("top_k", topK, topK >= 0, "at least 0");
        check("top_p", topP, topP > 0 && topP <= 1, "above 0 and at most 1");
        check("min_p", minP, minP >= 0 && minP <= 1, "from 0 to 1");
        check(
                "repetition_penalty",
                repetitionPenalty,
                repetitionPenalty > 0 && repetitionPenalty <= 100,
                "above 0 and at most 100");
    }

    public static Sampling ofTemperature(double temperature) {
        return new Sampling(temperature, 0, 1, 0, 1);
    }

    public Sampling withTopK(int changed) {
        return new Sampling(temperature, changed, topP, minP, repetitionPenalty);
    }

    public Sampling withTopP(double changed) {
        return new Sampling(temperature, topK, changed, minP, repetitionPenalty);
    }

    public Sampling withMinP(double changed) {
        return new Sampling(temperature, topK, topP, changed, repetitionPenalty);
    }

    public Sampling withRepetitionPenalty(double changed) {
        return new Sampling(temperature, topK, topP, minP, changed);
    }

    private static void check(String name, double value, boolean good, String range) {
        if (!good) {
            throw new NeuralException("bad_sampling", name + " must be " + range + ", not " + value);
        }
    }
}
