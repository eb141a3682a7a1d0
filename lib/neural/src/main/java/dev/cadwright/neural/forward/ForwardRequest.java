package dev.cadwright.neural.forward;

import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a forward pass reads and writes.
 *
 * @param model folder of a checkpoint
 * @param inputs safetensors file with {@code input_ids} and whatever else the model reads, by transformers' names
 * @param out safetensors file that is to be written
 * @param type what to compute in
 */
public record ForwardRequest(Path model, Path inputs, Path out, ScalarType type, int threads) {
    public ForwardRequest {
        Objects.requireNonNull(model);
        Objects.requireNonNull(inputs);
        Objects.requireNonNull(out);
        Objects.requireNonNull(type);
    }

    List<String> arguments() {
        return List.of(
                model.toString(),
                inputs.toString(),
                out.toString(),
                type.name().toLowerCase(Locale.ROOT),
                Integer.toString(threads));
    }

    static ForwardRequest of(String... arguments) {
        return new ForwardRequest(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                ScalarType.valueOf(arguments[3].toUpperCase(Locale.ROOT)),
                Integer.parseInt(arguments[4]));
    }
}
