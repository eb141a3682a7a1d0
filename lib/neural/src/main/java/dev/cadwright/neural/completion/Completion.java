package dev.cadwright.neural.completion;

import dev.cadwright.neural.decoding.LogProbabilities;
import java.util.List;

/**
 * A text that was written.
 *
 * @param prompt number of its prompt
 * @param sample number among the texts of that prompt
 * @param text what the tokens spell, without special tokens and what follows a stop string; empty for a model without a
 *     tokenizer
 * @param ids with the token that ended the text
 * @param finish {@code stop}, {@code length}
 * @param seconds from the begin of its batch to its end
 * @param score of a beam search, else 0
 * @param logProbabilities one a token, where they were asked for
 */
public record Completion(
        int prompt,
        int sample,
        String text,
        List<Integer> ids,
        String finish,
        double seconds,
        double score,
        List<LogProbabilities> logProbabilities) {
    public Completion {
        ids = List.copyOf(ids);
        logProbabilities = List.copyOf(logProbabilities);
    }
}
