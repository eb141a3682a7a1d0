package dev.cadwright.neural.quantize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.kernels.StoredWeight;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.ScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A linear layer whose weight has four bits a number, two in a byte, the first in the high half. The weight is restored
 * for each product and let go.
 */
final class FourBitLinear implements Linear {
    private final QuantizeOps ops;
    private final FourBitState state;
    private final Tensors tensors;
    private final ScalarType compute;
    private final NDArray pairs;
    private final NDArray json;

    /**
     * @param packed bytes [n / 2, 1]
     * @param absmax scales [blocks], or their codes
     * @param map the numbers of the codes [16]
     * @param nestedAbsmax scales of the scales' codes
     * @param nestedMap the numbers of these codes [256]
     */
    record Tensors(
            NDArray packed,
            NDArray absmax,
            NDArray map,
            Optional<NDArray> nestedAbsmax,
            Optional<NDArray> nestedMap,
            Optional<NDArray> bias) {}

    FourBitLinear(QuantizeOps ops, FourBitState state, Tensors tensors, ScalarType compute) {
        this.ops = ops;
        this.state = state;
        this.tensors = tensors;
        this.compute = compute;
        this.pairs = pairs(ops, tensors.map());
        byte[] bytes = state.json();
        this.json = ops.bytes(bytes, ScalarType.U8, bytes.length);
    }

    /** What each byte stands for. */
    private static NDArray pairs(QuantizeOps ops, NDArray map) {
        float[] numbers = map.toFloatArray();
        float[] pairs = new float[512];
        for (int i = 0; i < 256; i++) {
            pairs[2 * i] = numbers[i >> 4];
            pairs[2 * i + 1] = numbers[i & 15];
        }
        return ops.floats(pairs).reshape(256, 2);
    }

    @Override
    public NDArray apply(NDArray x) {
        return ops.module()
                .array(
                        x.getManager(),
                        "four_bit_linear",
                        x,
                        list(tensors.bias()),
                        tensors.packed(),
                        tensors.absmax(),
                        nested(),
                        offset(),
                        nestedBlock(),
                        pairs,
                        state.block(),
                        state.byRows(),
                        state.rows(),
                        state.columns(),
                        state.type().code());
    }

    @Override
    public NDArray weight(NDManager owner) {
        return ops.module()
                .array(
                        owner,
                        "four_bit",
                        tensors.packed(),
                        tensors.packed(),
                        tensors.absmax(),
                        nested(),
                        offset(),
                        nestedBlock(),
                        pairs,
                        state.block(),
                        state.byRows(),
                        state.rows(),
                        state.columns(),
                        state.type().code(),
                        compute.code());
    }

    private List<NDArray> nested() {
        return tensors.nestedAbsmax()
                .map(scales -> List.of(scales, tensors.nestedMap().orElseThrow()))
                .orElse(List.of());
    }

    private double offset() {
        return state.nested().map(FourBitState.Nested::offset).orElse(0.0);
    }

    private int nestedBlock() {
        return state.nested().map(FourBitState.Nested::block).orElse(1);
    }

    private static List<NDArray> list(Optional<NDArray> array) {
        return array.map(List::of).orElse(List.of());
    }

    @Override
    public long inputs() {
        return state.columns();
    }

    @Override
    public long outputs() {
        return state.rows();
    }

    /** The kernels read blocks that fill rows; they do not round restored numbers to the type that the weight had. */
    @Override
    public Optional<StoredWeight> storedWeight() {
        if (state.block() != StoredWeight.BLOCK || state.columns() % StoredWeight.BLOCK != 0) {
            return Optional.empty();
        }
        float[] scales;
        try (NDArray restored =
                ops.module().array(ops.manager(), "absmax", tensors.absmax(), nested(), offset(), nestedBlock())) {
            scales = restored.toFloatArray();
        }
        return StoredWeight.withBias(
                tensors.bias(),
                added -> Optional.of(new StoredWeight(
                        StoredWeight.Format.FOUR_BIT,
                        outputs(),
                        inputs(),
                        ForeignTensors.memory(tensors.packed()),
                        StoredWeight.copied(scales),
                        StoredWeight.copied(tensors.map().toFloatArray()),
                        added)));
    }

    @Override
    public SequencedMap<String, NDArray> tensors() {
        SequencedMap<String, NDArray> all = new LinkedHashMap<>();
        all.put("weight", tensors.packed());
        all.put("weight.absmax", tensors.absmax());
        all.put("weight.quant_map", tensors.map());
        tensors.nestedAbsmax().ifPresent(scales -> all.put("weight.nested_absmax", scales));
        tensors.nestedMap().ifPresent(map -> all.put("weight.nested_quant_map", map));
        all.put(stateKey(state.kind()), json);
        tensors.bias().ifPresent(bias -> all.put("bias", bias));
        return all;
    }

    static String stateKey(String kind) {
        return "weight.quant_state.bitsandbytes__" + kind;
    }
}
