package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.kernels.CompiledDecoder;
import dev.cadwright.neural.kernels.DecoderPlan;
import dev.cadwright.neural.kernels.KernelEngine;
import dev.cadwright.neural.kernels.StoredWeight;
import dev.cadwright.neural.tensor.ForeignTensors;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;

/**
 * Single tokens through the compiled kernels, where they are there and know the model. Where all layers are quantised,
 * a large head is quantised too, to eight bits a number: it would else be most of what a step reads.
 */
final class CompiledSteps implements AutoCloseable {
    /** A smaller head costs too little to be less than exact. */
    private static final long LARGE_HEAD = 1L << 22;

    private final Decoder decoder;
    private final Modules modules;
    private List<Linear> seen = List.of();
    private Optional<CompiledDecoder> compiled = Optional.empty();

    CompiledSteps(Decoder decoder, Modules modules) {
        this.decoder = decoder;
        this.modules = modules;
    }

    /** Logits [rows, 1, vocabulary] in single precision, if this input is one that the kernels take. */
    synchronized Optional<NDArray> next(CausalInput input) {
        if (!isOneToken(input) || !(input.cache().orElse(null) instanceof PreallocatedCache cache)) {
            return Optional.empty();
        }
        return current().map(step -> run(step, input, cache));
    }

    /** Whether there is a plan for the layers as they were at the last single token. */
    synchronized boolean isCompiled() {
        return compiled.isPresent();
    }

    private static boolean isOneToken(CausalInput input) {
        return input.time() == 1
                && input.embeddings().isEmpty()
                && input.segments().isEmpty()
                && input.media().isEmpty()
                && !input.hiddenStates()
                && input.positions()
                        .map(positions -> positions.getShape().dimension() == 2)
                        .orElse(true)
                && input.past() > 0
                && !JniUtils.isGradMode();
    }

    /** Made anew when a layer has been replaced since. */
    private Optional<CompiledDecoder> current() {
        List<Linear> now =
                modules.linears().values().stream().map(NamedLinear::linear).toList();
        if (!same(now, seen)) {
            close();
            seen = now;
            compiled = KernelEngine.shared().flatMap(engine -> CompiledPlan.of(decoder)
                    .map(plan -> new CompiledDecoder(engine, withSmallHead(plan, engine))));
        }
        return compiled;
    }

    private static boolean same(List<Linear> one, List<Linear> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i) == other.get(i);
        }
        return same;
    }

    private static DecoderPlan withSmallHead(DecoderPlan plan, KernelEngine engine) {
        StoredWeight head = plan.head();
        boolean quantised = plan.layers().stream().allMatch(layer -> isQuantised(layer.down()));
        if (!quantised || isQuantised(head) || head.rows() * head.columns() < LARGE_HEAD) {
            return plan;
        }
        // Lives until nothing uses it any more, like the model's own arrays.
        return plan.withHead(engine.quantize(head, Arena.ofAuto()));
    }

    private static boolean isQuantised(StoredWeight weight) {
        return switch (weight.format()) {
            case SINGLE, BRAIN -> false;
            case INT8, FOUR_BIT -> true;
        };
    }

    private NDArray run(CompiledDecoder step, CausalInput input, PreallocatedCache cache) {
        cache.requireRoom(1);
        NDManager owner = input.ids().getManager();
        long[] tokens = input.ids().toLongArray();
        for (long token : tokens) {
            if (token < 0 || token >= decoder.embedding().getShape().get(0)) {
                throw new IllegalArgumentException("the model has no token " + token);
            }
        }
        long[] positions = positions(input, tokens.length);
        NDArray logits =
                owner.zeros(new Shape(tokens.length, 1, step.plan().head().rows()));
        try (NDArray states =
                owner.zeros(new Shape(tokens.length, step.plan().embedding().columns()))) {
            step.step(
                    tokens,
                    positions,
                    input.mask().map(mask -> visible(mask, tokens.length)),
                    cache.memory(),
                    ForeignTensors.memory(logits),
                    ForeignTensors.memory(states));
        }
        cache.advance(1);
        return logits;
    }

    private static long[] positions(CausalInput input, int rows) {
        long[] given = input.positions().map(NDArray::toLongArray).orElseGet(() -> new long[] {input.past()});
        long[] positions = new long[rows];
        for (int row = 0; row < rows; row++) {
            positions[row] = given[given.length == 1 ? 0 : row];
        }
        return positions;
    }

    private static boolean[][] visible(NDArray mask, int rows) {
        long[] flat = mask.toLongArray();
        int time = flat.length / rows;
        boolean[][] visible = new boolean[rows][time];
        for (int i = 0; i < flat.length; i++) {
            visible[i / time][i % time] = flat[i] != 0;
        }
        return visible;
    }

    @Override
    public synchronized void close() {
        compiled.ifPresent(CompiledDecoder::close);
        compiled = Optional.empty();
        seen = List.of();
    }
}
