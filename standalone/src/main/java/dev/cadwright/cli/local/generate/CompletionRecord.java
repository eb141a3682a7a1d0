package dev.cadwright.cli.local.generate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.neural.completion.Completion;
import dev.cadwright.neural.decoding.LogProbabilities;
import java.util.List;

/**
 * What is printed of one text, or of an input for which there is none.
 *
 * @param ids with the token that ended the text
 * @param score of a beam search
 * @param category of executing its program, where that was asked for
 * @param path where it was written, if anywhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompletionRecord(
        String name,
        Integer index,
        String text,
        List<Integer> ids,
        @JsonProperty("finish_reason") String finishReason,
        Integer tokens,
        Double seconds,
        Double score,
        List<Likely> logprobs,
        String category,
        String path,
        GenerationRecord.Problem error) {
    /** How likely a token was, and which ones were likeliest, as natural logarithms. */
    record Likely(int id, double logprob, List<Alternative> top) {
        static Likely of(int id, LogProbabilities likely) {
            return new Likely(
                    id,
                    likely.token(),
                    likely.likeliest().stream()
                            .map(other -> new Alternative(other.token(), other.logProbability()))
                            .toList());
        }
    }

    record Alternative(int id, double logprob) {}

    static CompletionRecord of(String name, Completion completion, boolean scored) {
        List<Likely> likely = new java.util.ArrayList<>();
        for (int i = 0; i < completion.logProbabilities().size(); i++) {
            likely.add(Likely.of(
                    completion.ids().get(i), completion.logProbabilities().get(i)));
        }
        return new CompletionRecord(
                name,
                completion.sample(),
                completion.text(),
                completion.ids(),
                completion.finish(),
                completion.ids().size(),
                completion.seconds(),
                scored ? completion.score() : null,
                likely.isEmpty() ? null : likely,
                null,
                null,
                null);
    }

    static CompletionRecord failed(String name, String code, String message) {
        return new CompletionRecord(
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new GenerationRecord.Problem(code, message));
    }

    CompletionRecord executed(String as, GenerationRecord.Problem problem) {
        return new CompletionRecord(
                name, index, text, ids, finishReason, tokens, seconds, score, logprobs, as, path, problem);
    }

    CompletionRecord at(String file) {
        return new CompletionRecord(
                name, index, text, ids, finishReason, tokens, seconds, score, logprobs, category, file, error);
    }
}
