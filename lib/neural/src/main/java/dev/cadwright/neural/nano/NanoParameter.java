package dev.cadwright.neural.nano;

import java.util.ArrayList;
import java.util.List;

/**
 * One tensor of the model. The list of all of them is in the order in which the op archive indexes them.
 *
 * @param deviation standard deviation of the initial values; 0 for ones (norms) and zeros (biases)
 */
public record NanoParameter(String name, long[] shape, double deviation) {
    private static final double EMBEDDING_DEVIATION = 0.02;

    public boolean matrix() {
        return shape.length > 1;
    }

    boolean norm() {
        return name.endsWith("norm.weight");
    }

    /** Whether a tensor of this name is a matrix inside the stack: no embedding, norm or projection of raw features. */
    public static boolean hidden(String name) {
        return !name.contains("norm") && (name.contains("layers.") || name.contains(".memory."));
    }

    public long size() {
        long size = 1;
        for (long extent : shape) {
            size *= extent;
        }
        return size;
    }

    /** All tensors of a model of this shape. */
    public static List<NanoParameter> of(NanoConfiguration c) {
        List<NanoParameter> all = new ArrayList<>();
        all.add(new NanoParameter("embedding.weight", shape(c.vocabSize(), c.hiddenSize()), EMBEDDING_DEVIATION));
        all.add(new NanoParameter(
                "number_embedding.weight", shape(c.hiddenSize(), c.numberFeatures()), EMBEDDING_DEVIATION));
        all.add(linear("encoder.input.weight", c.encoderWidth(), c.pointFeatures(), 1));
        all.add(vector("encoder.input.bias", c.encoderWidth()));
        all.add(vector("encoder.norm.weight", c.encoderWidth()));
        all.add(linear("encoder.memory.key.weight", c.hiddenSize(), c.encoderWidth(), 1));
        all.add(linear("encoder.memory.value.weight", c.hiddenSize(), c.encoderWidth(), 1));
        all.add(vector("norm.weight", c.hiddenSize()));
        double residual = 1 / Math.sqrt(2.0 * c.numHiddenLayers());
        for (int layer = 0; layer < c.encoderLayers(); layer++) {
            String prefix = "encoder.layers." + layer + ".";
            attention(all, prefix, c.encoderWidth(), residual);
            feedForward(all, prefix, c.encoderWidth(), c.encoderIntermediateSize(), residual);
        }
        for (int layer = 0; layer < c.numHiddenLayers(); layer++) {
            String prefix = "layers." + layer + ".";
            attention(all, prefix, c.hiddenSize(), residual);
            all.add(vector(prefix + "cross_norm.weight", c.hiddenSize()));
            all.add(linear(prefix + "cross.query.weight", c.hiddenSize(), c.hiddenSize(), 1));
            all.add(linear(prefix + "cross.output.weight", c.hiddenSize(), c.hiddenSize(), residual));
            feedForward(all, prefix, c.hiddenSize(), c.intermediateSize(), residual);
        }
        return List.copyOf(all);
    }

    private static void attention(List<NanoParameter> all, String prefix, int width, double residual) {
        all.add(vector(prefix + "attention_norm.weight", width));
        all.add(linear(prefix + "attention.query.weight", width, width, 1));
        all.add(linear(prefix + "attention.key.weight", width, width, 1));
        all.add(linear(prefix + "attention.value.weight", width, width, 1));
        all.add(linear(prefix + "attention.output.weight", width, width, residual));
    }

    private static void feedForward(List<NanoParameter> all, String prefix, int width, int inner, double residual) {
        all.add(vector(prefix + "mlp_norm.weight", width));
        all.add(linear(prefix + "mlp.gate.weight", inner, width, 1));
        all.add(linear(prefix + "mlp.up.weight", inner, width, 1));
        all.add(linear(prefix + "mlp.down.weight", width, inner, residual));
    }

    private static NanoParameter linear(String name, int out, int in, double gain) {
        return new NanoParameter(name, shape(out, in), gain / Math.sqrt(in));
    }

    private static NanoParameter vector(String name, int width) {
        return new NanoParameter(name, shape(width), 0);
    }

    private static long[] shape(long... extents) {
        return extents;
    }
}
