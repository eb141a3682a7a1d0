package dev.cadwright.neural.quantize;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.model.Weights;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.ScalarType;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Reads and makes weights of four bits, with the numbers of bitsandbytes. */
final class FourBitWeights {
    private static final int BLOCK = 64;
    private static final int NESTED_BLOCK = 256;

    private final QuantizeOps ops;
    private final String name;
    private final Weights weights;

    FourBitWeights(QuantizeOps ops, String name, Weights weights) {
        this.ops = ops;
        this.name = name;
        this.weights = weights;
    }

    /** The layer that the checkpoint holds in four bits, if it does. */
    Optional<FourBitLinear> read() {
        for (String kind : new String[] {"nf4", "fp4"}) {
            if (weights.has(FourBitLinear.stateKey(kind))) {
                return Optional.of(read(FourBitLinear.stateKey(kind)));
            }
        }
        return Optional.empty();
    }

    private FourBitLinear read(String key) {
        FourBitState state;
        try (NDArray json = weights.stored(key)) {
            state = FourBitState.parse(name, ForeignTensors.memory(json).toArray(ValueLayout.JAVA_BYTE));
        }
        boolean nested = state.nested().isPresent();
        NDArray packed = part("weight", ScalarType.U8, (state.size() + 1) / 2);
        NDArray absmax = part("weight.absmax", nested ? ScalarType.U8 : ScalarType.F32, state.blocks());
        NDArray map = part("weight.quant_map", ScalarType.F32, 16);
        Optional<NDArray> scales = state.nested()
                .map(n -> part("weight.nested_absmax", ScalarType.F32, (state.blocks() + n.block() - 1) / n.block()));
        Optional<NDArray> numbers = state.nested().map(_ -> part("weight.nested_quant_map", ScalarType.F32, 256));
        return new FourBitLinear(
                ops,
                state,
                new FourBitLinear.Tensors(packed, absmax, map, scales, numbers, bias(weights)),
                weights.type());
    }

    private NDArray part(String part, ScalarType type, long size) {
        NDArray array = weights.kept(part);
        if (ForeignTensors.type(array) != type || array.getShape().size() != size) {
            throw FourBitState.bad(
                    name, "needs " + size + " numbers of " + type + " as " + part + ", not " + array.getShape());
        }
        return array;
    }

    static Optional<NDArray> bias(Weights weights) {
        return weights.has("bias")
                ? Optional.of(weights.ops().cast(weights.kept("bias"), weights.type()))
                : Optional.empty();
    }

    /** Quantises the layer's full weight where it lies in the file. */
    FourBitLinear make(boolean doubled) {
        weights.took("weight");
        try (NDArray stored = weights.stored("weight")) {
            Floats floats = Floats.of(name, stored, weights.transposed());
            float[] absmax = new float[Math.toIntExact((floats.size() + BLOCK - 1) / BLOCK)];
            NDArray packed = pack(floats, absmax);
            NDArray map = ops.floats(CodeTable.NF4.values());
            return doubled ? nest(floats, packed, map, absmax) : plain(floats, packed, map, absmax);
        }
    }

    private FourBitLinear plain(Floats floats, NDArray packed, NDArray map, float[] absmax) {
        FourBitLinear.Tensors tensors = new FourBitLinear.Tensors(
                packed, ops.floats(absmax), map, Optional.empty(), Optional.empty(), bias(weights));
        return new FourBitLinear(ops, state(floats, Optional.empty()), tensors, weights.type());
    }

    private static FourBitState state(Floats floats, Optional<FourBitState.Nested> nested) {
        ScalarType type = floats.type() == ScalarType.F64 ? ScalarType.F32 : floats.type();
        return new FourBitState("nf4", BLOCK, type, floats.rows(), floats.columns(), nested);
    }

    private NDArray pack(Floats floats, float[] absmax) {
        byte[] packed = new byte[Math.toIntExact((floats.size() + 1) / 2)];
        for (int block = 0; block < absmax.length; block++) {
            long begin = (long) block * BLOCK;
            long end = Math.min(begin + BLOCK, floats.size());
            absmax[block] = floats.largest(name, begin, end);
            float inverse = 1 / absmax[block];
            for (long i = begin; i < end; i++) {
                float scaled = Math.clamp(floats.at(i) * inverse, -1f, 1f);
                int code = CodeTable.NF4.nearest(scaled);
                packed[(int) (i >> 1)] |= (byte) ((i & 1) == 0 ? code << 4 : code);
            }
        }
        return ops.bytes(packed, ScalarType.U8, packed.length, 1);
    }

    private FourBitLinear nest(Floats floats, NDArray packed, NDArray map, float[] absmax) {
        float offset = ops.mean(absmax);
        byte[] codes = new byte[absmax.length];
        float[] scales = new float[(absmax.length + NESTED_BLOCK - 1) / NESTED_BLOCK];
        for (int block = 0; block < scales.length; block++) {
            int begin = block * NESTED_BLOCK;
            int end = Math.min(begin + NESTED_BLOCK, absmax.length);
            for (int i = begin; i < end; i++) {
                scales[block] = Math.max(scales[block], Math.abs(absmax[i] - offset));
            }
            for (int i = begin; i < end; i++) {
                codes[i] = (byte) ops.dynamic().nearest((absmax[i] - offset) / scales[block]);
            }
        }
        FourBitLinear.Tensors tensors = new FourBitLinear.Tensors(
                packed,
                ops.bytes(codes, ScalarType.U8, codes.length),
                map,
                Optional.of(ops.floats(scales)),
                Optional.of(ops.floats(ops.dynamic().values())),
                bias(weights));
        FourBitState.Nested nested = new FourBitState.Nested(NESTED_BLOCK, offset);
        return new FourBitLinear(ops, state(floats, Optional.of(nested)), tensors, weights.type());
    }
}
