package dev.cadwright.neural.train;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cadwright.neural.Golden;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.corpus.Tokenizers;
import dev.cadwright.neural.tensor.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A small model with a tokenizer, texts for it, and trainings of it. */
final class TextModel {
    private final Path folder;

    /** @param golden name of a reference model */
    TextModel(Path folder, String golden) throws IOException {
        this.folder = folder;
        Path source = Golden.trainings().getFirst().resolveSibling("../models").resolve(golden);
        assumeTrue(Files.isDirectory(source), "the reference model is not here: " + source);
        Path base = Tokenizers.write(folder.resolve("base"), Tokenizers.CHATML);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.equals("config.json") || name.startsWith("model")) {
                    Files.copy(file, base.resolve(name));
                }
            }
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"messages\": [{\"role\": \"user\", \"content\": \"%s\"}, {\"role\": \"assistant\", \"content\":"
                            + " \"box(%d, %d)\"}]}%n",
                    "a box ".repeat(1 + i % 4),
                    i,
                    2 * i));
        }
        Files.writeString(folder.resolve("texts.jsonl"), lines);
    }

    /** The model's folder. */
    Path base() {
        return folder.resolve("base");
    }

    TrainingConfiguration configuration(String training, String more) throws JsonProcessingException {
        return configuration("texts.jsonl", training, more);
    }

    TrainingConfiguration configuration(String data, String training, String more) throws JsonProcessingException {
        return TrainingConfiguration.of(
                new YAMLMapper()
                        .readTree("base_model: base\ntrain_data: " + data + "\nthreads: 1\ntraining: {" + training
                                + "}\n" + more),
                folder);
    }

    List<TrainingEvent> train(TrainingConfiguration configuration, String run, long stopAfter)
            throws InterruptedException {
        return train(configuration, run, stopAfter, Precision.FP32);
    }

    /** @param stopAfter so many steps of this attempt */
    List<TrainingEvent> train(TrainingConfiguration configuration, String run, long stopAfter, Precision precision)
            throws InterruptedException {
        List<TrainingEvent> events = new ArrayList<>();
        TrainingControl control = new TrainingControl() {
            private long steps;

            @Override
            public boolean stopRequested() {
                return ++steps >= stopAfter;
            }
        };
        events.add(new Trainer(configuration, precision, folder.resolve(run), control, events::add).run(Tiny.MANAGER));
        return events;
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }
}
