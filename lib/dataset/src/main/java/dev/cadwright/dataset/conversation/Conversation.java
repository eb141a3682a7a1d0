package dev.cadwright.dataset.conversation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** One picture with a question and its answer, in the form that TinyLLaVA trains on. */
@JsonPropertyOrder({"image", "conversations"})
public record Conversation(String image, List<Turn> conversations) {
    /** @param from {@code human} or {@code gpt} */
    @JsonPropertyOrder({"from", "value"})
    public record Turn(String from, String value) {}

    public Conversation {
        conversations = List.copyOf(conversations);
    }

    static Conversation of(String image, String question, String answer) {
        return new Conversation(image, List.of(new Turn("human", question), new Turn("gpt", answer)));
    }
}
