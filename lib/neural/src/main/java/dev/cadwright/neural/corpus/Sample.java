package dev.cadwright.neural.corpus;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing to learn from, as a file has it.
 *
 * @param image name of a picture that belongs to it
 * @param cloud points of the shape it is about
 */
public record Sample(Content content, Optional<String> image, Optional<Cloud> cloud) {
    public Sample(Content content) {
        this(content, Optional.empty(), Optional.empty());
    }

    /** What is said. */
    public sealed interface Content {
        /** A text that is learnt whole. */
        record Plain(String text) implements Content {}

        /** What is given, and how it goes on. */
        record Continuation(String prompt, String completion) implements Content {}

        /**
         * Messages with roles, of which the assistant's are learnt.
         *
         * @param messages objects of plain JSON values
         * @param first of them that may be learnt
         */
        record Conversation(List<Map<String, Object>> messages, int first) implements Content {
            public Conversation {
                messages = List.copyOf(messages);
            }
        }
    }

    public Sample {
        Objects.requireNonNull(content);
        Objects.requireNonNull(image);
        Objects.requireNonNull(cloud);
    }
}
