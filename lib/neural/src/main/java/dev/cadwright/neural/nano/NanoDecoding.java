package dev.cadwright.neural.nano;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** One batch of programs being written: preallocated keys and values, and the encoded clouds that candidates share. */
public final class NanoDecoding {
    private final NanoModel model;
    private final NDManager owner;
    private final NDArray memoryKeys;
    private final NDArray memoryValues;
    private final NDArray table;
    private final NDArray cosines;
    private final NDArray sines;
    private final NDArray keys;
    private final NDArray values;
    private final int rows;
    private int position;

    NanoDecoding(
            NanoModel model,
            NDManager owner,
            NDArray[] memory,
            NDArray table,
            NDArray cosines,
            NDArray sines,
            int candidates) {
        this.model = model;
        this.owner = owner;
        this.memoryKeys = memory[0];
        this.memoryValues = memory[1];
        this.table = table;
        this.cosines = cosines;
        this.sines = sines;
        NanoConfiguration c = model.configuration();
        this.rows = Math.toIntExact(memoryKeys.getShape().get(0)) * candidates;
        Shape cache = new Shape(c.numHiddenLayers(), rows, c.numAttentionHeads(), c.maxTokens(), c.headSize());
        this.keys = owner.zeros(cache);
        this.values = owner.zeros(cache);
    }

    /** Programs written at once: clouds times candidates, the candidates of a cloud side by side. */
    public int rows() {
        return rows;
    }

    /** Logits [rows · vocabulary] of what follows these tokens, one a row. */
    public float[] step(long[] tokens) {
        NanoConfiguration c = model.configuration();
        try (NDManager scope = owner.newSubManager()) {
            NDArray logits = model.ops()
                    .array(
                            scope,
                            "step",
                            scope.create(tokens, new Shape(rows, 1)),
                            position,
                            keys,
                            values,
                            memoryKeys,
                            memoryValues,
                            table,
                            cosines,
                            sines,
                            model.weights(),
                            c.encoderLayers(),
                            c.numHiddenLayers(),
                            c.numAttentionHeads());
            position++;
            return logits.toFloatArray();
        }
    }
}
