package dev.cadwright.neural.tokenizer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a conversation is written with.
 *
 * @param template name of the template, where the model has several
 * @param tools functions the model may call, each an object of plain JSON values as OpenAI's API describes them
 * @param addGenerationPrompt whether the begin of the assistant's answer follows
 * @param continueFinalMessage whether the last message is left open, to be gone on with
 * @param variables what else the template may read, such as {@code enable_thinking}
 */
public record ChatOptions(
        Optional<String> template,
        List<Map<String, Object>> tools,
        boolean addGenerationPrompt,
        boolean continueFinalMessage,
        Map<String, Object> variables) {
    public ChatOptions {
        Objects.requireNonNull(template, "template");
        tools = List.copyOf(tools);
        variables = Map.copyOf(variables);
        if (addGenerationPrompt && continueFinalMessage) {
            throw new IllegalArgumentException("either an answer begins or the last message goes on, not both");
        }
    }

    /** To be answered, or, for training, as it is. */
    public static ChatOptions of(boolean addGenerationPrompt) {
        return new ChatOptions(Optional.empty(), List.of(), addGenerationPrompt, false, Map.of());
    }

    public ChatOptions withTools(List<Map<String, Object>> described) {
        return new ChatOptions(template, described, addGenerationPrompt, continueFinalMessage, variables);
    }

    public ChatOptions withVariables(Map<String, Object> values) {
        return new ChatOptions(template, tools, addGenerationPrompt, continueFinalMessage, values);
    }
}
