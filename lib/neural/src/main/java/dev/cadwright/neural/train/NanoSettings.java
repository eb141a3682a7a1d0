package dev.cadwright.neural.train;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.neural.nano.NanoConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what a training of the built-in family is configured by. */
final class NanoSettings {
    private NanoSettings() {}

    static Task.Nano task(Settings top, Settings training, Optional<Path> base, Path folder) {
        // Keys of the seed system that mean nothing to this family.
        training.flag("gradient_checkpointing", false);
        top.text("image_folder");
        return new Task.Nano(
                base,
                model(top),
                data(top, "train_data", folder)
                        .orElseThrow(() -> Settings.bad("train_data", "must be procedural or a folder")),
                data(top, "val_data", folder),
                (int) top.whole("val_samples", 256, 1, 1_000_000),
                lora(top),
                augmentation(top));
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

    private static Optional<Task.Shapes> data(Settings top, String key, Path folder) {
        Optional<JsonNode> value = top.value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get().isTextual()) {
            String text = value.get().asText();
            return Optional.of(
                    text.equals("procedural")
                            ? new Task.Shapes.Procedural(0, OptionalLong.empty())
                            : new Task.Shapes.Shards(folder.resolve(text)));
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
                    new Task.Shapes.Procedural(section.whole("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE), samples));
        }
    }

    private static Optional<Task.Lora> lora(Settings top) {
        if (!top.has("lora")) {
            return Optional.empty();
        }
        try (Settings lora = top.section("lora")) {
            int rank = (int) lora.whole("r", 8, 1, 4096);
            return Optional.of(new Task.Lora(
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
}
