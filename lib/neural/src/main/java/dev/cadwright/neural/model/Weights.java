package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a checkpoint holds below a dotted name, while a model is built of it. Each tensor and layer taken is entered
 * among the model's {@link Modules}.
 */
public final class Weights {
    private final ModelParts parts;
    private final String prefix;
    private final boolean transposed;

    Weights(ModelParts parts, String prefix) {
        this(parts, prefix, false);
    }

    private Weights(ModelParts parts, String prefix, boolean transposed) {
        this.parts = parts;
        this.prefix = prefix;
        this.transposed = transposed;
    }

    /** What is below {@code prefix.name}. */
    public Weights at(String name) {
        return new Weights(parts, full(name));
    }

    /** The weights of one layer of a list. */
    public Weights at(String list, int index) {
        return at(list + "." + index);
    }

    public Operations ops() {
        return parts.ops();
    }

    /** The manager of the model's own arrays. */
    public NDManager manager() {
        return parts.manager();
    }

    /** What the model computes in. */
    public ScalarType type() {
        return parts.options().type();
    }

    public boolean has(String name) {
        return parts.names().find(full(name)).isPresent();
    }

    /** A tensor as it is stored, over the mapped file, and not entered as a parameter; mind its type. */
    public NDArray stored(String name) {
        return parts.checkpoint().map(manager(), storedName(name));
    }

    /** A tensor as it is stored, entered as part of a linear layer, for a {@link LinearFactory} to keep. */
    public NDArray kept(String name) {
        parts.modules().rename(full(name), storedName(name));
        return stored(name);
    }

    /** Enters that a linear layer's weight was read here, in whatever way. */
    public void took(String name) {
        parts.modules().rename(full(name), storedName(name));
    }

    /** Whether the family stores the weight at this place as [inputs, outputs]. */
    public boolean transposed() {
        return transposed;
    }

    /** Whether two tensors are stored alike, bit by bit. */
    boolean equal(String one, String other) {
        return parts.checkpoint()
                        .bytes(storedName(one))
                        .mismatch(parts.checkpoint().bytes(storedName(other)))
                < 0;
    }

    /** A parameter in the type of computing. */
    public NDArray tensor(String name) {
        return tensor(name, type());
    }

    /** A parameter in a type of its own. */
    public NDArray tensor(String name, ScalarType type) {
        NDArray value = load(name, type);
        parts.modules().add(full(name), storedName(name), value);
        return value;
    }

    /** A parameter of a known shape. */
    public NDArray tensor(String name, long... shape) {
        NDArray value = tensor(name);
        require(name, value, shape);
        return value;
    }

    /** A linear layer: {@code name.weight} [outputs, inputs] and, if the checkpoint has one, {@code name.bias}. */
    public NamedLinear linear(String name) {
        Weights below = at(name);
        String full = full(name);
        Linear made = parts.options().linears().create(full, below).orElseGet(() -> below.dense(type()));
        return parts.modules().add(full, made, false);
    }

    /** A linear layer in a type of its own, whatever the options say. */
    NamedLinear linear(String name, ScalarType type) {
        return parts.modules().add(full(name), at(name).dense(type), false);
    }

    /** A linear layer with the weight of another parameter. */
    NamedLinear tied(String name, NDArray weight) {
        return parts.modules().add(full(name), new DenseLinear(ops(), weight, Optional.empty()), true);
    }

    /** A layer whose weight is stored as [inputs, outputs]. */
    NamedLinear transposedLinear(String name) {
        Weights below = new Weights(parts, full(name), true);
        Linear made = parts.options()
                .linears()
                .create(full(name), below)
                .orElseGet(() -> new TransposedLinear(ops(), below.part("weight", type()), below.part("bias", type())));
        return parts.modules().add(full(name), made, false);
    }

    /** The dense layer at this place. */
    public DenseLinear dense(ScalarType type) {
        NDArray weight = part("weight", type);
        if (weight.getShape().dimension() != 2) {
            throw new NeuralException("bad_checkpoint", full("weight") + " is no matrix");
        }
        return new DenseLinear(ops(), weight, has("bias") ? Optional.of(part("bias", type)) : Optional.empty());
    }

    private NDArray part(String name, ScalarType type) {
        parts.modules().rename(full(name), storedName(name));
        return load(name, type);
    }

    private NDArray load(String name, ScalarType type) {
        NDArray mapped = stored(name);
        if (!ForeignTensors.type(mapped).floating()) {
            throw new NeuralException(
                    "quantized_checkpoint", full(name) + " is quantised; this way of loading reads full weights only");
        }
        if (ForeignTensors.type(mapped) == type && !parts.options().writable()) {
            return mapped;
        }
        try (mapped) {
            return parts.options().writable() ? ops().copy(mapped, type) : ops().cast(mapped, type);
        } finally {
            parts.checkpoint().unload(storedName(name));
        }
    }

    private void require(String name, NDArray value, long... shape) {
        if (!Arrays.equals(value.getShape().getShape(), shape)) {
            throw new NeuralException(
                    "bad_checkpoint",
                    full(name) + " has the shape " + value.getShape() + " where the configuration says "
                            + Arrays.toString(shape));
        }
    }

    private String storedName(String name) {
        return parts.names()
                .find(full(name))
                .orElseThrow(() -> new NeuralException(
                        "missing_tensor", parts.checkpoint().folder() + " holds no tensor named " + full(name)));
    }

    private String full(String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }
}
