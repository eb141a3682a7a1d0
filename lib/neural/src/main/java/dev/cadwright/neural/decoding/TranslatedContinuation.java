package dev.cadwright.neural.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.CausalOutput;
import dev.cadwright.neural.model.EncoderDecoderModel;
import dev.cadwright.neural.model.PreallocatedCache;
import dev.cadwright.neural.tensor.ScalarType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** An encoder has read the prompts; the decoder writes from its start token on. */
final class TranslatedContinuation implements Continuation {
    private final EncoderDecoderModel model;
    private final NDManager manager;
    private final CausalInput prompts;
    private final PreallocatedCache cache;
    private NDArray ids;
    private Optional<NDArray> mask;
    private EncoderDecoderModel.Encoded encoded;

    TranslatedContinuation(EncoderDecoderModel model, CausalInput prompts, int capacity, NDManager owner) {
        this.model = model;
        this.manager = owner.newSubManager();
        this.prompts = prompts;
        this.ids = kept(prompts.ids());
        this.mask = prompts.mask().map(this::kept);
        this.encoded = model.encode(ids, mask);
        this.cache = model.cache(manager, rows(), capacity);
    }

    private NDArray kept(NDArray array) {
        NDArray alias = model.ops().alias(array);
        alias.attach(manager);
        return alias;
    }

    private int rows() {
        return Math.toIntExact(ids.getShape().get(0));
    }

    @Override
    public BitSet before(int prompt) {
        BitSet start = new BitSet();
        start.set(Math.toIntExact(model.start()));
        return start;
    }

    @Override
    public NDArray first(NDManager scope) {
        long[] start = new long[rows()];
        Arrays.fill(start, model.start());
        return next(scope, start);
    }

    @Override
    public NDArray next(NDManager scope, long[] tokens) {
        CausalInput input = CausalInput.of(scope.create(tokens, new Shape(tokens.length, 1)))
                .withCache(cache)
                .with(CausalInput.LogitsOf.LAST);
        CausalOutput output = model.decode(input, encoded);
        try (NDArray logits = output.logits().orElseThrow()) {
            NDArray single = model.ops().cast(logits, ScalarType.F32);
            single.attach(scope);
            return single;
        }
    }

    /** Prompts are read again where other rows remain; a decoder's cache knows nothing of them. */
    @Override
    public void select(long[] rows) {
        cache.select(rows);
        if (prompts.ids().getShape().get(0) == 1 && rows.length == rows()) {
            return;
        }
        try (NDArray numbers = manager.create(rows)) {
            ids = model.ops().selectRows(ids, numbers);
            mask = mask.map(m -> model.ops().selectRows(m, numbers));
        }
        encoded = model.encode(ids, mask);
    }

    @Override
    public void close() {
        cache.close();
        manager.close();
    }
}
