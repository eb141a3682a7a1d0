package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Configuration;

/** How many heads attention has and how large they are, by the usual keys. */
record Heads(int queries, int keys, int size) {
    static Heads of(Configuration configuration) {
        int queries = configuration.size("num_attention_heads");
        int width = configuration.size("hidden_size");
        if (!configuration.has("head_dim") && width % queries != 0) {
            throw configuration.bad(queries + " heads do not divide a width of " + width);
        }
        return new Heads(
                queries,
                configuration.size("num_key_value_heads", queries),
                configuration.size("head_dim", width / queries));
    }

    double scale() {
        return 1 / Math.sqrt(size);
    }
}
