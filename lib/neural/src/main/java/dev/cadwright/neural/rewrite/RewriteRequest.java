package dev.cadwright.neural.rewrite;

import dev.cadwright.neural.quantize.Quantization;
import java.nio.file.Path;
import java.util.List;

/** What is to become of a model's folder. */
public sealed interface RewriteRequest {
    Path model();

    /** The folder that is to be written; there must be nothing yet. */
    Path out();

    /** @param adapter a PEFT folder */
    record Merge(Path model, Path adapter, Path out) implements RewriteRequest {}

    record Quantize(Path model, Quantization to, Path out) implements RewriteRequest {}

    /** What {@link RewriteMain} is started with. */
    default List<String> arguments() {
        return switch (this) {
            case Merge(Path model, Path adapter, Path out) ->
                List.of("merge", model.toString(), adapter.toString(), out.toString());
            case Quantize(Path model, Quantization to, Path out) ->
                List.of("quantize", model.toString(), to.name(), out.toString());
        };
    }

    static RewriteRequest of(String... arguments) {
        Path model = Path.of(arguments[1]);
        Path out = Path.of(arguments[3]);
        return switch (arguments[0]) {
            case "merge" -> new Merge(model, Path.of(arguments[2]), out);
            case "quantize" -> new Quantize(model, Quantization.valueOf(arguments[2]), out);
            default -> throw new IllegalArgumentException("neither merge nor quantize: " + arguments[0]);
        };
    }
}
