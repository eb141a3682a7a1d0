package dev.cadwright.neural.quantize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.kernels.StoredWeight;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.model.Weights;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.ScalarType;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A linear layer whose weight is codes from -127 to 127, w = code · scale / 127 with one scale a row. One row of input
 * is multiplied with the codes as they are; for more the weight is restored.
 *
 * @param codes [outputs, inputs]
 * @param scales the largest magnitude of each row [outputs]
 * @param format a byte that bitsandbytes writes beside: rows
 */
record Int8Linear(
        QuantizeOps ops, NDArray codes, NDArray scales, NDArray format, Optional<NDArray> bias, ScalarType compute)
        implements Linear {
    /**
     * Up to so many rows libtorch's kernel on packed codes is the faster: in single precision 5.3 ms against 8.1 ms for
     * one row of 896 times 4864, but 28 against 10 for four.
     */
    private static final int FEW = 1;

    private static final int TOP = 127;

    /** The layer that the checkpoint holds in eight bits, if it does. */
    static Optional<Int8Linear> read(QuantizeOps ops, String name, Weights weights) {
        if (!weights.has("SCB")) {
            return Optional.empty();
        }
        NDArray codes = weights.kept("weight");
        NDArray scales = weights.kept("SCB");
        if (ForeignTensors.type(codes) != ScalarType.I8
                || codes.getShape().dimension() != 2
                || ForeignTensors.type(scales) != ScalarType.F32
                || scales.getShape().size() != codes.getShape().get(0)) {
            throw FourBitState.bad(name, "needs codes of eight bits and a scale for each row");
        }
        return Optional.of(
                new Int8Linear(ops, codes, scales, format(ops), FourBitWeights.bias(weights), weights.type()));
    }

    /** Quantises the layer's full weight where it lies in the file. */
    static Int8Linear make(QuantizeOps ops, String name, Weights weights) {
        weights.took("weight");
        try (NDArray stored = weights.stored("weight")) {
            Floats floats = Floats.of(name, stored, weights.transposed());
            byte[] codes = new byte[Math.toIntExact(floats.size())];
            float[] scales = new float[floats.rows()];
            for (int row = 0; row < scales.length; row++) {
                long begin = (long) row * floats.columns();
                scales[row] = floats.largest(name, begin, begin + floats.columns());
                float factor = scales[row] == 0 ? 0 : TOP / scales[row];
                for (long i = begin; i < begin + floats.columns(); i++) {
                    codes[(int) i] = (byte) Math.clamp(Math.rint(floats.at(i) * factor), -TOP, TOP);
                }
            }
            return new Int8Linear(
                    ops,
                    ops.bytes(codes, ScalarType.I8, floats.rows(), floats.columns()),
                    ops.floats(scales),
                    format(ops),
                    FourBitWeights.bias(weights),
                    weights.type());
        }
    }

    private static NDArray format(QuantizeOps ops) {
        return ops.bytes(new byte[1], ScalarType.U8);
    }

    @Override
    public NDArray apply(NDArray x) {
        boolean few = x.getShape().size() <= FEW * inputs() && !JniUtils.isGradMode();
        return ops.module()
                .array(
                        x.getManager(),
                        few ? "int8_packed" : "int8_linear",
                        x,
                        bias.map(List::of).orElse(List.of()),
                        codes,
                        scales);
    }

    @Override
    public long inputs() {
        return codes.getShape().get(1);
    }

    @Override
    public long outputs() {
        return codes.getShape().get(0);
    }

    @Override
    public NDArray weight(NDManager owner) {
        return ops.module().array(owner, "int8", codes, codes, scales, compute.code());
    }

    @Override
    public Optional<StoredWeight> storedWeight() {
        float[] factors = scales.toFloatArray();
        for (int row = 0; row < factors.length; row++) {
            factors[row] /= TOP;
        }
        return StoredWeight.withBias(
                bias,
                added -> Optional.of(new StoredWeight(
                        StoredWeight.Format.INT8,
                        outputs(),
                        inputs(),
                        ForeignTensors.memory(codes),
                        StoredWeight.copied(factors),
                        MemorySegment.NULL,
                        added)));
    }

    @Override
    public SequencedMap<String, NDArray> tensors() {
        SequencedMap<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("weight", codes);
        tensors.put("SCB", scales);
        tensors.put("weight_format", format);
        bias.ifPresent(b -> tensors.put("bias", b));
        return tensors;
    }
}
