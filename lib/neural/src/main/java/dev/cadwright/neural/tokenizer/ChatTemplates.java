package dev.cadwright.neural.tokenizer;

import dev.cadwright.neural.NeuralException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How conversations are written for a model: the Jinja templates of its folder. */
public final class ChatTemplates {
    static final ChatTemplates NONE = new ChatTemplates(Map.of());

    private final Map<String, String> sources;

    private ChatTemplates(Map<String, String> sources) {
        this.sources = sources;
    }

    static ChatTemplates read(TokenizerFolder folder, TokenizerSettings settings) {
        return NONE;
    }

    /** The names of the templates; {@code default} is the one used where none is named. */
    public Set<String> names() {
        return sources.keySet();
    }

    /**
     * Writes a conversation as the text that the model is trained on; special tokens are part of it, so it is encoded
     * without adding them again.
     *
     * @param messages objects of plain JSON values (text, numbers, booleans, null, lists and maps), each with a role
     * @throws NeuralException {@code no_chat_template}, {@code bad_chat_template}
     */
    public String render(List<Map<String, Object>> messages, ChatOptions options) {
        throw new NeuralException("no_chat_template", "The model has no chat template.");
    }
}
