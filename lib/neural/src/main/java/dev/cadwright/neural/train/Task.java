package dev.cadwright.neural.train;

import dev.cadwright.neural.adapter.AdapterConfiguration;
import dev.cadwright.neural.nano.NanoConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is trained, on what data. */
public sealed interface Task {
    /**
     * A model of the built-in family.
     *
     * @param baseModel the model folder to start from; without one a fresh model of shape {@code model} is trained
     */
    record Nano(
            Optional<Path> baseModel,
            NanoConfiguration model,
            Shapes training,
            Optional<Shapes> validation,
            int validationSamples,
            Optional<Lora> lora,
            Augmentation augmentation)
            implements Task {}

    /** Where shapes come from: {@code procedural} with a seed, or a folder of shards. */
    sealed interface Shapes {
        /** @param samples how many make an epoch; endless when empty */
        record Procedural(long seed, OptionalLong samples) implements Shapes {}

        record Shards(Path folder) implements Shapes {}
    }

    /** Low-rank adaptation of a model of the built-in family. */
    record Lora(int rank, double alpha, double dropout, List<String> targetModules) {}

    /**
     * A Hugging Face model that writes tokens one after another.
     *
     * @param training a {@code .safetensors} of ready batches, a file or folder of texts, or a folder of shards
     * @param validationSamples of the validation data that the loss is measured on
     * @param imageFolder where the pictures that conversations name are
     * @param fourBit whether the base model's linear layers are held in NF4, and frozen
     * @param maxLength of a row of tokens; without one, what the model can see, up to 2048
     * @param chatTemplate a Jinja template in place of the model's own
     * @param mergeCheckpoints whether each checkpoint has a folder of the merged model beside it
     * @param mergeFinal whether the finished adapter is merged into a model as well
     */
    record Causal(
            Path baseModel,
            Tuning tuning,
            boolean fourBit,
            Path training,
            Optional<Path> validation,
            int validationSamples,
            Optional<Path> imageFolder,
            OptionalInt maxLength,
            Packing packing,
            boolean gradientCheckpointing,
            PointNoise noise,
            Optional<Path> chatTemplate,
            boolean mergeCheckpoints,
            boolean mergeFinal)
            implements Task {
        public Causal {
            Objects.requireNonNull(baseModel);
            Objects.requireNonNull(tuning);
        }
    }

    /** What of a model changes. */
    sealed interface Tuning {
        /** All weights. */
        record Full() implements Tuning {}

        /** An adapter that begins here. */
        record NewAdapter(AdapterConfiguration configuration) implements Tuning {}

        /**
         * An adapter that there is already.
         *
         * @param folder as PEFT writes it
         * @param dropout in place of what the folder says
         */
        record GivenAdapter(Path folder, OptionalDouble dropout) implements Tuning {}
    }

    /** How texts share rows. */
    enum Packing {
        /** Each has a row of its own, filled up to the longest of the batch. */
        NONE,
        /** Rows as long as they may be, of several texts that do not see each other. */
        PACKED,
        /** The texts of a batch stand one behind another in one row. */
        PADDING_FREE
    }

    /**
     * Jitter of point clouds.
     *
     * @param probability of a cloud to be jittered
     * @param deviation of each coordinate, where the longest side is 2
     */
    record PointNoise(double probability, double deviation) {
        public static final PointNoise NONE = new PointNoise(0, 0);
    }
}
