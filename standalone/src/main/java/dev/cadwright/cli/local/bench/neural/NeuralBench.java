package dev.cadwright.cli.local.bench.neural;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.CpuProbe;
import dev.cadwright.neural.process.CpuVerdict;
import dev.cadwright.neural.speed.ModelShape;
import dev.cadwright.neural.speed.RandomCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the benchmarks of models share: two models of random weights in a folder that is removed in the end, and how
 * processes are started that measure with them.
 *
 * @param peer a Python with PyTorch
 */
public record NeuralBench(
        Path folder, CpuVerdict verdict, ChildOptions options, int threads, Optional<Path> peer, Figures figures)
        implements AutoCloseable {
    /** @param home where the processor's verdict is kept */
    public static NeuralBench open(Path home, int threads, Optional<Path> peer, Figures figures)
            throws IOException, InterruptedException {
        try {
            ChildOptions child = ChildOptions.defaults();
            CpuVerdict verdict = CpuProbe.verdict(child, home.resolve("cpu.json"));
            Path folder = Files.createTempDirectory("cadwright-bench");
            return new NeuralBench(
                    folder, verdict, child.withEnvironment(verdict.environment()), threads, peer, figures);
        } catch (NeuralException e) {
            throw CommandFailure.unavailable(e.getMessage());
        }
    }

    Path small() throws IOException {
        return model("small", ModelShape.SMALL);
    }

    Path half() throws IOException {
        return model("half", ModelShape.HALF_BILLION);
    }

    private Path model(String name, ModelShape shape) throws IOException {
        Path model = folder.resolve(name);
        if (!Files.exists(model)) {
            RandomCheckpoint.write(shape, model);
        }
        return model;
    }

    MeasuringProcess ours() {
        return MeasuringProcess.ours(options, threads);
    }

    Optional<MeasuringProcess> theirs() throws IOException {
        return peer.isPresent()
                ? Optional.of(MeasuringProcess.torch(peer.get(), threads, verdict.environment()))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
