package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.kernels.CompiledDecoder;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cache of fixed size for a batch whose rows grow together. Not thread-safe. */
public final class PreallocatedCache implements KeyValueCache, AutoCloseable {
    private final NDManager manager;
    private final Operations ops;
    private final List<List<NDArray>> layers = new ArrayList<>();
    private final int capacity;
    private int length;
    private Optional<MemorySegment> keys = Optional.empty();
    private Optional<MemorySegment> values = Optional.empty();

    /**
     * @param layers of each layer
     * @param rows sequences at once
     */
    PreallocatedCache(
            NDManager owner, Operations ops, List<LayerShape> layers, int rows, int capacity, ScalarType type) {
        this.manager = owner.newSubManager();
        this.ops = ops;
        this.capacity = capacity;
        for (LayerShape layer : layers) {
            Shape shape = new Shape(rows, layer.heads(), capacity, layer.size());
            this.layers.add(List.of(zeros(shape, type), zeros(shape, type)));
        }
    }

    /** Heads of keys and values, and the size of each. */
    record LayerShape(int heads, int size) {}

    private NDArray zeros(Shape shape, ScalarType type) {
        NDArray single = manager.zeros(shape);
        if (type == ScalarType.F32) {
            return single;
        }
        try (single) {
            return ops.cast(single, type);
        }
    }

    /** Where it lies, for the compiled kernels. Valid until other rows are selected. */
    CompiledDecoder.CacheMemory memory() {
        if (keys.isEmpty()) {
            keys = Optional.of(addresses(0));
            values = Optional.of(addresses(1));
        }
        return new CompiledDecoder.CacheMemory(keys.get(), values.orElseThrow(), capacity, length);
    }

    private MemorySegment addresses(int which) {
        MemorySegment addresses = Arena.ofAuto().allocate(ValueLayout.ADDRESS, layers.size());
        for (int i = 0; i < layers.size(); i++) {
            addresses.setAtIndex(
                    ValueLayout.ADDRESS, i, ForeignTensors.memory(layers.get(i).get(which)));
        }
        return addresses;
    }

    /** @throws NeuralException {@code cache_full} */
    void requireRoom(int positions) {
        if (positions > capacity - length) {
            throw new NeuralException(
                    "cache_full",
                    "the cache holds " + length + " of " + capacity + " positions, " + positions + " more do not fit");
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public List<NDArray> layer(int index) {
        return layers.get(index);
    }

    @Override
    public void advance(int positions) {
        if (positions > capacity - length) {
            throw new IllegalStateException("the cache holds " + capacity + " positions, not " + (length + positions));
        }
        length += positions;
    }

    /** Forgets what is behind this length. */
    public void truncate(int shorter) {
        if (shorter < 0 || shorter > length) {
            throw new IllegalArgumentException("cannot cut a cache of " + length + " to " + shorter);
        }
        length = shorter;
    }

    /** Makes the rows those of these numbers, which may repeat: for beams, and for samples that share a prefix. */
    public void select(long... rows) {
        keys = Optional.empty();
        values = Optional.empty();
        try (NDArray numbers = manager.create(rows)) {
            for (int i = 0; i < layers.size(); i++) {
                List<NDArray> selected = new ArrayList<>();
                for (NDArray kept : layers.get(i)) {
                    selected.add(ops.selectRows(kept, numbers));
                    kept.close();
                }
                layers.set(i, List.copyOf(selected));
            }
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
