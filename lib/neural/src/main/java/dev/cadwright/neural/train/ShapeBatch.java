package dev.cadwright.neural.train;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.nano.BlockTokens;
import dev.cadwright.neural.nano.NanoBatch;
import java.util.Arrays;
import java.util.List;

/**
 * Clouds and programs ready for the nano family: inputs start with the start mark and labels are one token ahead.
 *
 * @param points [rows, points, 3]
 * @param inputs [rows, time]
 * @param labels [rows, time], {@link NanoBatch#IGNORED} behind the end mark
 * @param targets labels that count
 */
record ShapeBatch(int rows, int time, float[] points, long[] inputs, long[] labels, int targets) implements Batch {
    static ShapeBatch of(List<Row> rows) {
        int time = rows.stream().mapToInt(row -> row.tokens().length).max().orElseThrow();
        int width = rows.getFirst().points().length;
        float[] points = new float[rows.size() * width];
        long[] inputs = new long[rows.size() * time];
        long[] labels = new long[rows.size() * time];
        Arrays.fill(labels, NanoBatch.IGNORED);
        int targets = 0;
        for (int r = 0; r < rows.size(); r++) {
            int[] tokens = rows.get(r).tokens();
            System.arraycopy(rows.get(r).points(), 0, points, r * width, width);
            inputs[r * time] = BlockTokens.START;
            for (int t = 0; t < tokens.length; t++) {
                labels[r * time + t] = tokens[t];
                if (t + 1 < time) {
                    inputs[r * time + t + 1] = tokens[t];
                }
            }
            targets += tokens.length;
        }
        return new ShapeBatch(rows.size(), time, points, inputs, labels, targets);
    }

    NanoBatch on(NDManager owner) {
        return new NanoBatch(
                owner.create(points, new Shape(rows, points.length / rows / 3, 3)),
                owner.create(inputs, new Shape(rows, time)),
                owner.create(labels, new Shape(rows, time)));
    }

    /** One sample as the model sees it: tokens with the end mark. */
    record Row(float[] points, int[] tokens) {}
}
