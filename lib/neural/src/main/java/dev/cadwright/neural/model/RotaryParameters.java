package dev.cadwright.neural.model;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Rotary positions as a configuration describes them: {@code rope_parameters} of transformers 5, or {@code rope_theta},
 * {@code rope_scaling} and {@code partial_rotary_factor} before.
 *
 * @param size dimensions of a head that are turned
 * @param sections dimensions of the frequencies for each dimension of the positions; empty where they have only one
 */
record RotaryParameters(double base, int size, Scaling scaling, List<Integer> sections) {
    private static final double USUAL_BASE = 10_000;

    RotaryParameters {
        sections = List.copyOf(sections);
        if (size < 2 || size % 2 != 0 || !(base > 0)) {
            throw new NeuralException("bad_config", "no rotary positions of size " + size + " to the base " + base);
        }
    }

    /** How positions beyond the trained ones are reached. */
    sealed interface Scaling {
        record None() implements Scaling {}

        record Linear(double factor) implements Scaling {}

        /** The base grows with the longest position (NTK-aware). */
        record Dynamic(double factor, int trained) implements Scaling {}

        record Llama3(double factor, double low, double high, double trained) implements Scaling {}

        /** Peng et al., 2023. */
        record Yarn(double factor, double attention, double fast, double slow, double trained, boolean whole)
                implements Scaling {}
    }

    /** @param headSize size of a head, of which a part may be turned */
    static RotaryParameters of(Configuration configuration, int headSize) {
        return of(configuration, headSize, USUAL_BASE);
    }

    static RotaryParameters of(Configuration configuration, int headSize, double usualBase) {
        Optional<Configuration> rope = configuration
                .optionalSection("rope_parameters")
                .or(() -> configuration.optionalSection("rope_scaling"));
        double base = inEither(configuration, rope, "rope_theta").orElse(usualBase);
        double part = inEither(configuration, rope, "partial_rotary_factor").orElse(1);
        return new RotaryParameters(
                base,
                (int) (headSize * part),
                rope.map(r -> scaling(r, configuration)).orElse(new Scaling.None()),
                rope.filter(r -> r.has("mrope_section"))
                        .map(r -> r.sizes("mrope_section"))
                        .orElse(List.of()));
    }

    private static OptionalDouble inEither(Configuration all, Optional<Configuration> rope, String key) {
        OptionalDouble inner = rope.map(r -> r.optionalNumber(key)).orElse(OptionalDouble.empty());
        return inner.isPresent() ? inner : all.optionalNumber(key);
    }

    private static Scaling scaling(Configuration rope, Configuration all) {
        String type = rope.string("rope_type", rope.string("type", "default"));
        return switch (type) {
            case "default", "mrope" -> new Scaling.None();
            case "linear" -> new Scaling.Linear(rope.number("factor"));
            case "dynamic" -> new Scaling.Dynamic(rope.number("factor"), all.size("max_position_embeddings"));
            case "llama3" ->
                new Scaling.Llama3(
                        rope.number("factor"),
                        rope.number("low_freq_factor"),
                        rope.number("high_freq_factor"),
                        trained(rope, all));
            case "yarn" -> yarn(rope, all);
            default -> throw new NeuralException("unsupported_model", "unknown rotary positions of type " + type);
        };
    }

    private static Scaling yarn(Configuration rope, Configuration all) {
        double trained = trained(rope, all);
        double factor = rope.optionalNumber("factor").orElseGet(() -> all.number("max_position_embeddings") / trained);
        double scale = rope.number("mscale", 0);
        double scaleOfAll = rope.number("mscale_all_dim", 0);
        double usual = scale != 0 && scaleOfAll != 0
                ? magnitude(factor, scale) / magnitude(factor, scaleOfAll)
                : magnitude(factor, 1);
        return new Scaling.Yarn(
                factor,
                rope.number("attention_factor", usual),
                orIfZero(rope.number("beta_fast", 0), 32),
                orIfZero(rope.number("beta_slow", 0), 1),
                trained,
                rope.flag("truncate", true));
    }

    private static double magnitude(double factor, double scale) {
        return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
    }

    private static double orIfZero(double value, double otherwise) {
        return value == 0 ? otherwise : value;
    }

    private static double trained(Configuration rope, Configuration all) {
        String key = "original_max_position_embeddings";
        OptionalDouble outer = all.optionalNumber(key);
        if (outer.isPresent()) {
            return outer.getAsDouble();
        }
        return rope.optionalNumber(key).orElseGet(() -> all.number("max_position_embeddings"));
    }
}
