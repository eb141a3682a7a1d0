package dev.cadwright.neural.train;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.corpus.Lesson;
import dev.cadwright.neural.corpus.Lessons;
import dev.cadwright.neural.corpus.SampleFiles;
import dev.cadwright.neural.tokenizer.ChatTemplates;
import dev.cadwright.neural.tokenizer.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads texts for one model. */
final class LessonData {
    /** Rows are no longer than this where nobody says so; what a model could see is often more than memory holds. */
    private static final int USUAL_LENGTH = 2048;

    private final Task.Causal task;
    private final Configuration configuration;
    private final Optional<Lessons.Pictures> pictures;

    /** @param configuration of the model */
    LessonData(Task.Causal task, Configuration configuration, Optional<Lessons.Pictures> pictures) {
        this.task = task;
        this.configuration = configuration;
        this.pictures = pictures;
    }

    /** What was read, and what had to be left out of it. */
    record Read(List<Lesson> lessons, long truncated, long dropped) {
        TrainingEvent.Prepared prepared(long rows) {
            return new TrainingEvent.Prepared(
                    lessons.size(),
                    rows,
                    lessons.stream().mapToLong(Lesson::length).sum(),
                    lessons.stream().mapToLong(Lesson::targets).sum(),
                    truncated,
                    dropped);
        }
    }

    /** @throws NeuralException {@code bad_training_data} if there is nothing to learn from */
    Read read(Path path) {
        try (Tokenizer tokenizer = Tokenizer.load(task.baseModel())) {
            Lessons lessons = new Lessons(tokenizer, template(tokenizer), end(tokenizer), longest(), pictures);
            SampleFiles.read(path, lessons::add);
            if (lessons.lessons().isEmpty()) {
                throw new NeuralException(
                        "bad_training_data",
                        path + " holds nothing to learn: " + lessons.dropped() + " samples have no answer within "
                                + longest() + " tokens");
            }
            return new Read(List.copyOf(lessons.lessons()), lessons.truncated(), lessons.dropped());
        }
    }

    /** Of a row. */
    int longest() {
        Configuration text = configuration.optionalSection("text_config").orElse(configuration);
        int seen = Math.toIntExact(text.integer("max_position_embeddings")
                .orElseGet(() -> text.integer("n_positions").orElse(USUAL_LENGTH)));
        return task.maxLength().orElse(Math.min(seen, USUAL_LENGTH));
    }

    /** What fills a row; any token does, since nothing looks at it. */
    long padding() {
        return configuration.integer("pad_token_id").orElse(0);
    }

    private Optional<ChatTemplates> template(Tokenizer tokenizer) {
        return task.chatTemplate().map(file -> {
            try {
                return ChatTemplates.of(Files.readString(file), tokenizer.special(), Clock.systemDefaultZone());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private OptionalInt end(Tokenizer tokenizer) {
        if (tokenizer.eos().isPresent()) {
            return tokenizer.eos();
        }
        List<Long> ends =
                Configuration.generation(task.baseModel()).orElse(configuration).tokens("eos_token_id");
        return ends.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(ends.getFirst()));
    }
}
