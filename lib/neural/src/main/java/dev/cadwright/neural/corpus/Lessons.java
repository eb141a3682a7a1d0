package dev.cadwright.neural.corpus;

import dev.cadwright.neural.tokenizer.ChatTemplates;
import dev.cadwright.neural.tokenizer.Encoding;
import dev.cadwright.neural.tokenizer.Tokenizer;
import dev.cadwright.neural.tokenizer.definition.AddedToken;
import dev.cadwright.neural.tokenizer.jinja.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns samples into tokens for one model: conversations by its chat template, other texts between its begin and end
 * marks. What is too long is cut, and counted; what then has nothing to learn is left out, and counted. Used by one
 * thread.
 */
public final class Lessons {
    private final Tokenizer tokenizer;
    private final Answers answers;
    private final OptionalInt end;
    private final int longest;
    private final Optional<Pictures> pictures;
    private final List<Lesson> lessons = new ArrayList<>();
    private long truncated;
    private long dropped;

    /**
     * How pictures stand in the text.
     *
     * @param token that a picture's patches replace; negative if the vocabulary has none
     * @param perImage how many patches
     */
    public record Pictures(long token, int perImage) {
        /** What stands for a picture in a text. */
        static final String MARK = "<image>";
    }

    /**
     * @param templates in place of the tokenizer's own
     * @param end token behind a text
     * @param longest row of tokens
     */
    public Lessons(
            Tokenizer tokenizer,
            Optional<ChatTemplates> templates,
            OptionalInt end,
            int longest,
            Optional<Pictures> pictures) {
        this.tokenizer = tokenizer;
        this.answers = new Answers(
                templates.orElse(tokenizer.chat()),
                tokenizer.added().stream()
                        .filter(AddedToken::special)
                        .map(AddedToken::content)
                        .toList());
        this.end = end;
        this.longest = longest;
        this.pictures = pictures;
    }

    public void add(Sample sample) {
        Lesson whole = lesson(sample);
        Lesson cut = whole.length() <= longest
                ? whole
                : new Lesson(
                        Arrays.copyOf(whole.ids(), longest), Arrays.copyOf(whole.labels(), longest), whole.image());
        if (cut.targets() == 0 || (cut != whole && whole.image().isPresent() && !sees(cut, whole))) {
            dropped++;
            return;
        }
        truncated += cut == whole ? 0 : 1;
        lessons.add(cut);
    }

    /** Whether all of a picture's tokens are before the cut. */
    private boolean sees(Lesson cut, Lesson whole) {
        int token = Math.toIntExact(pictures.orElseThrow().token());
        return count(cut.ids(), token) == count(whole.ids(), token);
    }

    private static long count(int[] ids, int token) {
        return Arrays.stream(ids).filter(id -> id == token).count();
    }

    public List<Lesson> lessons() {
        return lessons;
    }

    /** Samples that were too long. */
    public long truncated() {
        return truncated;
    }

    /** Samples with nothing to learn in what is left of them. */
    public long dropped() {
        return dropped;
    }

    private Lesson lesson(Sample sample) {
        return switch (sample.content()) {
            case Sample.Content.Plain(String text) ->
                tokens(seen(text, sample), true, List.of(new Template.Span(0, Integer.MAX_VALUE)), sample.image());
            case Sample.Content.Continuation(String prompt, String completion) -> {
                String given = seen(prompt, sample);
                List<Template.Span> learnt = List.of(new Template.Span(given.length(), Integer.MAX_VALUE));
                yield tokens(given + completion, true, learnt, sample.image());
            }
            case Sample.Content.Conversation(List<Map<String, Object>> messages, int first) -> {
                Answers.Written written = answers.write(seen(messages, sample), first);
                yield tokens(written.text(), false, written.answers(), sample.image());
            }
        };
    }

    private String seen(String text, Sample sample) {
        boolean missing = sample.image().isPresent() && !text.contains(Pictures.MARK);
        return missing ? Pictures.MARK + "\n" + text : text;
    }

    /** A picture that no message mentions is shown with the first question. */
    private List<Map<String, Object>> seen(List<Map<String, Object>> messages, Sample sample) {
        boolean mentioned = messages.stream()
                .anyMatch(m -> !(m.get("content") instanceof String text) || text.contains(Pictures.MARK));
        if (sample.image().isEmpty() || mentioned) {
            return messages;
        }
        List<Map<String, Object>> shown = new ArrayList<>(messages);
        for (int i = 0; i < shown.size(); i++) {
            if ("user".equals(shown.get(i).get("role"))) {
                Map<String, Object> question = new LinkedHashMap<>(shown.get(i));
                question.put("content", seen(String.valueOf(question.get("content")), sample));
                shown.set(i, question);
                return shown;
            }
        }
        return shown;
    }

    /** @param marked whether the model's own begin and end are put around the text */
    private Lesson tokens(String text, boolean marked, List<Template.Span> learnt, Optional<String> image) {
        Row row = new Row();
        boolean split = image.isPresent() && pictures.filter(p -> p.token() < 0).isPresent();
        int from = 0;
        for (int at = split ? text.indexOf(Pictures.MARK) : -1; at >= 0; at = text.indexOf(Pictures.MARK, from)) {
            row.add(tokenizer.encode(text.substring(from, at), marked && from == 0), from, learnt);
            row.repeat(Math.toIntExact(pictures.orElseThrow().token()), 1);
            from = at + Pictures.MARK.length();
        }
        row.add(tokenizer.encode(text.substring(from), marked && from == 0), from, learnt);
        if (marked && end.isPresent() && !row.endsWith(end.getAsInt())) {
            row.learn(end.getAsInt());
        }
        return image.isPresent() ? row.lesson(image, pictures) : row.lesson(image, Optional.empty());
    }

    /** Tokens and labels as they come. */
    private static final class Row {
        private final List<Integer> ids = new ArrayList<>();
        private final List<Integer> labels = new ArrayList<>();

        void add(Encoding encoding, int offset, List<Template.Span> learnt) {
            for (int i = 0; i < encoding.length(); i++) {
                int begin = encoding.begins()[i] + offset;
                boolean counts = encoding.ends()[i] > encoding.begins()[i]
                        && learnt.stream().anyMatch(span -> begin >= span.begin() && begin < span.end());
                ids.add(encoding.ids()[i]);
                labels.add(counts ? encoding.ids()[i] : Lesson.IGNORED);
            }
        }

        void repeat(int token, int times) {
            for (int i = 0; i < times; i++) {
                ids.add(token);
                labels.add(Lesson.IGNORED);
            }
        }

        void learn(int token) {
            ids.add(token);
            labels.add(token);
        }

        boolean endsWith(int token) {
            return !ids.isEmpty() && ids.getLast() == token;
        }

        Lesson lesson(Optional<String> image, Optional<Pictures> pictures) {
            Row row = this;
            if (pictures.isPresent()) {
                row = new Row();
                int token = Math.toIntExact(pictures.get().token());
                for (int i = 0; i < ids.size(); i++) {
                    if (ids.get(i) == token) {
                        row.repeat(token, pictures.get().perImage());
                    } else {
                        row.ids.add(ids.get(i));
                        row.labels.add(labels.get(i));
                    }
                }
            }
            return new Lesson(array(row.ids), array(row.labels), image);
        }

        private static int[] array(List<Integer> values) {
            return values.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
