package dev.cadwright.cli.local;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.program.ExecutionRecord;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;

/** Gets the mesh of any shape: as it is in the file, or from the solid that comes of executing it. */
public final class MeshReader {
    /** What became of one input. */
    public sealed interface Outcome {
        record Found(Mesh mesh) implements Outcome {}

        record Failed(ExecutionRecord record) implements Outcome {}
    }

    private final ProgramPool programs;
    private final Request request;

    public MeshReader(ProgramPool programs, Budget budget) {
        this.programs = programs;
        this.request = Request.properties().withMesh(Deflection.STANDARD).within(budget);
    }

    public Outcome read(Input input) throws IOException {
        return switch (ShapeInput.read(input)) {
            case ShapeInput.Finished(Mesh mesh) -> new Outcome.Found(mesh);
            case ShapeInput.Unreadable unreadable ->
                new Outcome.Failed(
                        ExecutionRecord.unreadable(input.name(), unreadable.language(), unreadable.diagnostic()));
            case ShapeInput.Executable executable -> {
                ProgramExecution execution = programs.execute(executable.source(), request);
                yield execution
                        .mesh()
                        .<Outcome>map(Outcome.Found::new)
                        .orElseGet(() ->
                                new Outcome.Failed(ExecutionRecord.of(input.name(), executable.language(), execution)));
            }
        };
    }
}
