package dev.cadwright.neural.completion;

import dev.cadwright.neural.checkpoint.Configuration;
import java.util.Arrays;
import java.util.Map;

/** Prompts with points. */
final class CloudPrompt {
    /** How many the published models were trained with; their configurations do not say. */
    private static final int USUAL_POINTS = 256;

    private CloudPrompt() {}

    /** Points of a cloud that the model reads. */
    static int points(Configuration configuration) {
        return configuration.size("n_points", USUAL_POINTS);
    }

    /** CAD-Recode: padding that the points replace, marked by -1, then text. */
    static PromptRow row(Configuration configuration, MediaArray cloud, long[] text) {
        int points = Math.toIntExact(cloud.shape()[1]);
        long[] ids = new long[points + text.length];
        long[] mask = new long[ids.length];
        Arrays.fill(ids, 0, points, padding(configuration));
        Arrays.fill(mask, 0, points, -1);
        System.arraycopy(text, 0, ids, points, text.length);
        Arrays.fill(mask, points, ids.length, 1);
        return new PromptRow(ids, mask, Map.of("point_cloud", cloud));
    }

    /** The token that begins a program, of a model without a tokenizer. */
    static long[] begin(Configuration configuration) {
        return new long[] {configuration.integer("bos_token_id").orElse(1)};
    }

    static long padding(Configuration configuration) {
        Configuration text = configuration.optionalSection("text_config").orElse(configuration);
        return configuration.integer("pad_token_id").orElseGet(() -> text.integer("pad_token_id")
                .orElse(0));
    }

    /** [1, points, 3]. */
    static MediaArray cloud(float[] triples) {
        return new MediaArray.Numbers(new long[] {1, triples.length / 3, 3}, triples);
    }
}
