package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Configuration;
import java.util.ArrayList;
import java.util.List;

/** Which layers look back only so far. */
final class Windows {
    private static final int EVERYTHING = 0;

    private Windows() {}

    /**
     * By {@code layer_types}, or before there were any by {@code use_sliding_window} and {@code max_window_layers}, as
     * Qwen has them: the first layers look at everything.
     */
    static List<Integer> byLayer(Configuration configuration, int layers) {
        boolean used = configuration.flag("use_sliding_window", false) && configuration.has("sliding_window");
        int window = used ? configuration.size("sliding_window") : EVERYTHING;
        List<Integer> windows = new ArrayList<>();
        List<String> types = configuration.has("layer_types") ? configuration.strings("layer_types") : List.of();
        int whole = configuration.size("max_window_layers", 28);
        for (int i = 0; i < layers; i++) {
            boolean sliding = types.isEmpty() ? i >= whole : types.get(i).equals("sliding_attention");
            windows.add(sliding ? window : EVERYTHING);
        }
        return windows;
    }

    /** The same window in each layer, if there is one. */
    static int everywhere(Configuration configuration) {
        return configuration.has("sliding_window") ? configuration.size("sliding_window") : EVERYTHING;
    }
}
