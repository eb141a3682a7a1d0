package dev.cadwright.neural.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.model.DenseLinear;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.TransposedLinear;
import dev.cadwright.neural.tensor.OpArchive;
import dev.cadwright.neural.tensor.TorchModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The adapters of one model, by name, of which any number is active; the model computes with those. Not to be changed
 * while a forward pass runs. Closing takes them all off; close it before the model.
 */
public final class Adapters implements AutoCloseable {
    private final Model model;
    private final NDManager manager;
    private final TorchModule ops;
    private final SequencedMap<String, Adapter> adapters = new LinkedHashMap<>();
    private final Map<String, NDArray> originals = new LinkedHashMap<>();
    private List<String> active = List.of();

    private Adapters(Model model) {
        this.model = model;
        this.manager = model.manager().newSubManager();
        this.ops = TorchModule.load(manager, OpArchive.ofResource(Adapters.class, "adapter.torchscript"));
    }

    /** None yet; a model has one of these at a time. */
    public static Adapters on(Model model) {
        return new Adapters(model);
    }

    /**
     * Reads a PEFT folder and makes it the active adapter.
     *
     * @throws NeuralException {@code bad_adapter}, {@code unsupported_adapter}, {@code pickled_checkpoint},
     *     {@code no_adapter} or {@code bad_safetensors}
     */
    public Adapter load(String name, Path folder) {
        return load(name, folder, UnaryOperator.identity());
    }

    /**
     * The same with another configuration than the folder's, of which only what concerns training may differ.
     *
     * @param changed for example {@code c -> c.withDropout(0.1)}
     */
    public Adapter load(String name, Path folder, UnaryOperator<AdapterConfiguration> changed) {
        NDManager owner = manager.newSubManager();
        try {
            return add(name, AdapterFolder.read(model, owner, ops, folder, changed));
        } catch (RuntimeException e) {
            owner.close();
            throw e;
        }
    }

    /**
     * Begins a new adapter and makes it the active one. The same seed gives the same numbers.
     *
     * @throws NeuralException {@code bad_adapter} if no layer of the model is a target
     */
    public Adapter create(String name, AdapterConfiguration configuration, long seed) {
        NDManager owner = manager.newSubManager();
        try {
            return add(name, new NewAdapter(model, owner, ops, configuration, seed).make());
        } catch (RuntimeException e) {
            owner.close();
            throw e;
        }
    }

    private Adapter add(String name, Adapter adapter) {
        if (adapters.containsKey(name)) {
            adapter.close();
            throw new NeuralException("adapter_exists", "there is an adapter named " + name + " already");
        }
        adapters.put(name, adapter);
        activate(name);
        return adapter;
    }

    public Set<String> names() {
        return adapters.keySet();
    }

    public Adapter adapter(String name) {
        Adapter adapter = adapters.get(name);
        if (adapter == null) {
            throw new NeuralException("no_adapter", "there is no adapter named " + name);
        }
        return adapter;
    }

    /** Lets these, and only these, take part; none at all gives the base model. */
    public void activate(String... names) {
        List<Adapter> chosen = List.of(names).stream().map(this::adapter).toList();
        unmerge();
        Set<String> touched = new LinkedHashSet<>();
        adapters.values().forEach(adapter -> {
            touched.addAll(adapter.layers().keySet());
            adapter.saved().keySet().forEach(parameter -> touched.add(layer(parameter)));
        });
        restoreOthers();
        touched.stream().filter(model.modules().linears()::containsKey).forEach(layer -> use(layer, chosen));
        chosen.forEach(this::replaceOthers);
        active = List.of(names);
    }

    /** Names of those that take part. */
    public List<String> active() {
        return active;
    }

    private void use(String layer, List<Adapter> chosen) {
        List<LowRank> added = new ArrayList<>();
        Optional<Linear> whole = Optional.empty();
        AdaptedLinear adapted = wrapped(layer);
        for (Adapter adapter : chosen) {
            Optional.ofNullable(adapter.layers().get(layer)).ifPresent(added::add);
            NDArray weight = adapter.saved().get(layer + ".weight");
            if (weight != null) {
                whole = Optional.of(whole(
                        adapted.base(),
                        weight,
                        Optional.ofNullable(adapter.saved().get(layer + ".bias"))));
            }
        }
        adapted.use(whole, added);
    }

    private Linear whole(Linear base, NDArray weight, Optional<NDArray> bias) {
        Optional<NDArray> own = bias.or(() -> Optional.ofNullable(base.tensors().get("bias")));
        return base instanceof TransposedLinear
                ? new TransposedLinear(model.ops(), weight, own.orElseThrow())
                : new DenseLinear(model.ops(), weight, own);
    }

    private AdaptedLinear wrapped(String layer) {
        model.modules().replace(layer, l -> l instanceof AdaptedLinear ? l : new AdaptedLinear(l, model.ops()));
        return (AdaptedLinear) model.modules().linear(layer).linear();
    }

    /** Embeddings and norms are held by their arrays, which are pointed at the adapter's memory while it is active. */
    private void replaceOthers(Adapter adapter) {
        SequencedMap<String, NDArray> parameters = model.modules().parameters();
        adapter.saved().forEach((name, array) -> {
            if (!model.modules().linears().containsKey(layer(name))) {
                NDArray own = parameters.get(name);
                NDArray original = originals.computeIfAbsent(name, _ -> ops.array(manager, "detached", own));
                untie(own, original);
                try (NDArray typed = model.ops().cast(array, model.type())) {
                    ops.run("point", own, typed);
                }
            }
        });
    }

    /** A head that shares the embedding's array keeps what it had, as PEFT has it. */
    private void untie(NDArray shared, NDArray original) {
        model.modules().linears().forEach((name, linear) -> {
            Linear base = linear.linear() instanceof AdaptedLinear adapted ? adapted.base() : linear.linear();
            if (base instanceof DenseLinear dense && dense.weight() == shared) {
                wrapped(name).use(Optional.of(new DenseLinear(model.ops(), original, dense.bias())), List.of());
            }
        });
    }

    private void restoreOthers() {
        SequencedMap<String, NDArray> parameters = model.modules().parameters();
        originals.forEach((name, original) -> ops.run("point", parameters.get(name), original));
    }

    private static String layer(String parameter) {
        return parameter.substring(0, parameter.lastIndexOf('.'));
    }

    /** Adds the active adapters to the weights in memory, so that a pass costs no more than the base model's. */
    public void merge() {
        adapted().forEach(adapted -> adapted.merge(manager));
    }

    /** Takes them off the weights again, exactly; they stay active. */
    public void unmerge() {
        adapted().forEach(AdaptedLinear::unmerge);
    }

    private List<AdaptedLinear> adapted() {
        List<AdaptedLinear> all = new ArrayList<>();
        model.modules().linears().values().forEach(linear -> {
            if (linear.linear() instanceof AdaptedLinear adapted) {
                all.add(adapted);
            }
        });
        return all;
    }

    @Override
    public void close() {
        activate();
        for (String layer : List.copyOf(model.modules().linears().keySet())) {
            model.modules().replace(layer, l -> l instanceof AdaptedLinear adapted ? adapted.base() : l);
        }
        adapters.values().forEach(Adapter::close);
        adapters.clear();
        ops.close();
        manager.close();
    }
}
