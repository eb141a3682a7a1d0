package dev.cadwright.neural.adapter;

import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.model.Modules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that PEFT gives to the tensors of an adapter, and which layer of the model each means. An adapter keeps the
 * spelling that it was read in.
 */
final class AdapterNames {
    private static final String PREFIX = "base_model.model.";

    private final Map<String, String> modules = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();

    AdapterNames(Modules model) {
        for (Map.Entry<String, ? extends Linear> linear : model.linears().entrySet()) {
            String name = linear.getKey();
            model.spellings(name + ".").forEach(s -> modules.putIfAbsent(s.substring(0, s.length() - 1), name));
            // A tied head is no parameter of its own, but an adapter may keep one.
            linear.getValue().tensors().keySet().forEach(part -> enter(model, name + "." + part));
        }
        model.parameters().keySet().forEach(name -> enter(model, name));
    }

    private void enter(Modules model, String name) {
        model.spellings(name).forEach(spelling -> parameters.putIfAbsent(spelling, name));
    }

    /** What a tensor of an adapter's file is. */
    sealed interface Part {
        record A(String layer) implements Part {}

        record B(String layer) implements Part {}

        record Magnitude(String layer) implements Part {}

        record Whole(String parameter) implements Part {}
    }

    Part part(String key) {
        if (key.contains(".lora_embedding_")) {
            throw AdapterJson.unsupported("the adapter adapts an embedding (" + key + "), which is not supported");
        }
        if (key.endsWith(".lora_A.weight")) {
            return new Part.A(layer(key, ".lora_A.weight"));
        }
        if (key.endsWith(".lora_B.weight")) {
            return new Part.B(layer(key, ".lora_B.weight"));
        }
        for (String end : new String[] {".lora_magnitude_vector", ".lora_magnitude_vector.weight"}) {
            if (key.endsWith(end)) {
                return new Part.Magnitude(layer(key, end));
            }
        }
        return new Part.Whole(parameter(key));
    }

    private String layer(String key, String end) {
        String spelling = stripped(key)
                .map(k -> k.substring(0, k.length() - end.length()))
                .orElse("");
        String name = modules.get(spelling);
        if (name == null) {
            throw AdapterConfiguration.bad("the model has no linear layer for the adapter's tensor " + key
                    + "; is it an adapter of another model?");
        }
        written.put(name, spelling);
        return name;
    }

    private String parameter(String key) {
        String spelling = stripped(key)
                .map(k -> k.replace(".base_layer.", ".").replace(".modules_to_save.", "."))
                .orElse("");
        String name = parameters.get(spelling);
        if (name == null) {
            throw AdapterConfiguration.bad("the model has no parameter for the adapter's tensor " + key
                    + "; is it an adapter of another model, or one with more than LoRA?");
        }
        written.put(name, spelling);
        return name;
    }

    private static Optional<String> stripped(String key) {
        return key.startsWith(PREFIX) ? Optional.of(key.substring(PREFIX.length())) : Optional.empty();
    }

    String a(String layer) {
        return whole(layer) + ".lora_A.weight";
    }

    String b(String layer) {
        return whole(layer) + ".lora_B.weight";
    }

    String magnitude(String layer) {
        return whole(layer) + ".lora_magnitude_vector";
    }

    String whole(String name) {
        return PREFIX + written.getOrDefault(name, name);
    }
}
