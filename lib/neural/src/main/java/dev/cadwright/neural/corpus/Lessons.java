package dev.cadwright.neural.corpus;

import dev.cadwright.neural.NeuralException;
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
    private final Form form;
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
     * How points stand before the text.
     *
     * @param count of them
     * @param padding the token that they replace
     * @param asked what is said behind them where a sample says nothing
     * @param conversation whether that is a message, and not the begin of the text
     */
    public record Points(int count, int padding, String asked, boolean conversation) {}

    /**
     * What a model reads beside text.
     *
     * @param longest row of tokens
     */
    public record Form(int longest, Optional<Pictures> pictures, Optional<Points> points) {
        /** Text alone. */
        public static Form text(int longest) {
            return new Form(longest, Optional.empty(), Optional.empty());
        }
    }

    /**
     * @param templates in place of the tokenizer's own
     * @param end token behind a text
     */
    public Lessons(Tokenizer tokenizer, Optional<ChatTemplates> templates, OptionalInt end, Form form) {
        this.tokenizer = tokenizer;
        this.answers = new Answers(
                templates.orElse(tokenizer.chat()),
                tokenizer.added().stream()
                        .filter(AddedToken::special)
                        .map(AddedToken::content)
                        .toList());
        this.end = end;
        this.form = form;
    }

    public void add(Sample sample) {
        if (sample.image().isPresent() && form.pictures().isEmpty()) {
            throw new NeuralException("bad_training_data", "the samples have pictures, and the model sees none");
        }
        if (sample.cloud().isPresent() != form.points().isPresent()
                && (sample.cloud().isPresent() || needsPoints())) {
            throw new NeuralException(
                    "bad_training_data",
                    sample.cloud().isPresent()
                            ? "the samples have points, and the model reads none"
                            : "the model goes on from points alone, and a sample has none");
        }
        Lesson whole = lesson(sample);
        requireOnePicture(whole);
        Lesson cut = whole.length() <= form.longest() ? whole : whole.cut(form.longest());
        if (cut.targets() == 0 || (cut != whole && whole.image().isPresent() && !sees(cut, whole))) {
            dropped++;
            return;
        }
        truncated += cut == whole ? 0 : 1;
        lessons.add(cut);
    }

    private void requireOnePicture(Lesson lesson) {
        if (lesson.image().isEmpty()) {
            return;
        }
        Pictures known = form.pictures().orElseThrow();
        long tokens = count(lesson.ids(), Math.toIntExact(known.token()));
        if (tokens != known.perImage()) {
            throw new NeuralException(
                    "bad_training_data",
                    "the text beside " + lesson.image().get() + " mentions " + tokens / known.perImage()
                            + " pictures, not one");
        }
    }

    /** CAD-Recode knows no other question. */
    private boolean needsPoints() {
        return form.points().filter(p -> !p.conversation()).isPresent();
    }

    /** Whether all of a picture's tokens are before the cut. */
    private boolean sees(Lesson cut, Lesson whole) {
        int token = Math.toIntExact(form.pictures().orElseThrow().token());
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
        return switch (asked(sample)) {
            case Sample.Content.Plain(String text) ->
                tokens(seen(text, sample), true, List.of(new Template.Span(0, Integer.MAX_VALUE)), sample);
            case Sample.Content.Continuation(String prompt, String completion) -> {
                String given = seen(prompt, sample);
                List<Template.Span> learnt = List.of(new Template.Span(given.length(), Integer.MAX_VALUE));
                yield tokens(given + completion, true, learnt, sample);
            }
            case Sample.Content.Conversation(List<Map<String, Object>> messages, int first) -> {
                Answers.Written written = answers.write(seen(messages, sample), first);
                yield tokens(written.text(), false, written.answers(), sample);
            }
        };
    }

    /** What is said behind points where nobody says it. */
    private Sample.Content asked(Sample sample) {
        if (sample.cloud().isEmpty()
                || !(sample.content() instanceof Sample.Content.Continuation(String prompt, String completion))
                || !prompt.isEmpty()) {
            return sample.content();
        }
        Points points = form.points().orElseThrow();
        return points.conversation()
                ? new Sample.Content.Conversation(
                        List.of(
                                Map.of("role", "user", "content", points.asked()),
                                Map.of("role", "assistant", "content", completion)),
                        0)
                : new Sample.Content.Continuation(points.asked(), completion);
    }

    private String seen(String text, Sample sample) {
        boolean missing = sample.image().isPresent() && !text.contains(mark()) && !text.contains(Pictures.MARK);
        String shown = missing ? Pictures.MARK + "\n" + text : text;
        return sample.image().isPresent() ? shown.replace(Pictures.MARK, mark()) : shown;
    }

    /** How the vocabulary spells a picture. */
    private String mark() {
        return form.pictures()
                .filter(p -> p.token() >= 0)
                .flatMap(p -> tokenizer.token(Math.toIntExact(p.token())))
                .orElse(Pictures.MARK);
    }

    /** A picture that no message mentions is shown with the first question. */
    private List<Map<String, Object>> seen(List<Map<String, Object>> messages, Sample sample) {
        if (sample.image().isEmpty()) {
            return messages;
        }
        boolean mentioned = messages.stream()
                .anyMatch(m -> !(m.get("content") instanceof String text)
                        || text.contains(Pictures.MARK)
                        || text.contains(mark()));
        List<Map<String, Object>> shown = new ArrayList<>();
        boolean first = !mentioned;
        for (Map<String, Object> message : messages) {
            Map<String, Object> copy = new LinkedHashMap<>(message);
            if (copy.get("content") instanceof String text) {
                boolean here = first && "user".equals(copy.get("role"));
                first &= !here;
                copy.put("content", here ? seen(text, sample) : text.replace(Pictures.MARK, mark()));
            }
            shown.add(copy);
        }
        return shown;
    }

    /** @param marked whether the model's own begin and end are put around the text */
    private Lesson tokens(String text, boolean marked, List<Template.Span> learnt, Sample sample) {
        Row row = new Row(form.pictures().filter(_ -> sample.image().isPresent()));
        sample.cloud().flatMap(_ -> form.points()).ifPresent(points -> row.repeat(points.padding(), points.count()));
        int from = 0;
        Optional<Pictures> strange =
                form.pictures().filter(p -> p.token() < 0 && sample.image().isPresent());
        if (strange.isPresent()) {
            // A mark that is in no vocabulary parts the text into pieces that are read one by one.
            for (int at = text.indexOf(Pictures.MARK); at >= 0; at = text.indexOf(Pictures.MARK, from)) {
                row.add(tokenizer.encode(text.substring(from, at), marked && from == 0), from, learnt);
                row.repeat(Math.toIntExact(strange.get().token()), strange.get().perImage());
                from = at + Pictures.MARK.length();
            }
        }
        row.add(tokenizer.encode(text.substring(from), marked && from == 0), from, learnt);
        if (marked && end.isPresent() && !row.endsWith(end.getAsInt())) {
            row.learn(end.getAsInt());
        }
        return row.lesson(sample);
    }

    /** Tokens and labels as they come. */
    private static final class Row {
        private final List<Integer> ids = new ArrayList<>();
        private final List<Integer> labels = new ArrayList<>();
        private final Optional<Pictures> pictures;

        Row(Optional<Pictures> pictures) {
            this.pictures = pictures;
        }

        /** A picture's token stands as often as the model wants it. */
        void add(Encoding encoding, int offset, List<Template.Span> learnt) {
            for (int i = 0; i < encoding.length(); i++) {
                int begin = encoding.begins()[i] + offset;
                boolean counts = encoding.ends()[i] > encoding.begins()[i]
                        && learnt.stream().anyMatch(span -> begin >= span.begin() && begin < span.end());
                int id = encoding.ids()[i];
                if (pictures.isPresent() && pictures.get().token() == id) {
                    repeat(id, pictures.get().perImage());
                    continue;
                }
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

        Lesson lesson(Sample sample) {
            return new Lesson(array(ids), array(labels), sample.image(), sample.cloud());
        }

        private static int[] array(List<Integer> values) {
            return values.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
