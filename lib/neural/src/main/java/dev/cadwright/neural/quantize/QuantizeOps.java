package dev.cadwright.neural.quantize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.OpArchive;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchModule;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** The native part of quantised layers, owned by a model's manager. */
record QuantizeOps(TorchModule module, NDManager manager, CodeTable dynamic) {
    private static final double[] DECADES = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1};
    private static final int CODES = 256;

    static QuantizeOps load(NDManager manager) {
        TorchModule module = TorchModule.load(manager, OpArchive.ofResource(QuantizeOps.class, "quantize.torchscript"));
        return new QuantizeOps(module, manager, new CodeTable(dynamic(module, manager)));
    }

    /**
     * The signed dynamic tree of eight bits (Dettmers, 2016): the first set bit gives the decade, the bits behind it a
     * fraction of it.
     */
    private static float[] dynamic(TorchModule module, NDManager manager) {
        float[] codes = new float[CODES];
        int count = 0;
        try (NDManager scope = manager.newSubManager()) {
            NDArray like = scope.create(0f);
            for (int i = 0; i < DECADES.length; i++) {
                for (float value : module.array(scope, "fractions", like, (1 << i) + 1, DECADES[i])
                        .toFloatArray()) {
                    codes[count++] = value;
                    codes[count++] = -value;
                }
            }
        }
        codes[count++] = 0;
        codes[count] = 1;
        Arrays.sort(codes);
        return codes;
    }

    float mean(float[] values) {
        try (NDManager scope = manager.newSubManager()) {
            return module.array(scope, "mean", scope.create(values)).toFloatArray()[0];
        }
    }

    NDArray bytes(byte[] bytes, ScalarType type, long... shape) {
        return ForeignTensors.copied(manager, MemorySegment.ofArray(bytes), type, shape);
    }

    NDArray floats(float[] values) {
        return manager.create(values, new Shape(values.length));
    }
}
