package dev.cadwright.neural.image;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;

/**
 * The processor of Qwen2-VL (Wang et al., 2024): a picture keeps its shape and about its size, rounded to whole squares
 * of patches, and is cut into patches in the order in which the model merges them.
 */
public final class PatchProcessor {
    private static final int USUAL_PATCH = 14;
    private static final int USUAL_LEAST = 56 * 56;
    private static final int USUAL_MOST = 28 * 28 * 1280;
    /** Pictures longer than this have nothing to be seen on them. */
    private static final int LONGEST_SHAPE = 200;

    private final boolean resizes;
    private final Resampling resampling;
    private final Normalisation normalisation;
    private final int patch;
    private final int frames;
    private final int merge;
    private final long least;
    private final long most;

    private PatchProcessor(Configuration configuration) {
        this.resizes = configuration.flag("do_resize", true);
        this.resampling = Resampling.numbered(configuration.integer("resample").orElse(3));
        this.normalisation = Normalisation.of(configuration);
        this.patch = configuration.size("patch_size", USUAL_PATCH);
        this.frames = configuration.size("temporal_patch_size", 2);
        this.merge = configuration.size("merge_size", 2);
        this.least = pixels(configuration, "min_pixels", "shortest_edge", USUAL_LEAST);
        this.most = pixels(configuration, "max_pixels", "longest_edge", USUAL_MOST);
    }

    /** Of a {@code preprocessor_config.json}, with its keys of transformers 4 or 5. */
    public static PatchProcessor of(Configuration configuration) {
        return new PatchProcessor(configuration);
    }

    private static int pixels(Configuration configuration, String key, String inSize, int usual) {
        if (configuration.has(key)) {
            return configuration.size(key);
        }
        return configuration
                .optionalSection("size")
                .map(size -> size.size(inSize, usual))
                .orElse(usual);
    }

    /**
     * A picture in patches.
     *
     * @param values patch after patch, each [channels, frames, size, size]
     * @param rows patches from top to bottom
     * @param columns patches from left to right
     */
    @SuppressWarnings("ArrayRecordComponent") // read only
    public record Patches(float[] values, int rows, int columns) {
        /** Numbers in a patch. */
        public int width() {
            return values.length / (rows * columns);
        }
    }

    /** How many patches make one token of the model. */
    public int patchesPerToken() {
        return merge * merge;
    }

    /** @throws NeuralException {@code bad_image} for a picture that is hundreds of times as long as it is wide */
    public Patches process(Picture picture) {
        Picture ready = resized(picture);
        int rows = ready.height() / patch;
        int columns = ready.width() / patch;
        float[] values = new float[rows * columns * Picture.CHANNELS * frames * patch * patch];
        int at = 0;
        for (int row = 0; row < rows; row += merge) {
            for (int column = 0; column < columns; column += merge) {
                for (int i = 0; i < merge * merge; i++) {
                    at = write(ready, row + i / merge, column + i % merge, values, at);
                }
            }
        }
        return new Patches(values, rows, columns);
    }

    private int write(Picture picture, int row, int column, float[] values, int from) {
        int at = from;
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            for (int frame = 0; frame < frames; frame++) {
                for (int y = row * patch; y < (row + 1) * patch; y++) {
                    for (int x = column * patch; x < (column + 1) * patch; x++) {
                        values[at++] = normalisation.apply(picture.channel(x, y, channel), channel);
                    }
                }
            }
        }
        return at;
    }

    private Picture resized(Picture picture) {
        int square = patch * merge;
        if (!resizes) {
            if (picture.width() % square != 0 || picture.height() % square != 0) {
                throw new NeuralException("bad_image", "the picture's sides are no multiples of " + square);
            }
            return picture;
        }
        if (Math.max(picture.width(), picture.height())
                > (double) LONGEST_SHAPE * Math.min(picture.width(), picture.height())) {
            throw new NeuralException(
                    "bad_image",
                    "a picture of " + picture.width() + " by " + picture.height()
                            + " is more than 200 times as long as it is wide");
        }
        long height = (long) Math.rint((double) picture.height() / square) * square;
        long width = (long) Math.rint((double) picture.width() / square) * square;
        double area = (double) picture.height() * picture.width();
        if (height * width > most) {
            double shrink = Math.sqrt(area / most);
            height = Math.max(square, (long) Math.floor(picture.height() / shrink / square) * square);
            width = Math.max(square, (long) Math.floor(picture.width() / shrink / square) * square);
        } else if (height * width < least) {
            double grow = Math.sqrt(least / area);
            height = (long) Math.ceil(picture.height() * grow / square) * square;
            width = (long) Math.ceil(picture.width() * grow / square) * square;
        }
        return resampling.resize(picture, Math.toIntExact(width), Math.toIntExact(height));
    }
}
