package dev.cadwright.neural.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.Model;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Writes the rows of a batch, one token each a step. Rows that share a prompt read it once. What a row draws depends on
 * its seed and its sample's number alone, not on its neighbours; logits of another batch may differ in their last bits.
 *
 * <p>Not safe for use by several threads; the thread must be a platform thread with gradients off.
 */
public final class BatchDecoder implements AutoCloseable {
    private final NDManager manager;
    private final Continuation continuation;
    private final List<Row> rows = new ArrayList<>();
    /** Whether the model has read the prompts. */
    private boolean read;

    private static final class Row {
        private final int number;
        private final DecodingRequest request;
        private final TokenChooser chooser;
        private int written;
        private long last;
        private boolean finished;

        private Row(int number, DecodingRequest request, BitSet prompt) {
            this.number = number;
            this.request = request;
            this.chooser =
                    new TokenChooser(request.sampling(), request.mask(), request.seed(), request.sample(), prompt);
        }
    }

    private BatchDecoder(NDManager manager, Continuation continuation) {
        this.manager = manager;
        this.continuation = continuation;
    }

    /**
     * @param prompts padded on the left where they differ in length; kept open until the first step
     * @param requests at least one
     */
    public static BatchDecoder start(Model model, CausalInput prompts, List<DecodingRequest> requests) {
        int time = Math.toIntExact(prompts.ids().getShape().get(1));
        int longest = requests.stream().mapToInt(DecodingRequest::maximum).max().orElseThrow();
        NDManager manager = model.manager().newSubManager();
        BatchDecoder decoder =
                new BatchDecoder(manager, Continuation.of(model, prompts, Math.addExact(time, longest), manager));
        for (int i = 0; i < requests.size(); i++) {
            DecodingRequest request = requests.get(i);
            decoder.rows.add(new Row(i, request, decoder.continuation.before(request.prompt())));
        }
        return decoder;
    }

    /** Whether every row has ended. */
    public boolean finished() {
        return rows.stream().allMatch(row -> row.finished);
    }

    /** Ends the row of a request: its stop string has come, or nobody reads it any more. */
    public void stop(int request) {
        rows.stream().filter(row -> row.number == request).forEach(row -> row.finished = true);
    }

    /** Writes one token of each row that has not ended; none if all have. */
    public List<DecodedToken> step() {
        if (finished()) {
            return List.of();
        }
        try (NDManager scope = manager.newSubManager()) {
            NDArray logits = read ? goOn(scope) : begin(scope);
            return choose(logits);
        }
    }

    private NDArray begin(NDManager scope) {
        NDArray ofPrompts = continuation.first(scope);
        read = true;
        long[] prompts = rows.stream().mapToLong(row -> row.request.prompt()).toArray();
        if (isCounting(prompts, ofPrompts.getShape().get(0))) {
            return ofPrompts;
        }
        continuation.select(prompts);
        return ofPrompts.get(scope.create(prompts));
    }

    private static boolean isCounting(long[] numbers, long count) {
        boolean counting = numbers.length == count;
        for (int i = 0; i < numbers.length; i++) {
            counting &= numbers[i] == i;
        }
        return counting;
    }

    private NDArray goOn(NDManager scope) {
        leaveOutFinished();
        return continuation.next(scope, rows.stream().mapToLong(row -> row.last).toArray());
    }

    /** A finished row costs as much as any other; leaving it out costs a copy of the cache. */
    private void leaveOutFinished() {
        long[] left = new long[rows.size()];
        int count = 0;
        for (int i = 0; i < left.length; i++) {
            if (!rows.get(i).finished) {
                left[count++] = i;
            }
        }
        if (count <= rows.size() / 2) {
            continuation.select(Arrays.copyOf(left, count));
            rows.removeIf(row -> row.finished);
        }
    }

    private List<DecodedToken> choose(NDArray logits) {
        int vocabulary = Math.toIntExact(logits.getShape().get(logits.getShape().dimension() - 1));
        FloatBuffer all = logits.toByteBuffer().asFloatBuffer();
        List<DecodedToken> tokens = new ArrayList<>();
        float[] own = new float[vocabulary];
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!row.finished) {
                all.get(i * vocabulary, own);
                tokens.add(choose(row, own));
            }
        }
        return tokens;
    }

    private static DecodedToken choose(Row row, float[] logits) {
        DecodingRequest request = row.request;
        float[] raw = request.alternatives().isPresent() ? logits.clone() : logits;
        int token = row.chooser.choose(logits);
        row.last = token;
        row.written++;
        Optional<FinishReason> finish = request.ends().contains(token)
                ? Optional.of(FinishReason.STOP)
                : row.written == request.maximum() ? Optional.of(FinishReason.LENGTH) : Optional.empty();
        row.finished = finish.isPresent();
        return new DecodedToken(
                row.number, token, request.alternatives().map(count -> LogProbabilities.of(raw, token, count)), finish);
    }

    @Override
    public void close() {
        continuation.close();
        manager.close();
    }
}
