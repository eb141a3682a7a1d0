package dev.cadwright.neural.train;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.corpus.Lesson;
import dev.cadwright.neural.corpus.Lessons;
import dev.cadwright.neural.corpus.SampleFiles;
import dev.cadwright.neural.image.ImageProcessor;
import dev.cadwright.neural.image.ProcessorFolder;
import dev.cadwright.neural.model.CausalModel;
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
import java.util.stream.IntStream;

/** Reads texts for one model. */
final class LessonData {
    /** Rows are no longer than this where nobody says so; what a model could see is often more than memory holds. */
    private static final int USUAL_LENGTH = 2048;

    private static final String POINT_ENCODER = "point_encoder.projection";

    /** How many points the published models were trained with; their configurations do not say. */
    private static final int USUAL_POINTS = 256;

    private final Task.Causal task;
    private final Configuration configuration;
    private final Optional<Lessons.Pictures> pictures;
    private final boolean readsPoints;
    private final Vocabulary vocabulary;

    LessonData(Task.Causal task, CausalModel model) {
        this.task = task;
        this.configuration = model.configuration();
        this.pictures = model.imageTokens().map(images -> new Lessons.Pictures(images.token(), images.perImage()));
        this.vocabulary = Vocabulary.of(model);
        this.readsPoints = model.modules().linears().containsKey(POINT_ENCODER);
    }

    /**
     * What was read, and what had to be left out of it.
     *
     * @param pictures where they are
     */
    record Read(List<Lesson> lessons, long truncated, long dropped, Path pictures) {
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
            Optional<Lessons.Points> points = points();
            Lessons.Form form = new Lessons.Form(longest(), pictures, points);
            Lessons lessons = new Lessons(tokenizer, template(tokenizer), end(tokenizer), form);
            if (points.isPresent() && Files.isDirectory(path) && !SampleFiles.in(path)) {
                ShapeLessons.read(path, points.get().count(), lessons::add);
            } else {
                SampleFiles.read(path, lessons::add);
            }
            if (lessons.lessons().isEmpty()) {
                throw new NeuralException(
                        "bad_training_data",
                        path + " holds nothing to learn: " + lessons.dropped() + " samples have no answer within "
                                + longest() + " tokens");
            }
            lessons.lessons().forEach(lesson -> IntStream.of(lesson.ids()).forEach(vocabulary::requireToken));
            Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
            return new Read(
                    List.copyOf(lessons.lessons()),
                    lessons.truncated(),
                    lessons.dropped(),
                    task.imageFolder().orElse(folder));
        }
    }

    /** As the authors of CAD-Recode and of cadrille ask. */
    private Optional<Lessons.Points> points() {
        if (!readsPoints) {
            return Optional.empty();
        }
        boolean conversation = configuration.modelType().equals("qwen2_vl");
        return Optional.of(new Lessons.Points(
                configuration.size("n_points", USUAL_POINTS),
                Math.toIntExact(padding()),
                conversation ? "Generate cadquery code" : "<|im_start|>",
                conversation));
    }

    /**
     * How lessons become rows.
     *
     * @param read what they were read from
     * @throws NeuralException {@code bad_training_data} if a picture or cloud is not there
     */
    LessonRows rows(Read read, boolean together, Task.PointNoise noise, long seed) {
        Optional<Lessons.Points> points = points();
        boolean marks = points.filter(p -> !p.conversation()).isPresent();
        if (points.isPresent() && !marks && task.packing() != Task.Packing.NONE) {
            throw new NeuralException(
                    "bad_configuration", "a row of this model has one cloud at most, so texts cannot share it");
        }
        Optional<ImageProcessor> processor = pictures.map(_ -> ProcessorFolder.images(task.baseModel(), configuration));
        LessonMedia media = new LessonMedia(points, noise, seed, processor, read.pictures());
        media.require(read.lessons());
        return new LessonRows(padding(), together, marks ? points.orElseThrow().count() : 0, media);
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
        return Math.max(0, configuration.integer("pad_token_id").orElse(0));
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
