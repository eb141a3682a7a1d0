package dev.cadwright.neural.corpus;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tokenizer.ChatOptions;
import dev.cadwright.neural.tokenizer.ChatTemplates;
import dev.cadwright.neural.tokenizer.jinja.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Finds what the assistant says in a conversation that a template wrote: what the template marks as its own words; else
 * what a message adds behind the beginning of an answer; else, where a template writes earlier turns otherwise when
 * later ones follow, the words themselves. The token that ends a turn is part of it, blanks behind it are not.
 *
 * @param marks special tokens by their text
 */
record Answers(ChatTemplates templates, Collection<String> marks) {
    private static final ChatOptions AS_IS = ChatOptions.of(false);

    /** A conversation as text. */
    record Written(String text, List<Template.Span> answers) {}

    /** @param first message that counts */
    Written write(List<Map<String, Object>> messages, int first) {
        Template.Rendering rendering = templates.rendered(messages, AS_IS);
        if (first == 0 && !rendering.generations().isEmpty()) {
            return new Written(rendering.text(), rendering.generations());
        }
        List<Template.Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < messages.size(); i++) {
            if ("assistant".equals(messages.get(i).get("role"))) {
                Template.Span span = span(rendering.text(), messages, i, from);
                from = span.end();
                if (i >= first) {
                    spans.add(span);
                }
            }
        }
        return new Written(rendering.text(), spans);
    }

    private Template.Span span(String text, List<Map<String, Object>> messages, int i, int from) {
        String before = i == 0 ? "" : templates.render(messages.subList(0, i), ChatOptions.of(true));
        String with = templates.render(messages.subList(0, i + 1), AS_IS);
        if (before.length() >= from && with.startsWith(before) && text.startsWith(with)) {
            return new Template.Span(before.length(), end(text, before.length(), with.length()));
        }
        return found(text, String.valueOf(messages.get(i).get("content")).strip(), from);
    }

    private Template.Span found(String text, String words, int from) {
        int begin = words.isEmpty() ? -1 : text.indexOf(words, from);
        if (begin < 0) {
            throw new NeuralException(
                    "bad_conversation",
                    "the model's chat template does not write an answer as it is given, so it cannot be told what to"
                            + " learn; a template with generation blocks says it");
        }
        int end = begin + words.length();
        int mark = marks.stream()
                .filter(m -> text.startsWith(m, end))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return new Template.Span(begin, end + mark);
    }

    /** Without the blanks behind the token that ends the turn. */
    private int end(String text, int begin, int end) {
        String stripped = text.substring(begin, end).stripTrailing();
        return marks.stream().anyMatch(stripped::endsWith) ? begin + stripped.length() : end;
    }
}
