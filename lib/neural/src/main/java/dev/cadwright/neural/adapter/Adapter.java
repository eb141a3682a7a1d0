package dev.cadwright.neural.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** The tensors of one adapter, single precision, in memory of their own. Made by {@link Adapters}. */
public final class Adapter {
    private final AdapterConfiguration configuration;
    private final NDManager manager;
    private final AdapterNames names;
    private final SequencedMap<String, LowRank> layers;
    private final SequencedMap<String, NDArray> saved;

    /**
     * @param layers by the name of the adapted layer in the model
     * @param saved whole parameters by their names in the model
     */
    Adapter(
            AdapterConfiguration configuration,
            NDManager manager,
            AdapterNames names,
            SequencedMap<String, LowRank> layers,
            SequencedMap<String, NDArray> saved) {
        this.configuration = configuration;
        this.manager = manager;
        this.names = names;
        this.layers = layers;
        this.saved = saved;
    }

    public AdapterConfiguration configuration() {
        return configuration;
    }

    /** Names of the adapted layers, in the model's order. */
    public SequencedSet<String> adapted() {
        return Collections.unmodifiableSequencedSet(layers.sequencedKeySet());
    }

    SequencedMap<String, LowRank> layers() {
        return layers;
    }

    SequencedMap<String, NDArray> saved() {
        return saved;
    }

    /**
     * What training changes, by PEFT's names, always in the same order: A, B and magnitudes of each layer, then modules
     * kept whole. Update them in place. The arrays are the adapter's own; ask them for gradients while it is active.
     */
    public SequencedMap<String, NDArray> trainable() {
        SequencedMap<String, NDArray> trainable = new LinkedHashMap<>();
        layers.forEach((name, layer) -> {
            trainable.put(names.a(name), layer.a());
            trainable.put(names.b(name), layer.b());
            layer.magnitude().ifPresent(m -> trainable.put(names.magnitude(name), m));
        });
        saved.forEach((name, array) -> trainable.put(names.whole(name), array));
        return trainable;
    }

    /** How many numbers training changes. */
    public long size() {
        return trainable().values().stream()
                .mapToLong(array -> array.getShape().size())
                .sum();
    }

    /** Drops out, as the configuration says, and follows the changing weights; off again for evaluation. */
    public void training(boolean on) {
        layers.values().forEach(layer -> layer.training(on));
    }

    /**
     * Writes {@code adapter_config.json} and {@code adapter_model.safetensors}; the folder appears whole or not at all.
     *
     * @throws NeuralException {@code folder_exists} if there is something already
     */
    public void save(Path folder) {
        AdapterFolder.write(folder, configuration, trainable());
    }

    void close() {
        layers.values().forEach(layer -> layer.training(false));
        manager.close();
    }
}
