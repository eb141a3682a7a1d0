package dev.cadwright.neural.nano;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.tensor.OpArchive;
import dev.cadwright.neural.tensor.Precision;
import dev.cadwright.neural.tensor.TorchModule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Points to programs: Fourier features of the points, a self-attention encoder, one pair of keys and values of the
 * points that all decoder layers share; a causal decoder with rotary positions, cross-attention and gated feed-forward
 * layers, pre-normalised (LayerNorm without bias, which libtorch has fused). Token embeddings are tied to the output; a number's embedding adds a linear map of
 * the Fourier features of its value, so that near numbers are near.
 *
 * <p>The mathematics is in the resource {@code nano.torchscript}; this class owns the tensors. Not thread-safe.
 */
public final class NanoModel implements AutoCloseable {
    private static final int SINGLE = 6;

    private final NanoConfiguration configuration;
    private final NDManager manager;
    private final TorchModule ops;
    private final List<NanoParameter> parameters;
    private final List<NDArray> weights = new ArrayList<>();
    private final NDArray frequencies;
    private final NDArray numbers;
    private final NDArray cosines;
    private final NDArray sines;

    private NanoModel(NDManager parent, NanoConfiguration configuration) {
        this.configuration = configuration;
        this.manager = parent.newSubManager();
        this.ops = TorchModule.load(manager, OpArchive.ofResource(NanoModel.class, "nano.torchscript"));
        this.parameters = NanoParameter.of(configuration);
        Positions positions = Positions.of(configuration);
        this.frequencies = manager.create(positions.frequencies());
        this.numbers = manager.create(
                positions.numbers(), new Shape(configuration.vocabSize(), configuration.numberFeatures()));
        Shape rotary = new Shape(configuration.maxTokens(), configuration.headSize() / 2);
        this.cosines = manager.create(positions.cosines(), rotary);
        this.sines = manager.create(positions.sines(), rotary);
    }

    /** A model with random weights that depend on the seed only. */
    public static NanoModel initialise(NDManager parent, NanoConfiguration configuration, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> values = new ArrayList<>();
        for (NanoParameter parameter : NanoParameter.of(configuration)) {
            values.add(initialValues(parameter, random.split()));
        }
        return of(parent, configuration, values);
    }

    /** @param values row-major, in the order of {@link NanoParameter#of} */
    public static NanoModel of(NDManager parent, NanoConfiguration configuration, List<float[]> values) {
        NanoModel model = new NanoModel(parent, configuration);
        for (int i = 0; i < values.size(); i++) {
            model.weights.add(model.manager.create(
                    values.get(i), new Shape(model.parameters.get(i).shape())));
        }
        return model;
    }

    public NanoConfiguration configuration() {
        return configuration;
    }

    /** The tensors' names and shapes, in the order of {@link #weights}. */
    public List<NanoParameter> parameters() {
        return parameters;
    }

    public List<NDArray> weights() {
        return weights;
    }

    public TorchModule ops() {
        return ops;
    }

    /**
     * Summed cross-entropy of a batch over {@code denominator}, as a scalar with its graph.
     *
     * @param batch points [batch, points, 3], tokens and labels [batch, time]; label -100 is ignored
     */
    public NDArray loss(
            NDManager owner, NanoBatch batch, NanoAdapter adapter, Precision precision, double denominator) {
        return ops.array(
                owner,
                "loss",
                batch.points(),
                batch.tokens(),
                batch.labels(),
                frequencies,
                numbers,
                cosines,
                sines,
                weights,
                adapter.down(),
                adapter.up(),
                configuration.encoderLayers(),
                configuration.encoderHeads(),
                configuration.numHiddenLayers(),
                configuration.numAttentionHeads(),
                adapter.scale(),
                adapter.dropout(),
                precision.torchType(),
                denominator);
    }

    /** Summed cross-entropy of a batch, and how many labels the model ranks first; in single precision. */
    public double[] evaluate(NDManager owner, NanoBatch batch, NanoAdapter adapter) {
        NDArray[] sums = ops.arrays(
                owner,
                "evaluate",
                batch.points(),
                batch.tokens(),
                batch.labels(),
                frequencies,
                numbers,
                cosines,
                sines,
                weights,
                adapter.down(),
                adapter.up(),
                configuration.encoderLayers(),
                configuration.encoderHeads(),
                configuration.numHiddenLayers(),
                configuration.numAttentionHeads(),
                adapter.scale());
        return new double[] {sums[0].getFloat(), sums[1].getFloat()};
    }

    /** Logits of every position: [batch, time, vocabulary]. */
    public NDArray logits(NDManager owner, NDArray points, NDArray tokens, NanoAdapter adapter) {
        return ops.array(
                owner,
                "logits",
                points,
                tokens,
                frequencies,
                numbers,
                cosines,
                sines,
                weights,
                adapter.down(),
                adapter.up(),
                configuration.encoderLayers(),
                configuration.encoderHeads(),
                configuration.numHiddenLayers(),
                configuration.numAttentionHeads(),
                adapter.scale(),
                0.0);
    }

    /** Decoding state for clouds [clouds, points, 3], with {@code candidates} programs each. */
    public NanoDecoding decode(NDManager owner, NDArray points, int candidates) {
        NDArray[] memory = ops.arrays(
                owner,
                "encode",
                points,
                frequencies,
                weights,
                List.of(),
                List.of(),
                configuration.encoderLayers(),
                configuration.encoderHeads(),
                configuration.numAttentionHeads(),
                1.0,
                0.0);
        NDArray table = ops.array(owner, "table", weights, numbers);
        return new NanoDecoding(this, owner, memory, table, cosines, sines, candidates);
    }

    /** Element type of single precision in libtorch. */
    static int singlePrecision() {
        return SINGLE;
    }

    private static float[] initialValues(NanoParameter parameter, SplittableRandom random) {
        float[] values = new float[Math.toIntExact(parameter.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameter.norm() ? 1 : (float) (parameter.deviation() * random.nextGaussian());
        }
        return values;
    }

    @Override
    public void close() {
        ops.close();
        manager.close();
    }
}
