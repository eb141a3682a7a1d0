package dev.cadwright.neural.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys that other trainers of CAD models have on the top level, and where they stand here. A key stands in one of the
 * two places, or in both with the same value.
 */
final class FlatKeys {
    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("base_model_name", List.of("base_model")),
            Map.entry("max_seq_length", List.of("training", "max_seq_length")),
            Map.entry("lora_r", List.of("lora", "r")),
            Map.entry("lora_alpha", List.of("lora", "alpha")),
            Map.entry("lora_dropout", List.of("lora", "dropout")),
            Map.entry("lora_target_modules", List.of("lora", "target_modules")),
            Map.entry("noise_probability", List.of("augmentation", "noise_probability")),
            Map.entry("noise_std", List.of("augmentation", "noise")),
            Map.entry("num_train_epochs", List.of("training", "num_epochs")),
            Map.entry("per_device_train_batch_size", List.of("training", "per_device_batch_size")),
            Map.entry("gradient_accumulation_steps", List.of("training", "gradient_accumulation_steps")),
            Map.entry("gradient_checkpointing", List.of("training", "gradient_checkpointing")),
            Map.entry("learning_rate", List.of("training", "learning_rate")),
            Map.entry("lr_scheduler_type", List.of("training", "lr_scheduler_type")),
            Map.entry("warmup_steps", List.of("training", "warmup_steps")),
            Map.entry("warmup_ratio", List.of("training", "warmup_ratio")),
            Map.entry("weight_decay", List.of("training", "weight_decay")),
            Map.entry("max_grad_norm", List.of("training", "max_grad_norm")),
            Map.entry("max_steps", List.of("training", "max_steps")),
            Map.entry("logging_steps", List.of("training", "logging_steps")),
            Map.entry("save_steps", List.of("training", "save_steps")),
            Map.entry("eval_steps", List.of("training", "eval_steps")),
            Map.entry("save_total_limit", List.of("training", "save_total_limit")));

    private FlatKeys() {}

    static Set<String> names() {
        return PLACES.keySet();
    }

    /** The same settings with every flat key in its place. */
    static ObjectNode nested(ObjectNode flat) {
        ObjectNode nested = flat.deepCopy();
        PLACES.forEach((key, place) -> {
            if (flat.hasNonNull(key)) {
                move(nested, key, place);
            }
            nested.remove(key);
        });
        return nested;
    }

    private static void move(ObjectNode root, String key, List<String> place) {
        ObjectNode section = root;
        for (String name : place.subList(0, place.size() - 1)) {
            if (section.hasNonNull(name) && !section.path(name).isObject()) {
                throw Settings.bad(name, "must be a section of keys and values");
            }
            section = section.path(name) instanceof ObjectNode inner ? inner : section.putObject(name);
        }
        String last = place.getLast();
        if (section.hasNonNull(last) && !section.path(last).equals(root.path(key))) {
            throw Settings.bad(key, "says something else than " + String.join(".", place));
        }
        section.set(last, root.path(key));
    }
}
