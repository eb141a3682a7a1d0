package dev.cadwright.cli.local;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import java.io.IOException;

/** Gets the mesh of any shape: as it is in the file, or from the solid that comes of executing it. */
public final class MeshReader {
    /** What became of one input. */
    public sealed interface Outcome {
        record Found(Mesh mesh) implements Outcome {}

        record Failed(ExecutionRecord record) implements Outcome {}
    }

    private final KernelPool kernel;
    private final Request request;

    public MeshReader(KernelPool kernel, Budget budget) {
        this.kernel = kernel;
        this.request = Request.properties().withMesh(Deflection.STANDARD).within(budget);
    }

    public Outcome read(Input input) throws IOException {
        return switch (ShapeInput.read(input)) {
            case ShapeInput.Finished(Mesh mesh) -> new Outcome.Found(mesh);
            case ShapeInput.Unreadable unreadable ->
                new Outcome.Failed(
                        ExecutionRecord.unreadable(input.name(), unreadable.language(), unreadable.diagnostic()));
            case ShapeInput.Executable executable -> {
                Execution execution = kernel.execute(executable.source(), request);
                yield execution instanceof Execution.Solid solid && solid.mesh().isPresent()
                        ? new Outcome.Found(solid.mesh().get())
                        : new Outcome.Failed(ExecutionRecord.of(input.name(), executable.language(), execution));
            }
        };
    }
}
