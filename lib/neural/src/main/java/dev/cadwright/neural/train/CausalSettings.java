package dev.cadwright.neural.train;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.neural.adapter.AdapterConfiguration;
import dev.cadwright.neural.adapter.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads what a training of a Hugging Face model is configured by. */
final class CausalSettings {
    private static final int LONGEST = 1_048_576;

    private CausalSettings() {}

    static Task.Causal task(Settings top, Settings training, Path base, Path folder) {
        boolean fourBit = top.flag("use_qlora", false) | top.flag("load_in_4bit", false);
        Task.Tuning tuning = tuning(top, base, folder, fourBit);
        boolean full = tuning instanceof Task.Tuning.Full;
        OptionalInt longest = training.has("max_seq_length")
                ? OptionalInt.of((int) training.whole("max_seq_length", 0, 2, LONGEST))
                : OptionalInt.empty();
        return new Task.Causal(
                base,
                tuning,
                fourBit,
                path(top, "train_data", folder)
                        .orElseThrow(() -> Settings.bad("train_data", "must name a file or a folder")),
                path(top, "val_data", folder),
                (int) top.whole("val_samples", 256, 1, 1_000_000),
                path(top, "image_folder", folder),
                longest,
                packing(training),
                training.flag("gradient_checkpointing", false),
                noise(top),
                path(top, "chat_template", folder),
                merging(top, "auto_merge_lora", full),
                merging(top, "auto_merge_final", full));
    }

    private static Optional<Path> path(Settings top, String key, Path folder) {
        return top.text(key).map(folder::resolve);
    }

    private static boolean merging(Settings top, String key, boolean full) {
        boolean asked = top.flag(key, false);
        // A training of all weights has nothing to merge, and a shared file of settings may say so all the same.
        return asked && !full;
    }

    private static Task.Tuning tuning(Settings top, Path base, Path folder, boolean fourBit) {
        Optional<Path> given = path(top, "adapter", folder);
        boolean adapts = top.has("lora") || fourBit;
        if (!adapts && given.isEmpty()) {
            return new Task.Tuning.Full();
        }
        try (Settings lora = top.section("lora")) {
            OptionalDouble dropout = lora.has("dropout")
                    ? OptionalDouble.of(lora.number("dropout", 0, 0, 0.99))
                    : OptionalDouble.empty();
            AdapterConfiguration asked = configuration(lora, base).withDropout(dropout.orElse(0));
            if (given.isEmpty()) {
                return new Task.Tuning.NewAdapter(asked);
            }
            requireSame(lora, asked, given.get());
            return new Task.Tuning.GivenAdapter(given.get(), dropout);
        }
    }

    private static AdapterConfiguration configuration(Settings lora, Path base) {
        int rank = (int) lora.whole("r", 8, 1, 4096);
        return AdapterConfiguration.of(rank, lora.number("alpha", 2.0 * rank, 0, 1e6), targets(lora))
                .withRankStabilised(lora.flag("use_rslora", false))
                .withDecomposed(lora.flag("use_dora", false))
                .saving(lora.texts("modules_to_save", List.of()))
                .of(Optional.of(base.toString()), Optional.of("CAUSAL_LM"));
    }

    /** A list of names, or one text as PEFT reads it: {@code all-linear}, or an expression. */
    private static Targets targets(Settings lora) {
        Optional<JsonNode> value = lora.value("target_modules");
        if (value.isEmpty()) {
            return Targets.allLinear();
        }
        if (!value.get().isTextual()) {
            return Targets.names(lora.texts("target_modules", List.of()).toArray(String[]::new));
        }
        String text = value.get().asText();
        return text.equals("all-linear") ? Targets.allLinear() : Targets.expression(text);
    }

    /** An adapter goes on with its own rank and scale; a file that says something else is mistaken about it. */
    private static void requireSame(Settings lora, AdapterConfiguration asked, Path folder) {
        AdapterConfiguration own = AdapterConfiguration.read(folder);
        if (lora.has("r") && asked.rank() != own.rank()) {
            throw Settings.bad("lora.r", "is " + asked.rank() + ", but the adapter's rank is " + own.rank());
        }
        if (lora.has("alpha") && asked.alpha() != own.alpha()) {
            throw Settings.bad("lora.alpha", "is " + asked.alpha() + ", but the adapter's alpha is " + own.alpha());
        }
    }

    private static Task.Packing packing(Settings training) {
        boolean packed = training.flag("packing", false);
        boolean free = training.flag("padding_free", false);
        if (packed && free) {
            throw Settings.bad("training", "takes packing or padding_free, not both: a packed row has no padding");
        }
        return packed ? Task.Packing.PACKED : free ? Task.Packing.PADDING_FREE : Task.Packing.NONE;
    }

    private static Task.PointNoise noise(Settings top) {
        try (Settings section = top.section("augmentation")) {
            double deviation = section.number("noise", 0, 0, 1);
            return new Task.PointNoise(section.number("noise_probability", deviation > 0 ? 0.5 : 0, 0, 1), deviation);
        }
    }
}
