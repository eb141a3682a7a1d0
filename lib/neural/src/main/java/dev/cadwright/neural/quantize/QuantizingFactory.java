package dev.cadwright.neural.quantize;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.model.LinearFactory;
import dev.cadwright.neural.model.Weights;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes quantised layers of what a checkpoint holds. */
final class QuantizingFactory implements LinearFactory {
    private static final String HEAD = "lm_head";

    private final Optional<Quantization> quantization;
    private final Consumer<String> done;
    private QuantizeOps ops;

    /** @param quantization of full weights; without one, only what is quantised in the file is */
    QuantizingFactory(Optional<Quantization> quantization, Consumer<String> done) {
        this.quantization = quantization;
        this.done = done;
    }

    @Override
    public Optional<Linear> create(String name, Weights weights) {
        QuantizeOps own = ops(weights.manager());
        Optional<Linear> read = Optional.<Linear>empty()
                .or(() -> new FourBitWeights(own, name, weights).read())
                .or(() -> Int8Linear.read(own, name, weights));
        if (read.isPresent() || quantization.isEmpty() || name.equals(HEAD) || name.endsWith("." + HEAD)) {
            return read;
        }
        Linear made =
                switch (quantization.get()) {
                    case INT8 -> Int8Linear.make(own, name, weights);
                    case NF4 -> new FourBitWeights(own, name, weights).make(false);
                    case NF4_DOUBLE -> new FourBitWeights(own, name, weights).make(true);
                };
        done.accept(name);
        return Optional.of(made);
    }

    private QuantizeOps ops(NDManager manager) {
        if (ops == null || ops.manager() != manager) {
            ops = QuantizeOps.load(manager);
        }
        return ops;
    }
}
