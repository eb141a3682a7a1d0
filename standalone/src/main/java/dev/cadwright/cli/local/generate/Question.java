package dev.cadwright.cli.local.generate;

import dev.cadwright.cli.local.Input;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.neural.completion.Prompt;
import java.util.Objects;
import java.util.Optional;

/** One input of a language model: what its results are called, and what the model is asked; or why it cannot be. */
sealed interface Question {
    String name();

    /** Of the files written about it. */
    String stem();

    /** @param cloud the points among it, by which one of several programs can be chosen */
    record Asked(String name, String stem, Prompt prompt, Optional<PointCloud> cloud) implements Question {
        public Asked {
            Objects.requireNonNull(prompt);
        }
    }

    record Failed(String name, String stem, String code, String message) implements Question {
        static Failed of(CloudReader.Outcome.Failed failed) {
            Input input = failed.input();
            return new Failed(input.name(), input.stem(), failed.code(), failed.message());
        }
    }
}
