package dev.cadwright.neural.decoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How likely the model itself thought a token, before any setting changed that, as natural logarithms.
 *
 * @param token of the one that was chosen
 * @param likeliest as many of the likeliest tokens as were asked for, the likeliest first
 */
public record LogProbabilities(double token, List<Alternative> likeliest) {
    /** A token that might have come. */
    public record Alternative(int token, double logProbability) {}

    public LogProbabilities {
        likeliest = List.copyOf(likeliest);
    }

    static LogProbabilities of(float[] logits, int token, int alternatives) {
        double normaliser = logSumOfExponentials(logits);
        List<Alternative> likeliest = new ArrayList<>();
        for (int candidate : likeliest(logits, alternatives)) {
            likeliest.add(new Alternative(candidate, logits[candidate] - normaliser));
        }
        return new LogProbabilities(logits[token] - normaliser, likeliest);
    }

    static double logSumOfExponentials(float[] logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - highest);
        }
        return highest + Math.log(sum);
    }

    /** The numbers of the highest values, the highest first; of equals the first. */
    static int[] likeliest(float[] values, int count) {
        int[] best = new int[Math.min(count, values.length)];
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            if (found < best.length || (found > 0 && values[i] > values[best[found - 1]])) {
                int place = found < best.length ? found++ : found - 1;
                while (place > 0 && values[i] > values[best[place - 1]]) {
                    best[place] = best[place - 1];
                    place--;
                }
                best[place] = i;
            }
        }
        return Arrays.copyOf(best, found);
    }
}
