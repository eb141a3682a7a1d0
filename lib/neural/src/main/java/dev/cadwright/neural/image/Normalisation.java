package dev.cadwright.neural.image;

import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;

/**
 * How bytes of a picture become numbers around zero, in single precision as transformers computes it.
 *
 * @param factor from bytes to the scale of the means
 * @param mean of red, green and blue
 * @param deviation of red, green and blue
 */
record Normalisation(double factor, List<Double> mean, List<Double> deviation) {
    private static final List<Double> CLIP_MEAN = List.of(0.48145466, 0.4578275, 0.40821073);
    private static final List<Double> CLIP_DEVIATION = List.of(0.26862954, 0.26130258, 0.27577711);

    Normalisation {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /** Of the keys that all processors share. */
    static Normalisation of(Configuration configuration) {
        boolean normalises = configuration.flag("do_normalize", true);
        return new Normalisation(
                configuration.flag("do_rescale", true) ? configuration.number("rescale_factor", 1 / 255.0) : 1,
                normalises ? numbers(configuration, "image_mean", CLIP_MEAN) : List.of(0.0, 0.0, 0.0),
                normalises ? numbers(configuration, "image_std", CLIP_DEVIATION) : List.of(1.0, 1.0, 1.0));
    }

    private static List<Double> numbers(Configuration configuration, String key, List<Double> usual) {
        List<Double> numbers = configuration.has(key) ? configuration.numbers(key) : usual;
        if (numbers.size() != Picture.CHANNELS) {
            throw configuration.bad(key + " should have a number for red, green and blue");
        }
        return numbers;
    }

    float apply(int value, int channel) {
        float middle = mean.get(channel).floatValue();
        float spread = deviation.get(channel).floatValue();
        return ((float) (value * factor) - middle) / spread;
    }

    /** The colour that becomes about zero, as LLaVA pads with it. */
    int[] background() {
        return mean.stream().mapToInt(m -> (int) (m * 255)).toArray();
    }
}
