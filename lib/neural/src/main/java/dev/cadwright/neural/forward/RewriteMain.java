package dev.cadwright.neural.forward;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.ModelLoader;
import dev.cadwright.neural.model.ModelWriter;
import dev.cadwright.neural.model.SaveOptions;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads a model's folder and writes it again: {@code FROM TO [f32|bf16|f16 [SHARD_BYTES]]}. What other tools make of the
 * written folder shows whether it is whole; see {@code benchmarks/parity}.
 */
public final class RewriteMain {
    private RewriteMain() {}

    public static void main(String[] arguments) {
        NDManager manager = TorchRuntime.start(Runtime.getRuntime().availableProcessors());
        TorchRuntime.recordGradients(false);
        SaveOptions options = SaveOptions.AS_READ;
        if (arguments.length > 2) {
            options = options.in(ScalarType.valueOf(arguments[2].toUpperCase(Locale.ROOT)));
        }
        if (arguments.length > 3) {
            options = options.withShardsOf(Long.parseLong(arguments[3]));
        }
        try (Model model = ModelLoader.load(manager, Path.of(arguments[0]), LoadOptions.SINGLE_PRECISION)) {
            ModelWriter.save(model, Path.of(arguments[1]), options);
        } catch (NeuralException e) {
            System.err.println(e.getMessage() + " [" + e.code() + "]");
            System.exit(2);
        }
        System.exit(0);
    }
}
