package dev.cadwright.neural.process;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.tensor.OpArchive;
import dev.cadwright.neural.tensor.Precision;
import dev.cadwright.neural.tensor.TorchModule;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Measures matrix products in both precisions on one thread; may die of it. Prints one JSON object. */
public final class CpuProbeMain {
    private static final int ROWS = 4096;
    private static final int WIDTH = 256;
    private static final int REPEATS = 12;
    private static final String OPS = """
              def cast(self, x: Tensor, dtype: int) -> Tensor:
                return torch.to(x, dtype)
              def product(self, x: Tensor, w: Tensor) -> Tensor:
                return torch.linear(x, w)
            """;

    private CpuProbeMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        NDManager manager = TorchRuntime.start(1);
        TorchRuntime.recordGradients(false);
        try (TorchModule ops = TorchModule.load(manager, OpArchive.of(OPS))) {
            double fp32 = rate(manager, ops, Precision.FP32);
            double bf16 = rate(manager, ops, Precision.BF16);
            out.println(String.format(Locale.ROOT, "{\"fp32\":%.1f,\"bf16\":%.1f}", fp32, bf16));
        }
        System.exit(0);
    }

    private static double rate(NDManager manager, TorchModule ops, Precision precision) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray x = ops.array(
                    scope, "cast", scope.ones(new Shape(ROWS, WIDTH), DataType.FLOAT32), precision.torchType());
            NDArray w = ops.array(
                    scope, "cast", scope.ones(new Shape(WIDTH, WIDTH), DataType.FLOAT32), precision.torchType());
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < REPEATS; i++) {
                long start = System.nanoTime();
                ops.array(scope, "product", x, w).close();
                best = Math.min(best, System.nanoTime() - start);
            }
            return 2.0 * ROWS * WIDTH * WIDTH / best;
        }
    }
}
