package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.NeuralException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;

/**
 * The parameters and linear layers of a model by their dotted names, which are those of the checkpoint's family at the
 * hub, in the order of the forward pass.
 */
public final class Modules {
    private static final String WEIGHT = ".weight";

    private final SequencedMap<String, NDArray> others = new LinkedHashMap<>();
    private final SequencedMap<String, NamedLinear> linears = new LinkedHashMap<>();
    private final SequencedMap<String, String> order = new LinkedHashMap<>();
    private final Map<String, String> stored = new LinkedHashMap<>();
    private final List<KeyNames.Rename> renames;

    Modules(List<KeyNames.Rename> renames) {
        this.renames = List.copyOf(renames);
    }

    /** A parameter that is no part of a linear layer. */
    void add(String name, String storedName, NDArray value) {
        stored.put(name, storedName);
        if (others.put(name, value) == null) {
            order.put(name, name);
        }
    }

    /** A linear layer; one whose weight is another's is not kept twice in a checkpoint. */
    NamedLinear add(String name, Linear linear, boolean tied) {
        NamedLinear named = new NamedLinear(name, linear);
        linears.put(name, named);
        if (!tied) {
            order.put(name + ".", name);
        }
        return named;
    }

    void rename(String name, String storedName) {
        stored.put(name, storedName);
    }

    /** Every linear layer by name, for example {@code model.layers.0.self_attn.q_proj}; {@code lm_head} too. */
    public SequencedMap<String, NamedLinear> linears() {
        return Collections.unmodifiableSequencedMap(linears);
    }

    /** @throws NeuralException {@code missing_module} if there is no linear layer of that name */
    public NamedLinear linear(String name) {
        NamedLinear linear = linears.get(name);
        if (linear == null) {
            throw new NeuralException("missing_module", "the model has no linear layer " + name);
        }
        return linear;
    }

    /**
     * Puts another layer of the same sizes in place of one: {@code modules.replace(name, l -> new Adapted(l, a, b))}.
     * Not while a forward pass runs.
     */
    public void replace(String name, UnaryOperator<Linear> replacement) {
        linear(name).replace(replacement);
    }

    /**
     * All parameters by name, as the linear layers are now: {@code NAME.weight}, {@code NAME.bias} and whatever else a
     * replaced layer keeps. Tied weights appear once.
     */
    public SequencedMap<String, NDArray> parameters() {
        SequencedMap<String, NDArray> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : order.entrySet()) {
            String name = entry.getValue();
            if (others.containsKey(entry.getKey())) {
                parameters.put(name, others.get(name));
            } else {
                linears.get(name).tensors().forEach((suffix, tensor) -> parameters.put(name + "." + suffix, tensor));
            }
        }
        return parameters;
    }

    /** The name that the read checkpoint had for a parameter, which differs between versions of transformers. */
    public String storedName(String parameter) {
        // What belongs to a parameter, such as the scales of a quantised weight, is named by it.
        for (int end = parameter.length(); end > 0; end = parameter.lastIndexOf('.', end - 1)) {
            String name = stored.get(parameter.substring(0, end));
            if (name != null) {
                return name + parameter.substring(end);
            }
            String weight = stored.get(parameter.substring(0, end) + WEIGHT);
            if (weight != null && weight.endsWith(WEIGHT)) {
                return weight.substring(0, weight.length() - WEIGHT.length()) + parameter.substring(end);
            }
        }
        return parameter;
    }

    /** A name of this model, and the same in the ways that other versions of transformers write it. */
    public SequencedSet<String> spellings(String name) {
        return KeyNames.spellings(name, renames);
    }
}
