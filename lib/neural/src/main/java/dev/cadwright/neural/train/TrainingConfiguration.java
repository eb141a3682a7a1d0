package dev.cadwright.neural.train;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.nano.NanoConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one training does: the configuration file, checked. Unknown keys are refused.
 *
 * @param seed of fresh weights, the order of the data, augmentation and dropout
 * @param precision {@code auto}, {@code fp32} or {@code bf16}
 * @param threads of each process's arithmetic
 * @param processes that share each step, each with a pass of its own
 * @param device {@code auto} or {@code cpu}
 */
public record TrainingConfiguration(
        Task task, Course course, long seed, String precision, int threads, int processes, String device) {
    private static final int MOST_PROCESSES = 64;

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
        if (!(root instanceof ObjectNode flat)) {
            throw Settings.bad("the file", "must be a section of keys and values");
        }
        try (Settings top = new Settings("", FlatKeys.nested(flat)).alsoKnown(FlatKeys.names());
                Settings training = top.section("training")) {
            Optional<Path> base = base(top, folder);
            boolean nano = base.isEmpty() || isNano(base.get());
            int processes = (int) top.whole("processes", 1, 1, MOST_PROCESSES);
            Task task = nano
                    ? NanoSettings.task(top, training, base, folder)
                    : CausalSettings.task(top, training, base.get(), folder);
            return new TrainingConfiguration(
                    task,
                    course(training, task),
                    top.whole("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                    // A Hugging Face model is computed with as its reference does, unless something else is asked for.
                    top.choice("precision", nano ? "auto" : "fp32", List.of("auto", "fp32", "bf16")),
                    (int) top.whole("threads", nano ? 1 : threads(processes), 1, 256),
                    processes,
                    top.choice("device", "auto", List.of("auto", "cpu")));
        } catch (IllegalArgumentException e) {
            throw new NeuralException("bad_configuration", e.getMessage(), e);
        }
    }

    private static int threads(int processes) {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / processes);
    }

    /** A full model is named by either key; one that says only yes or no leaves it to the other. */
    private static Optional<Path> base(Settings top, Path folder) {
        Optional<String> full =
                top.value("load_from_full_model").filter(JsonNode::isTextual).map(JsonNode::asText);
        return top.text("base_model").or(() -> full).map(folder::resolve);
    }

    private static boolean isNano(Path base) {
        if (!Files.isRegularFile(base.resolve("config.json"))) {
            throw Settings.bad(
                    "base_model",
                    "must be a folder with a config.json, and " + base
                            + " is none; ./cadwright model pull brings one from the hub");
        }
        return Configuration.ofFolder(base).modelType().equals(NanoConfiguration.MODEL_TYPE);
    }

    private static Course course(Settings training, Task task) {
        return switch (task) {
            case Task.Nano nano -> CourseSettings.course(training, CourseSettings.Defaults.nano(nano));
            case Task.Causal causal -> CourseSettings.course(training, CourseSettings.Defaults.causal(causal));
        };
    }
}
