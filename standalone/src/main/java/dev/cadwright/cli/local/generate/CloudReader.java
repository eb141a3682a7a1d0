package dev.cadwright.cli.local.generate;

import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.MeshReader;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.format.FormatException;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.inference.ModelCloud;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.program.ExecutionRecord;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;

/** Gets what the model is given from an input: a file of points, a mesh, or a shape to execute. */
final class CloudReader {
    static final String POINTS = ".npy";

    /** What became of one input. */
    sealed interface Outcome {
        Input input();

        /** @param points x y z triples in the frame of the model */
        @SuppressWarnings("ArrayRecordComponent") // read only
        record Read(Input input, float[] points) implements Outcome {}

        record Failed(Input input, String code, String message) implements Outcome {}
    }

    private final MeshReader meshes;
    private final int points;

    CloudReader(ProgramPool programs, Budget budget, int points) {
        this.meshes = new MeshReader(programs, budget);
        this.points = points;
    }

    Outcome read(Input input) {
        try {
            if (input.ending().equals(POINTS)) {
                var cloud = Npy.parse(input.bytes()).toPointCloud();
                return new Outcome.Read(input, ModelCloud.of(cloud, points).toFloatArray());
            }
            return switch (meshes.read(input)) {
                case MeshReader.Outcome.Found(Mesh mesh) ->
                    new Outcome.Read(input, ModelCloud.of(mesh, points, 0).toFloatArray());
                case MeshReader.Outcome.Failed(ExecutionRecord record) ->
                    new Outcome.Failed(
                            input, record.error().code(), record.error().message());
            };
        } catch (FormatException e) {
            return new Outcome.Failed(input, e.code(), e.getMessage());
        } catch (IOException e) {
            return new Outcome.Failed(input, "unreadable", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new Outcome.Failed(input, "unusable_points", e.getMessage());
        }
    }
}
