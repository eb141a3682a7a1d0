package dev.cadwright.neural.tokenizer;

import dev.cadwright.neural.NeuralException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A conversation whose last message is to be gone on with: what the template writes behind that message is cut off. A
 * mark at the message's end shows where; where the template trimmed the mark's space, it trims there too.
 */
final class OpenEnd {
    private static final String MARK = "CADWRIGHT_OPEN_END_OF_THE_MESSAGE";

    private OpenEnd() {}

    static String render(List<Map<String, Object>> messages, Function<List<Map<String, Object>>, String> template) {
        if (messages.isEmpty() || !(messages.getLast().get("content") instanceof String content)) {
            throw new NeuralException(
                    "bad_conversation", "Only a last message with a text as its content can be gone on with.");
        }
        Map<String, Object> last = new LinkedHashMap<>(messages.getLast());
        last.put("content", content + MARK + " ");
        List<Map<String, Object>> marked = new ArrayList<>(messages);
        marked.set(marked.size() - 1, last);
        String text = template.apply(marked);
        int at = text.lastIndexOf(MARK);
        if (at < 0) {
            throw new NeuralException(
                    "bad_chat_template", "The model's chat template does not write the last message as it is.");
        }
        boolean spacePreserved = text.startsWith(MARK + " ", at);
        return spacePreserved ? text.substring(0, at) : text.substring(0, at).stripTrailing();
    }
}
