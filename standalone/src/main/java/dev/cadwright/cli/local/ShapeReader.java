package dev.cadwright.cli.local;

import dev.cadwright.geometry.format.Npy;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.Shape;
import dev.cadwright.metrics.ShapePreparation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads files into shapes that protocols measure. */
final class ShapeReader {
    private final KernelPool kernel;
    private final Duration time;

    /** @param definitions the strictest of their time limits holds */
    ShapeReader(KernelPool kernel, List<ProtocolDefinition> definitions) {
        this.kernel = kernel;
        double seconds = definitions.stream()
                .mapToDouble(ProtocolDefinition::secondsPerShape)
                .min()
                .orElseThrow();
        this.time = Duration.ofMillis(Math.round(1000 * seconds));
    }

    Shape read(Path file) {
        try {
            if (InputOptions.ending(file).equals(".npy")) {
                return Shape.of(Npy.read(file).toPointCloud());
            }
            Input input = new Input.File(file, String.valueOf(file.getFileName()), Optional.empty());
            return switch (ShapeInput.read(input)) {
                case ShapeInput.Finished finished -> Shape.of(finished.mesh());
                case ShapeInput.Unreadable unreadable ->
                    Shape.absent(
                            unreadable.diagnostic().isUnsupported() ? "unsupported" : "syntax",
                            unreadable.diagnostic().toString());
                case ShapeInput.Executable executable -> ShapePreparation.prepare(kernel, executable.source(), time);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
