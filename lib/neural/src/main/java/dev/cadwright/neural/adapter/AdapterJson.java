package dev.cadwright.neural.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.adapter.AdapterConfiguration.Start;
import dev.cadwright.neural.checkpoint.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The keys of {@code adapter_config.json}. */
final class AdapterJson {
    static final String NAME = "adapter_config.json";

    /** Read here, or of no effect on what a finished adapter computes. */
    private static final Set<String> KNOWN = Set.of(
            "peft_type",
            "r",
            "lora_alpha",
            "lora_dropout",
            "target_modules",
            "exclude_modules",
            "layers_to_transform",
            "layers_pattern",
            "rank_pattern",
            "alpha_pattern",
            "modules_to_save",
            "use_rslora",
            "use_dora",
            "init_lora_weights",
            "fan_in_fan_out",
            "base_model_name_or_path",
            "task_type",
            "bias",
            "auto_mapping",
            "revision",
            "inference_mode",
            "peft_version",
            "loftq_config",
            "megatron_config",
            "megatron_core",
            "qalora_group_size",
            "ensure_weight_tying",
            "runtime_config",
            "eva_config",
            "corda_config",
            "lora_ga_config");

    private AdapterJson() {}

    static AdapterConfiguration read(Path folder) {
        try {
            return parse(Configuration.read(folder.resolve(NAME)));
        } catch (NeuralException e) {
            throw e.code().equals("bad_config") ? new NeuralException("bad_adapter", e.getMessage(), e) : e;
        }
    }

    private static AdapterConfiguration parse(Configuration configuration) {
        requireSupported(configuration);
        return new AdapterConfiguration(
                configuration.size("r", 8),
                configuration.number("lora_alpha", 8),
                configuration.number("lora_dropout", 0),
                targets(configuration),
                pattern(configuration, "rank_pattern", value -> whole("rank_pattern", value)),
                pattern(configuration, "alpha_pattern", JsonNode::asDouble),
                list(configuration, "modules_to_save"),
                configuration.flag("use_rslora", false),
                configuration.flag("use_dora", false),
                start(configuration.json().path("init_lora_weights")),
                configuration.flag("fan_in_fan_out", false),
                text(configuration, "base_model_name_or_path"),
                text(configuration, "task_type"));
    }

    private static void requireSupported(Configuration configuration) {
        String type = configuration.string("peft_type");
        if (!type.equalsIgnoreCase("LORA")) {
            throw unsupported("adapters of the type " + type + " are not supported, only LORA (with rsLoRA and DoRA);"
                    + " merge it with PEFT's merge_and_unload() and load the merged model");
        }
        String bias = configuration.string("bias", "none");
        if (!bias.equals("none")) {
            throw unsupported("bias: " + bias + " trains biases of the model, which is not supported; only bias: none");
        }
        for (Map.Entry<String, JsonNode> entry : configuration.json().properties()) {
            if (!KNOWN.contains(entry.getKey()) && says(entry.getValue())) {
                throw unsupported("the key " + entry.getKey() + " of " + NAME + " is not supported");
            }
        }
    }

    private static boolean says(JsonNode value) {
        return !(value.isNull()
                || (value.isBoolean() && !value.asBoolean())
                || (value.isContainerNode() && value.isEmpty()));
    }

    private static Start start(JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.isBoolean()) {
            return value.isBoolean() && !value.asBoolean() ? Start.RANDOM : Start.KAIMING;
        }
        return switch (value.asText()) {
            case "true", "eva", "orthogonal" -> Start.KAIMING;
            case "gaussian" -> Start.GAUSSIAN;
            default ->
                throw unsupported("init_lora_weights: " + value.asText() + " changes the weights of the base model;"
                        + " convert the adapter with PEFT's path_initial_model_for_weight_conversion when saving");
        };
    }

    private static Targets targets(Configuration configuration) {
        JsonNode value = configuration.json().path("target_modules");
        Targets.Choice choice;
        if (value.isTextual()) {
            choice = value.asText().equals("all-linear")
                    ? new Targets.Choice.AllLinear()
                    : new Targets.Choice.Expression(value.asText());
        } else {
            choice = new Targets.Choice.Names(list(configuration, "target_modules"));
        }
        JsonNode excluded = configuration.json().path("exclude_modules");
        return new Targets(
                choice,
                excluded.isTextual() ? List.of() : list(configuration, "exclude_modules"),
                excluded.isTextual() ? Optional.of(excluded.asText()) : Optional.empty(),
                layers(configuration.json().path("layers_to_transform")),
                list(configuration, "layers_pattern"));
    }

    private static List<Integer> layers(JsonNode value) {
        List<Integer> layers = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> layers.add(whole("layers_to_transform", one)));
        } else if (!value.isMissingNode() && !value.isNull()) {
            layers.add(whole("layers_to_transform", value));
        }
        return layers;
    }

    private static int whole(String key, JsonNode value) {
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw AdapterConfiguration.bad(key + " should hold whole numbers, not " + value);
        }
        return value.intValue();
    }

    /** A list of texts; one text counts as a list of it. */
    private static List<String> list(Configuration configuration, String key) {
        JsonNode value = configuration.json().path(key);
        if (value.isTextual()) {
            return List.of(value.asText());
        }
        List<String> list = new ArrayList<>();
        value.forEach(one -> {
            if (!one.isTextual()) {
                throw AdapterConfiguration.bad(key + " should hold names, not " + one);
            }
            list.add(one.asText());
        });
        return list;
    }

    private static <T> Map<String, T> pattern(Configuration configuration, String key, Function<JsonNode, T> read) {
        Map<String, T> pattern = new LinkedHashMap<>();
        configuration
                .optionalSection(key)
                .ifPresent(section -> section.json().properties().forEach(entry -> {
                    if (!entry.getValue().isNumber()) {
                        throw AdapterConfiguration.bad(key + " should hold numbers, not " + entry.getValue());
                    }
                    BoundedPattern.compile(entry.getKey());
                    pattern.put(entry.getKey(), read.apply(entry.getValue()));
                }));
        return pattern;
    }

    private static Optional<String> text(Configuration configuration, String key) {
        return configuration.has(key) ? Optional.of(configuration.string(key)) : Optional.empty();
    }

    static NeuralException unsupported(String message) {
        return new NeuralException("unsupported_adapter", message);
    }

    static ObjectNode write(AdapterConfiguration configuration) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("base_model_name_or_path", configuration.baseModel().orElse(null));
        json.put("bias", "none");
        json.put("fan_in_fan_out", configuration.transposed());
        json.put("inference_mode", true);
        switch (configuration.start()) {
            case KAIMING -> json.put("init_lora_weights", true);
            case GAUSSIAN -> json.put("init_lora_weights", "gaussian");
            case RANDOM -> json.put("init_lora_weights", false);
        }
        number(json, "lora_alpha", configuration.alpha());
        json.put("lora_dropout", configuration.dropout());
        json.put("peft_type", "LORA");
        json.put("r", configuration.rank());
        ObjectNode ranks = json.putObject("rank_pattern");
        configuration.ranks().forEach(ranks::put);
        ObjectNode alphas = json.putObject("alpha_pattern");
        configuration.alphas().forEach((pattern, alpha) -> number(alphas, pattern, alpha));
        names(json, "modules_to_save", configuration.saved());
        write(configuration.targets(), json);
        json.put("task_type", configuration.taskType().orElse(null));
        json.put("use_dora", configuration.decomposed());
        json.put("use_rslora", configuration.rankStabilised());
        return json;
    }

    private static void write(Targets targets, ObjectNode json) {
        switch (targets.choice()) {
            case Targets.Choice.AllLinear() -> json.put("target_modules", "all-linear");
            case Targets.Choice.Expression(String expression) -> json.put("target_modules", expression);
            case Targets.Choice.Names(List<String> names) -> names(json, "target_modules", names);
        }
        names(json, "exclude_modules", targets.excluded());
        targets.excludedPattern().ifPresent(pattern -> json.put("exclude_modules", pattern));
        names(json, "layers_pattern", targets.lists());
        if (targets.layers().isEmpty()) {
            json.putNull("layers_to_transform");
        } else {
            targets.layers().forEach(json.putArray("layers_to_transform")::add);
        }
    }

    /** Whole numbers as Python's tools write them. */
    private static void number(ObjectNode json, String key, double value) {
        if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) {
            json.put(key, (int) value);
        } else {
            json.put(key, value);
        }
    }

    private static void names(ObjectNode json, String key, List<String> names) {
        if (names.isEmpty()) {
            json.putNull(key);
        } else {
            names.forEach(json.putArray(key)::add);
        }
    }
}
