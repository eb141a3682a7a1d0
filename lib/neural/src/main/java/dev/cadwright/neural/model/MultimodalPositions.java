package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.NeuralException;
import java.util.Optional;

/**
 * Positions in three dimensions (Wang et al., 2024): text counts alike in all; the tokens of an image count frames, rows
 * and columns from where the text before it ended, and the text behind goes on past the larger side.
 */
final class MultimodalPositions {
    private static final int DIMENSIONS = 3;

    private final long[] ids;
    private final Optional<long[]> mask;
    private final long[] flat;
    private final int rows;
    private final int time;

    private MultimodalPositions(CausalInput input) {
        this.ids = input.ids().toLongArray();
        this.mask = input.mask().map(NDArray::toLongArray);
        this.rows = Math.toIntExact(input.ids().getShape().get(0));
        this.time = input.time();
        this.flat = new long[DIMENSIONS * rows * time];
    }

    static PromptPositions of(CausalInput input, long imageToken, long videoToken, int merge) {
        Grids images = new Grids(input, "image_grid_thw", merge);
        Grids videos = new Grids(input, "video_grid_thw", merge);
        MultimodalPositions positions = new MultimodalPositions(input);
        long[] next = new long[positions.rows];
        for (int row = 0; row < positions.rows; row++) {
            next[row] = positions.count(row, imageToken, images, videoToken, videos);
        }
        Shape shape = new Shape(DIMENSIONS, positions.rows, positions.time);
        return new PromptPositions(input.ids().getManager().create(positions.flat, shape), next);
    }

    private long count(int row, long imageToken, Grids images, long videoToken, Grids videos) {
        long position = 0;
        long highest = -1;
        for (int i = 0; i < time; ) {
            int at = row * time + i;
            if (!visible(at)) {
                i++;
            } else if (ids[at] == imageToken || ids[at] == videoToken) {
                long[] grid = (ids[at] == imageToken ? images : videos).next();
                int length = place(row, i, position, grid, ids[at]);
                highest = Math.max(highest, position + Math.max(grid[0], Math.max(grid[1], grid[2])) - 1);
                position += Math.max(grid[1], grid[2]);
                i += length;
            } else {
                set(row, i, position, position, position);
                highest = Math.max(highest, position);
                position++;
                i++;
            }
        }
        return highest + 1;
    }

    private int place(int row, int start, long position, long[] grid, long token) {
        int i = start;
        for (long frame = 0; frame < grid[0]; frame++) {
            for (long y = 0; y < grid[1]; y++) {
                for (long x = 0; x < grid[2]; x++, i++) {
                    if (i >= time || ids[row * time + i] != token) {
                        throw new NeuralException("bad_input", "row " + row + " has fewer image tokens than its grid");
                    }
                    set(row, i, position + frame, position + y, position + x);
                }
            }
        }
        return i - start;
    }

    private boolean visible(int at) {
        return mask.map(m -> m[at] != 0).orElse(true);
    }

    private void set(int row, int i, long frame, long y, long x) {
        int plane = rows * time;
        flat[row * time + i] = frame;
        flat[plane + row * time + i] = y;
        flat[2 * plane + row * time + i] = x;
    }

    /** Sizes of the images in the order in which they stand, in merged patches. */
    private static final class Grids {
        private final String name;
        private final long[] numbers;
        private final int merge;
        private int at;

        Grids(CausalInput input, String name, int merge) {
            this.name = name;
            this.merge = merge;
            NDArray grids = input.media().get(name);
            this.numbers = grids == null ? new long[0] : grids.toLongArray();
        }

        long[] next() {
            if (at + DIMENSIONS > numbers.length) {
                throw new NeuralException("bad_input", "there are more images in the text than in " + name);
            }
            long[] grid = {numbers[at], numbers[at + 1] / merge, numbers[at + 2] / merge};
            at += DIMENSIONS;
            return grid;
        }
    }
}
