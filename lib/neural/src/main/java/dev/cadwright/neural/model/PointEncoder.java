package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The encoder of points of CAD-Recode (Rukhovich et al., 2024): sines and cosines of each coordinate at eight octaves,
 * then one linear map. It stays in single precision whatever the decoder computes in, since the highest octave of a
 * coordinate rounded to 16 bits says nothing.
 *
 * @param frequencies 1, 2, 4, … 128
 */
record PointEncoder(Operations ops, Linear projection, NDArray frequencies) {
    static final String NAME = "point_encoder.projection";

    private static final int OCTAVES = 8;

    static Optional<PointEncoder> of(Weights weights) {
        if (!weights.has(NAME + ".weight")) {
            return Optional.empty();
        }
        float[] octaves = new float[OCTAVES];
        for (int i = 0; i < OCTAVES; i++) {
            octaves[i] = 1 << i;
        }
        Linear projection = weights.linear(NAME, ScalarType.F32);
        return Optional.of(
                new PointEncoder(weights.ops(), projection, weights.manager().create(octaves)));
    }

    /** Points [clouds, n, 3] to [clouds, n, width]. */
    NDArray apply(NDArray points) {
        NDArray single = ops.cast(points, ScalarType.F32);
        return projection.apply(ops.fourier(single, frequencies));
    }

    /** CAD-Recode: the points' embeddings stand, in order, where the mask is -1. */
    record Marked(PointEncoder encoder) implements MediaEncoder {
        @Override
        public Prompt place(CausalInput input, Prompt prompt) {
            Optional<NDArray> visible = prompt.mask().map(NDArray::abs);
            NDArray points = input.media().get("point_cloud");
            if (points == null) {
                return new Prompt(prompt.embeddings(), visible);
            }
            NDArray where = input.mask()
                    .orElseThrow(() -> new NeuralException("bad_input", "points need a mask that is -1 where they go"))
                    .eq(-1);
            requireRows(where.countNonzero().getLong(), points);
            NDArray embeddings = encoder.ops().replace(prompt.embeddings(), where, encoder.apply(points));
            return new Prompt(embeddings, visible);
        }
    }

    /** Cadrille (Kolodiazhnyi et al., 2025): they stand at the first visible positions of the rows that have points. */
    record Leading(PointEncoder encoder) implements MediaEncoder {
        @Override
        public Prompt place(CausalInput input, Prompt prompt) {
            NDArray points = input.media().get("point_clouds");
            if (points == null) {
                return prompt;
            }
            int rows = Math.toIntExact(points.getShape().get(0));
            boolean[] has = rowsWithPoints(input, rows);
            NDManager owner = input.ids().getManager();
            NDArray where = owner.create(
                    leading(input, has, Math.toIntExact(points.getShape().get(1))), new Shape(rows, input.time()));
            NDArray own = encoder.ops().selectRows(points, owner.create(numbers(has)));
            requireRows(where.countNonzero().getLong(), own);
            return new Prompt(encoder.ops().replace(prompt.embeddings(), where, encoder.apply(own)), prompt.mask());
        }

        private static boolean[] rowsWithPoints(CausalInput input, int rows) {
            boolean[] has = new boolean[rows];
            NDArray said = input.media().get("is_pc");
            long[] flags = said == null ? null : said.toLongArray();
            for (int i = 0; i < rows; i++) {
                has[i] = flags == null || flags[i] != 0;
            }
            return has;
        }

        private static long[] numbers(boolean[] rows) {
            return IntStream.range(0, rows.length)
                    .filter(row -> rows[row])
                    .asLongStream()
                    .toArray();
        }

        private static boolean[] leading(CausalInput input, boolean[] rows, int points) {
            int time = input.time();
            Optional<long[]> mask = input.mask().map(NDArray::toLongArray);
            boolean[] where = new boolean[rows.length * time];
            for (int row = 0; row < rows.length; row++) {
                int left = rows[row] ? points : 0;
                for (int i = row * time; i < (row + 1) * time && left > 0; i++) {
                    int at = i;
                    if (mask.map(m -> m[at] != 0).orElse(true)) {
                        where[i] = true;
                        left--;
                    }
                }
            }
            return where;
        }
    }

    private static void requireRows(long places, NDArray points) {
        long given = points.getShape().get(0) * points.getShape().get(1);
        if (places != given) {
            throw new NeuralException("bad_input", given + " points for " + places + " places in the rows");
        }
    }
}
