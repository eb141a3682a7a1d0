package dev.cadwright.kernel.openscad;

import dev.cadwright.kernel.WorkerCommand;
import dev.cadwright.kernel.mesh.MeshWorker;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a pool runs OpenSCAD.
 *
 * @param workers how many processes at most; each starts when first needed
 * @param program what starts a worker
 * @param fonts the folder of the fonts that {@code text} finds, TrueType or OpenType; empty for none
 * @param recycleAfter programs after which a worker is replaced by a fresh one
 */
public record ScadOptions(int workers, Path program, Optional<Path> fonts, int recycleAfter) {
    public ScadOptions {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(fonts, "fonts");
        if (workers < 1 || recycleAfter < 1) {
            throw new IllegalArgumentException("a pool needs at least one worker and one program a worker");
        }
    }

    /** One worker a processor, with the program and the fonts where {@link MeshWorker} finds them. */
    public static ScadOptions standard() {
        return new ScadOptions(
                Runtime.getRuntime().availableProcessors(), MeshWorker.program(), MeshWorker.fonts(), 500);
    }

    public ScadOptions withWorkers(int count) {
        return new ScadOptions(count, program, fonts, recycleAfter);
    }

    public ScadOptions withRecycleAfter(int programs) {
        return new ScadOptions(workers, program, fonts, programs);
    }

    public ScadOptions withFonts(Optional<Path> folder) {
        return new ScadOptions(workers, program, folder, recycleAfter);
    }

    WorkerCommand command() {
        return MeshWorker.command("OpenSCAD worker", program, List.of("openscad"), fonts);
    }
}
