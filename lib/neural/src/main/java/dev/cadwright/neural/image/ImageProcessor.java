package dev.cadwright.neural.image;

import dev.cadwright.neural.checkpoint.Configuration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The processor of CLIP, SigLIP and LLaVA, as {@code preprocessor_config.json} describes it: resize, cut the middle out,
 * scale to numbers around zero.
 */
public final class ImageProcessor {
    private static final List<Double> CLIP_MEAN = List.of(0.48145466, 0.4578275, 0.40821073);
    private static final List<Double> CLIP_DEVIATION = List.of(0.26862954, 0.26130258, 0.27577711);

    private final Optional<Target> target;
    private final Resampling resampling;
    private final Optional<Size> crop;
    private final double factor;
    private final double[] mean;
    private final double[] deviation;

    private record Size(int width, int height) {}

    /** Either a size, or the length of the shorter side. */
    private record Target(Optional<Size> size, OptionalInt shortest) {}

    private ImageProcessor(
            Optional<Target> target,
            Resampling resampling,
            Optional<Size> crop,
            double factor,
            double[] mean,
            double[] deviation) {
        this.target = target;
        this.resampling = resampling;
        this.crop = crop;
        this.factor = factor;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** Of the {@code preprocessor_config.json} of a model's folder. */
    public static ImageProcessor ofFolder(Path folder) {
        return of(Configuration.read(folder.resolve("preprocessor_config.json")));
    }

    public static ImageProcessor of(Configuration configuration) {
        boolean normalises = configuration.flag("do_normalize", true);
        return new ImageProcessor(
                configuration.flag("do_resize", true) ? Optional.of(target(configuration)) : Optional.empty(),
                Resampling.numbered(configuration.integer("resample").orElse(3)),
                configuration.flag("do_center_crop", false)
                        ? Optional.of(size(configuration, "crop_size"))
                        : Optional.empty(),
                configuration.flag("do_rescale", true) ? configuration.number("rescale_factor", 1 / 255.0) : 1,
                normalises ? numbers(configuration, "image_mean", CLIP_MEAN) : new double[] {0, 0, 0},
                normalises ? numbers(configuration, "image_std", CLIP_DEVIATION) : new double[] {1, 1, 1});
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

    private static double[] numbers(Configuration configuration, String key, List<Double> usual) {
        List<Double> numbers = configuration.has(key) ? configuration.numbers(key) : usual;
        if (numbers.size() != Picture.CHANNELS) {
            throw configuration.bad(key + " should have a number for red, green and blue");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What a model reads: [3, height, width], see {@link #shape}. */
    public float[] process(Picture picture) {
        Picture ready = cut(resized(picture));
        int plane = ready.width() * ready.height();
        float[] values = new float[Picture.CHANNELS * plane];
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            float middle = (float) mean[channel];
            float spread = (float) deviation[channel];
            for (int i = 0; i < plane; i++) {
                float scaled = (float) (ready.channel(i % ready.width(), i / ready.width(), channel) * factor);
                values[channel * plane + i] = (scaled - middle) / spread;
            }
        }
        return values;
    }

    /** Channels, height and width of what {@link #process} makes of a picture. */
    public long[] shape(Picture picture) {
        Size size = crop.orElseGet(() -> wanted(picture));
        return new long[] {Picture.CHANNELS, size.height(), size.width()};
    }

    private Picture cut(Picture picture) {
        return crop.map(size -> picture.middle(size.width(), size.height())).orElse(picture);
    }

    private Picture resized(Picture picture) {
        Size size = wanted(picture);
        return resampling.resize(picture, size.width(), size.height());
    }

    private Size wanted(Picture picture) {
        if (target.isEmpty()) {
            return new Size(picture.width(), picture.height());
        }
        return target.get().size().orElseGet(() -> {
            int shortest = target.get().shortest().orElseThrow();
            boolean upright = picture.width() <= picture.height();
            int shorter = Math.min(picture.width(), picture.height());
            int longer = (int) ((double) shortest * Math.max(picture.width(), picture.height()) / shorter);
            return upright ? new Size(shortest, longer) : new Size(longer, shortest);
        });
    }
}
