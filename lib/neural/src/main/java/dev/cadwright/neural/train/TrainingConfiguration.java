package dev.cadwright.neural.train;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.nano.NanoConfiguration;
import dev.cadwright.neural.safetensors.ElementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one training does: the configuration file, checked. Unknown keys are refused.
 *
 * @param baseModel the model folder to start from; without one a fresh model of shape {@code model} is trained
 * @param validation measured at {@code evalSteps}; the best checkpoint has the lowest validation loss
 * @param exported the type that the finished model's weights are stored in; training and checkpoints keep single
 *     precision
 * @param device {@code auto} or {@code cpu}
 */
public record TrainingConfiguration(
        Optional<Path> baseModel,
        NanoConfiguration model,
        TrainingData training,
        Optional<TrainingData> validation,
        int validationSamples,
        Length length,
        int batchSize,
        int accumulation,
        OptimizerKind optimizer,
        double learningRate,
        String scheduler,
        double warmupRatio,
        OptionalLong warmupSteps,
        double weightDecay,
        double maxGradNorm,
        int loggingSteps,
        int saveSteps,
        int evalSteps,
        int saveTotalLimit,
        int earlyStoppingPatience,
        double earlyStoppingMinDelta,
        Optional<Lora> lora,
        Augmentation augmentation,
        long seed,
        String precision,
        ElementType exported,
        int threads,
        String device) {

    /** Where samples come from: {@code procedural} with a seed, or a folder of shards. */
    public sealed interface TrainingData {
        /** @param samples how many make an epoch; endless when empty */
        record Procedural(long seed, OptionalLong samples) implements TrainingData {}

        record Shards(Path folder) implements TrainingData {}
    }

    /** {@code MUON} orthogonalises the updates of the layers' matrices; all other tensors keep AdamW. */
    public enum OptimizerKind {
        ADAMW,
        MUON
    }

    /** When the training is over. Exactly one is set. */
    public record Length(OptionalDouble epochs, OptionalLong steps, OptionalDouble minutes) {}

    /** Low-rank adaptation instead of training all weights. */
    public record Lora(int rank, double alpha, double dropout, List<String> targetModules) {}

    private static final long MOST_STEPS = 100_000_000;

    /** @throws NeuralException {@code bad_configuration}, naming the key */
    public static TrainingConfiguration read(Path file) {
        String name = String.valueOf(file.getFileName());
        ObjectMapper mapper = new ObjectMapper(name.endsWith(".json") ? new JsonFactory() : new YAMLFactory());
        try {
            JsonNode root = mapper.readTree(Files.readString(file));
            return of(root, file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new NeuralException("bad_configuration", "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** @param folder what relative paths start from */
    public static TrainingConfiguration of(JsonNode root, Path folder) {
        try (Settings top = new Settings("", root);
                Settings training = top.section("training")) {
            training.flag("gradient_checkpointing", false);
            top.text("image_folder");
            Optional<Path> base = top.text("base_model").map(folder::resolve);
            return new TrainingConfiguration(
                    base,
                    model(top),
                    data(top, "train_data", folder)
                            .orElseThrow(() -> Settings.bad("train_data", "must be procedural or a folder")),
                    data(top, "val_data", folder),
                    (int) top.whole("val_samples", 256, 1, 1_000_000),
                    length(training),
                    (int) training.whole("per_device_batch_size", 32, 1, 65_536),
                    (int) training.whole("gradient_accumulation_steps", 1, 1, 65_536),
                    training.choice("optimizer", OptimizerKind.values(), OptimizerKind.ADAMW),
                    training.number("learning_rate", base.isPresent() ? 3e-4 : 1e-3, 0, 1),
                    training.choice("lr_scheduler_type", Schedule.Decay.values(), Schedule.Decay.COSINE)
                            .name(),
                    training.number("warmup_ratio", 0.03, 0, 1),
                    training.has("warmup_steps")
                            ? OptionalLong.of(training.whole("warmup_steps", 0, 0, MOST_STEPS))
                            : OptionalLong.empty(),
                    training.number("weight_decay", 0.05, 0, 10),
                    training.number("max_grad_norm", 1, 1e-9, 1e9),
                    (int) training.whole("logging_steps", 10, 1, MOST_STEPS),
                    (int) training.whole("save_steps", 500, 1, MOST_STEPS),
                    (int) training.whole("eval_steps", 500, 1, MOST_STEPS),
                    (int) training.whole("save_total_limit", 2, 1, 1000),
                    (int) training.whole("early_stopping_patience", 0, 0, 1000),
                    training.number("early_stopping_min_delta", 0, 0, 100),
                    lora(top),
                    augmentation(top),
                    top.whole("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                    choice(top, "precision", "auto", List.of("auto", "fp32", "bf16")),
                    exported(training),
                    (int) top.whole("threads", 1, 1, 256),
                    choice(top, "device", "auto", List.of("auto", "cpu")));
        } catch (IllegalArgumentException e) {
            throw new NeuralException("bad_configuration", e.getMessage(), e);
        }
    }

    private static NanoConfiguration model(Settings top) {
        try (Settings model = top.section("model")) {
            return NanoConfiguration.of(
                    (int) model.whole("points", 256, 1, 16384),
                    (int) model.whole("encoder_width", 96, 8, 4096),
                    (int) model.whole("encoder_layers", 2, 0, 64),
                    (int) model.whole("encoder_heads", 3, 1, 64),
                    (int) model.whole("hidden_size", 192, 8, 4096),
                    (int) model.whole("num_hidden_layers", 4, 1, 64),
                    (int) model.whole("num_attention_heads", 3, 1, 64),
                    (int) model.whole("max_tokens", 160, 8, 4096));
        }
    }

    private static Optional<TrainingData> data(Settings top, String key, Path folder) {
        Optional<JsonNode> value = top.value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get().isTextual()) {
            String text = value.get().asText();
            return Optional.of(
                    text.equals("procedural")
                            ? new TrainingData.Procedural(0, OptionalLong.empty())
                            : new TrainingData.Shards(folder.resolve(text)));
        }
        try (Settings section = top.section(key)) {
            String source = section.text("source").orElse("");
            if (!source.equals("procedural")) {
                throw Settings.bad(key + ".source", "must be procedural (a folder is named directly)");
            }
            OptionalLong samples = section.has("samples")
                    ? OptionalLong.of(section.whole("samples", 0, 1, Integer.MAX_VALUE))
                    : OptionalLong.empty();
            return Optional.of(
                    new TrainingData.Procedural(section.whole("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE), samples));
        }
    }

    private static Length length(Settings training) {
        boolean epochs = training.has("num_epochs");
        boolean steps = training.has("max_steps");
        boolean minutes = training.has("max_minutes");
        if ((epochs ? 1 : 0) + (steps ? 1 : 0) + (minutes ? 1 : 0) != 1) {
            throw Settings.bad("training", "needs exactly one of num_epochs, max_steps and max_minutes");
        }
        return new Length(
                epochs ? OptionalDouble.of(training.number("num_epochs", 1, 1e-6, 1e6)) : OptionalDouble.empty(),
                steps ? OptionalLong.of(training.whole("max_steps", 1, 1, MOST_STEPS)) : OptionalLong.empty(),
                minutes ? OptionalDouble.of(training.number("max_minutes", 1, 1e-3, 1e6)) : OptionalDouble.empty());
    }

    private static Optional<Lora> lora(Settings top) {
        if (!top.has("lora")) {
            return Optional.empty();
        }
        try (Settings lora = top.section("lora")) {
            int rank = (int) lora.whole("r", 8, 1, 4096);
            return Optional.of(new Lora(
                    rank,
                    lora.number("alpha", 2.0 * rank, 0, 1e6),
                    lora.number("dropout", 0, 0, 0.99),
                    lora.texts("target_modules", List.of("query", "value"))));
        }
    }

    private static Augmentation augmentation(Settings top) {
        try (Settings section = top.section("augmentation")) {
            return new Augmentation(
                    section.flag("symmetries", true),
                    section.number("noise", 0.01, 0, 1),
                    section.number("noise_probability", 0.5, 0, 1));
        }
    }

    private static ElementType exported(Settings training) {
        return switch (choice(training, "export_precision", "fp32", List.of("fp32", "fp16", "bf16"))) {
            case "fp16" -> ElementType.F16;
            case "bf16" -> ElementType.BF16;
            default -> ElementType.F32;
        };
    }

    private static String choice(Settings section, String key, String fallback, List<String> choices) {
        String value = section.text(key).orElse(fallback);
        if (!choices.contains(value)) {
            throw Settings.bad(key, "must be one of " + String.join(", ", choices) + ", not " + value);
        }
        return value;
    }
}
