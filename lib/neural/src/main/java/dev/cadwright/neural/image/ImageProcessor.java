package dev.cadwright.neural.image;

import dev.cadwright.neural.checkpoint.Configuration;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The processor of CLIP, SigLIP and LLaVA, as {@code preprocessor_config.json} describes it: resize, cut the middle out,
 * scale to numbers around zero.
 */
public final class ImageProcessor {
    /** The key of {@link ProcessorFolder} for pictures that are padded to squares before all else. */
    static final String SQUARE = "cadwright_pad_to_square";

    private final boolean square;
    private final Optional<Target> target;
    private final Resampling resampling;
    private final Optional<Size> crop;
    private final Normalisation normalisation;

    private record Size(int width, int height) {}

    /** Either a size, or the length of the shorter side. */
    private record Target(Optional<Size> size, OptionalInt shortest) {}

    private ImageProcessor(
            boolean square,
            Optional<Target> target,
            Resampling resampling,
            Optional<Size> crop,
            Normalisation normalisation) {
        this.square = square;
        this.target = target;
        this.resampling = resampling;
        this.crop = crop;
        this.normalisation = normalisation;
    }

    /** Of the {@code preprocessor_config.json} of a model's folder. */
    public static ImageProcessor ofFolder(Path folder) {
        return of(Configuration.read(folder.resolve("preprocessor_config.json")));
    }

    public static ImageProcessor of(Configuration configuration) {
        return new ImageProcessor(
                configuration.flag(SQUARE, false),
                configuration.flag("do_resize", true) ? Optional.of(target(configuration)) : Optional.empty(),
                Resampling.numbered(configuration.integer("resample").orElse(3)),
                configuration.flag("do_center_crop", false)
                        ? Optional.of(size(configuration, "crop_size"))
                        : Optional.empty(),
                Normalisation.of(configuration));
    }

    private static Target target(Configuration configuration) {
        OptionalInt plain = plain(configuration, "size");
        if (plain.isPresent()) {
            return new Target(Optional.empty(), plain);
        }
        Configuration size = configuration.section("size");
        return size.has("shortest_edge")
                ? new Target(Optional.empty(), OptionalInt.of(size.size("shortest_edge")))
                : new Target(Optional.of(new Size(size.size("width"), size.size("height"))), OptionalInt.empty());
    }

    private static Size size(Configuration configuration, String key) {
        OptionalInt plain = plain(configuration, key);
        if (plain.isPresent()) {
            return new Size(plain.getAsInt(), plain.getAsInt());
        }
        Configuration size = configuration.section(key);
        return new Size(size.size("width"), size.size("height"));
    }

    /** Old configurations have one number. */
    private static OptionalInt plain(Configuration configuration, String key) {
        return configuration.json().path(key).isInt() ? OptionalInt.of(configuration.size(key)) : OptionalInt.empty();
    }

    /** What a model reads: [3, height, width], see {@link #shape}. */
    public float[] process(Picture picture) {
        Picture whole = square ? picture.onSquare(normalisation.background()) : picture;
        Picture ready = cut(resized(whole));
        int plane = ready.width() * ready.height();
        float[] values = new float[Picture.CHANNELS * plane];
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            for (int i = 0; i < plane; i++) {
                int value = ready.channel(i % ready.width(), i / ready.width(), channel);
                values[channel * plane + i] = normalisation.apply(value, channel);
            }
        }
        return values;
    }

    /** Channels, height and width of what {@link #process} makes of a picture. */
    public long[] shape(Picture picture) {
        int longer = Math.max(picture.width(), picture.height());
        Size size = crop.orElseGet(() -> square ? wanted(longer, longer) : wanted(picture.width(), picture.height()));
        return new long[] {Picture.CHANNELS, size.height(), size.width()};
    }

    private Picture cut(Picture picture) {
        return crop.map(size -> picture.middle(size.width(), size.height())).orElse(picture);
    }

    private Picture resized(Picture picture) {
        Size size = wanted(picture.width(), picture.height());
        return resampling.resize(picture, size.width(), size.height());
    }

    private Size wanted(int width, int height) {
        if (target.isEmpty()) {
            return new Size(width, height);
        }
        return target.get().size().orElseGet(() -> {
            int shortest = target.get().shortest().orElseThrow();
            boolean upright = width <= height;
            int longer = (int) ((double) shortest * Math.max(width, height) / Math.min(width, height));
            return upright ? new Size(shortest, longer) : new Size(longer, shortest);
        });
    }
}
