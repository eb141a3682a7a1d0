package dev.cadwright.neural.forward;

import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a forward pass reads and writes.
 *
 * @param model folder of a checkpoint
 * @param inputs safetensors file with {@code input_ids} and whatever else the model reads, by transformers' names
 * @param out safetensors file that is to be written
 * @param type what to compute in
 * @param adapter a PEFT folder
 * @param quantization of the model's weights while they are read
 */
public record ForwardRequest(
        Path model,
        Path inputs,
        Path out,
        ScalarType type,
        int threads,
        Optional<Path> adapter,
        Optional<Quantization> quantization) {
    /** The model alone, as it is. */
    public ForwardRequest(Path model, Path inputs, Path out, ScalarType type, int threads) {
        this(model, inputs, out, type, threads, Optional.empty(), Optional.empty());
    }

    public ForwardRequest {
        Objects.requireNonNull(model);
        Objects.requireNonNull(inputs);
        Objects.requireNonNull(out);
        Objects.requireNonNull(type);
        Objects.requireNonNull(adapter);
        Objects.requireNonNull(quantization);
    }

    List<String> arguments() {
        return List.of(
                model.toString(),
                inputs.toString(),
                out.toString(),
                type.name().toLowerCase(Locale.ROOT),
                Integer.toString(threads),
                adapter.map(Path::toString).orElse(""),
                quantization.map(Quantization::name).orElse(""));
    }

    static ForwardRequest of(String... arguments) {
        return new ForwardRequest(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                ScalarType.valueOf(arguments[3].toUpperCase(Locale.ROOT)),
                Integer.parseInt(arguments[4]),
                Optional.of(arguments[5]).filter(a -> !a.isEmpty()).map(Path::of),
                Optional.of(arguments[6]).filter(q -> !q.isEmpty()).map(Quantization::valueOf));
    }
}
