package dev.cadwright.neural.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.NamedLinear;
import dev.cadwright.neural.model.TransposedLinear;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchModule;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Begins adapters as PEFT does. */
final class NewAdapter {
    private final Model model;
    private final NDManager owner;
    private final TorchModule ops;
    private final AdapterConfiguration configuration;
    private final SplittableRandom random;

    NewAdapter(Model model, NDManager owner, TorchModule ops, AdapterConfiguration configuration, long seed) {
        this.model = model;
        this.owner = owner;
        this.ops = ops;
        this.configuration = configuration;
        this.random = new SplittableRandom(seed);
    }

    Adapter make() {
        SequencedMap<String, LowRank> layers = new LinkedHashMap<>();
        SequencedMap<String, NDArray> saved = new LinkedHashMap<>();
        boolean transposed = false;
        for (NamedLinear linear : model.modules().linears().values()) {
            SequencedSet<String> spellings = model.modules().spellings(linear.name());
            if (spellings.stream().anyMatch(this::keptWhole)) {
                linear.tensors().forEach((part, array) -> saved.put(linear.name() + "." + part, copied(array)));
            } else if (configuration.targets().include(spellings)) {
                Linear base = linear.linear() instanceof AdaptedLinear adapted ? adapted.base() : linear.linear();
                layers.put(linear.name(), layer(base, spellings));
                transposed |= base instanceof TransposedLinear;
            }
        }
        model.modules().parameters().forEach((name, array) -> {
            String module = name.substring(0, name.lastIndexOf('.'));
            boolean linear = model.modules().linears().containsKey(module);
            if (!linear && model.modules().spellings(module).stream().anyMatch(this::keptWhole)) {
                saved.put(name, copied(array));
            }
        });
        if (layers.isEmpty() && saved.isEmpty()) {
            throw AdapterConfiguration.bad("target_modules names no linear layer of the model; its layers are "
                    + String.join(
                            ", ",
                            model.modules().linears().keySet().stream().limit(8).toList()) + " …");
        }
        return new Adapter(
                configuration.withTransposed(transposed), owner, new AdapterNames(model.modules()), layers, saved);
    }

    private boolean keptWhole(String module) {
        return configuration.saved().contains(module) || Targets.endsWithAny(configuration.saved(), module);
    }

    private NDArray copied(NDArray array) {
        NDArray copy = model.ops().copy(array, ScalarType.F32);
        copy.attach(owner);
        return copy;
    }

    private LowRank layer(Linear base, SequencedSet<String> spellings) {
        int rank = configuration.rank(spellings);
        double scale = configuration.scale(spellings);
        NDArray a = filled(rank, base.inputs(), first(rank, base.inputs()));
        NDArray b = filled(base.outputs(), rank, second(rank));
        LowRank plain = new LowRank(ops, a, b, Optional.empty(), scale, configuration.dropout());
        if (!configuration.decomposed()) {
            return plain;
        }
        try (NDManager scope = owner.newSubManager()) {
            NDArray magnitude = plain.lengthsOf(base.weight(scope), owner);
            return new LowRank(ops, a, b, Optional.of(magnitude), scale, configuration.dropout());
        }
    }

    private DoubleSupplier first(int rank, long inputs) {
        double bound = 1 / Math.sqrt(inputs);
        return switch (configuration.start()) {
            case KAIMING, RANDOM -> () -> random.nextDouble(-bound, bound);
            case GAUSSIAN -> () -> random.nextGaussian() / rank;
        };
    }

    private DoubleSupplier second(int rank) {
        double bound = 1 / Math.sqrt(rank);
        return switch (configuration.start()) {
            case KAIMING, GAUSSIAN -> () -> 0;
            case RANDOM -> () -> random.nextDouble(-bound, bound);
        };
    }

    private NDArray filled(long rows, long columns, DoubleSupplier next) {
        float[] values = new float[Math.toIntExact(rows * columns)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) next.getAsDouble();
        }
        return owner.create(values, new Shape(rows, columns));
    }
}
