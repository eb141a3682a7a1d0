package dev.cadwright.neural.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.PreallocatedCache;
import dev.cadwright.neural.model.PromptPositions;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** A decoder over its cache. Padding of the prompts stays hidden; positions count on from each prompt's own end. */
final class CausalContinuation implements Continuation {
    private final CausalModel model;
    private final CausalInput prompts;
    private final PreallocatedCache cache;
    /** What each row may see of the prompts, or nothing where it may see all. */
    private Optional<boolean[][]> visible;

    private long[] positions;
    private int written;

    CausalContinuation(CausalModel model, CausalInput prompts, int capacity, NDManager owner) {
        this.model = model;
        this.prompts = prompts;
        int rows = Math.toIntExact(prompts.ids().getShape().get(0));
        this.visible = prompts.mask().flatMap(mask -> visible(mask, rows));
        this.positions = new long[rows];
        this.cache = model.cache(owner, rows, capacity);
    }

    private static Optional<boolean[][]> visible(NDArray mask, int rows) {
        long[] flat = mask.toLongArray();
        int time = flat.length / rows;
        boolean[][] visible = new boolean[rows][time];
        boolean all = true;
        for (int i = 0; i < flat.length; i++) {
            visible[i / time][i % time] = flat[i] != 0;
            all &= flat[i] != 0;
        }
        return all ? Optional.empty() : Optional.of(visible);
    }

    @Override
    public BitSet before(int prompt) {
        long[] ids = prompts.ids().toLongArray();
        int time = ids.length / positions.length;
        BitSet tokens = new BitSet();
        for (int at = 0; at < time; at++) {
            if (visible.isEmpty() || visible.get()[prompt][at]) {
                tokens.set(Math.toIntExact(ids[prompt * time + at]));
            }
        }
        return tokens;
    }

    @Override
    public NDArray first(NDManager scope) {
        PromptPositions places = model.positions(prompts);
        positions = places.next();
        try (NDArray ids = places.ids()) {
            return owned(model.next(prompts.withPositions(ids).withCache(cache)), scope);
        }
    }

    @Override
    public NDArray next(NDManager scope, long[] tokens) {
        Shape column = new Shape(tokens.length, 1);
        CausalInput input = CausalInput.of(scope.create(tokens, column))
                .withPositions(scope.create(positions, column))
                .withCache(cache);
        if (visible.isPresent()) {
            input = input.withMask(mask(scope, visible.get()));
        }
        NDArray logits = model.next(input);
        written++;
        Arrays.setAll(positions, row -> positions[row] + 1);
        return owned(logits, scope);
    }

    private NDArray mask(NDManager scope, boolean[][] rows) {
        int time = rows[0].length + written + 1;
        long[] mask = new long[rows.length * time];
        Arrays.fill(mask, 1);
        for (int row = 0; row < rows.length; row++) {
            for (int at = 0; at < rows[row].length; at++) {
                mask[row * time + at] = rows[row][at] ? 1 : 0;
            }
        }
        return scope.create(mask, new Shape(rows.length, time));
    }

    private static NDArray owned(NDArray logits, NDManager scope) {
        logits.attach(scope);
        return logits;
    }

    @Override
    public void select(long[] rows) {
        cache.select(rows);
        long[] before = positions;
        positions = Arrays.stream(rows).map(row -> before[(int) row]).toArray();
        visible = visible.map(
                all -> Arrays.stream(rows).mapToObj(row -> all[(int) row]).toArray(boolean[][]::new));
    }

    @Override
    public void close() {
        cache.close();
    }
}
