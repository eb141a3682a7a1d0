package dev.cadwright.service.inference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cadwright.neural.completion.Completion;
import dev.cadwright.neural.decoding.LogProbabilities;
import java.util.List;

/**
 * One text that a language model wrote for a prompt, or why there is none.
 *
 * @param name of the prompt
 * @param index among the texts of the prompt
 * @param score of a beam search
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompletionLine(
        String name,
        Integer index,
        String text,
        List<Integer> ids,
        String finishReason,
        Integer tokens,
        Double seconds,
        Double score,
        List<LogProbabilities> logprobs,
        Problem error) {
    record Problem(String code, String message) {}

    static CompletionLine of(String name, Completion completion, boolean scored) {
        return new CompletionLine(
                name,
                completion.sample(),
                completion.text(),
                completion.ids(),
                completion.finish(),
                completion.ids().size(),
                completion.seconds(),
                scored ? completion.score() : null,
                completion.logProbabilities().isEmpty() ? null : completion.logProbabilities(),
                null);
    }

    static CompletionLine failed(String name, String code, String message) {
        return new CompletionLine(name, null, null, null, null, null, null, null, null, new Problem(code, message));
    }
}
