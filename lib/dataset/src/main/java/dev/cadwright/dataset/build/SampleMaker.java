package dev.cadwright.dataset.build;

import dev.cadwright.dataset.NormalisingFrame;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.ShapeMeasures;
import dev.cadwright.dataset.source.RawShape;
import dev.cadwright.dataset.source.SourceSpecification;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.SurfaceSampler;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.SolidProperties;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.openscad.MeshMeasures;
import dev.cadwright.kernel.openscad.ScadExecution;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramInput;
import dev.cadwright.kernel.program.ProgramPool;
import dev.cadwright.kernel.program.ProgramSource;
import java.util.EnumMap;
import java.util.Map;

/** Executes one shape and makes a sample of it, or says why not. */
final class SampleMaker {
    /** What became of one shape. */
    sealed interface Outcome {
        record Made(Sample sample, Signature signature) implements Outcome {}

        /** @param reason an execution category, or {@code degenerate} */
        record Rejected(String reason) implements Outcome {}
    }

    private final BuildSpecification build;
    private final boolean keepsSolids;
    private final ProgramPool programs;
    private final SampleWriter writer;

    SampleMaker(BuildSpecification build, SourceSpecification source, ProgramPool programs) {
        this.build = build;
        this.keepsSolids = build.keepsSolids(source);
        this.programs = programs;
        this.writer = new SampleWriter(build, source);
    }

    Outcome make(RawShape shape) {
        return switch (shape) {
            case RawShape.Program program ->
                switch (program.input()) {
                    case ProgramInput.Executable(var _, var source) -> execute(shape, source);
                    case ProgramInput.Unreadable(var _, var diagnostic) ->
                        new Outcome.Rejected(diagnostic.isUnsupported() ? "unsupported" : "syntax");
                };
            case RawShape.Generated generated ->
                keepsSolids
                        ? execute(shape, exact(new Source.Program(generated.construction())))
                        : new BlockSampleMaker(writer, build).make(generated);
            case RawShape.Solid solid -> execute(shape, exact(new Source.Step(solid.step())));
        };
    }

    private static ProgramSource exact(Source source) {
        return new ProgramSource.Exact(source);
    }

    private Outcome execute(RawShape shape, ProgramSource what) {
        Request request = Request.properties().withMesh(Deflection.STANDARD);
        return switch (programs.execute(what, keepsSolids ? request.withStep() : request)) {
            case ProgramExecution.Exact(var execution) -> exact(shape, execution);
            case ProgramExecution.Scad(var execution) -> mesh(shape, execution);
        };
    }

    private Outcome exact(RawShape shape, Execution execution) {
        return switch (execution) {
            case Execution.Solid solid ->
                solid.properties().occupiedVolume() > 0
                                && solid.mesh().orElseThrow().triangleCount() > 0
                        ? sample(shape, solid)
                        : new Outcome.Rejected("degenerate");
            case Execution.Loose _ -> new Outcome.Rejected(Category.NO_RESULT.label());
            case Execution.Invalid _,
                    Execution.Rejected _,
                    Execution.NoResult _,
                    Execution.Exhausted _,
                    Execution.TimedOut _,
                    Execution.Crashed _ ->
                new Outcome.Rejected(execution.category().label());
        };
    }

    /** A mesh has no faces, and no inside unless it is closed. */
    private Outcome mesh(RawShape shape, ScadExecution execution) {
        return switch (execution) {
            case ScadExecution.Solid(MeshMeasures measures, var _, var _, var _) -> mesh(shape, measures);
            case ScadExecution.Drawing _ -> new Outcome.Rejected(Category.NO_RESULT.label());
            case ScadExecution.Rejected _,
                    ScadExecution.NoResult _,
                    ScadExecution.Exhausted _,
                    ScadExecution.TimedOut _,
                    ScadExecution.Crashed _ ->
                new Outcome.Rejected(execution.category().label());
        };
    }

    private Outcome mesh(RawShape shape, MeshMeasures measures) {
        if (!measures.watertight()) {
            return new Outcome.Rejected(Category.INVALID.label());
        }
        if (!(measures.volume() > 0)) {
            return new Outcome.Rejected("degenerate");
        }
        ShapeMeasures shapeMeasures = new ShapeMeasures(
                measures.volume(), measures.area(), measures.bounds(), measures.components(), 0, 0, 0);
        NormalisingFrame frame = NormalisingFrame.of(measures.bounds());
        Map<SampleFile, byte[]> files = surface(shape, measures.mesh(), frame);
        return writer.made(shape, shapeMeasures, Signature.of(shapeMeasures, frame, false), frame, files);
    }

    private Outcome sample(RawShape shape, Execution.Solid solid) {
        SolidProperties properties = solid.properties();
        ShapeMeasures measures = new ShapeMeasures(
                properties.occupiedVolume(),
                properties.area(),
                properties.bounds(),
                properties.solids(),
                properties.faces(),
                properties.edges(),
                properties.vertices());
        NormalisingFrame frame = NormalisingFrame.of(properties.bounds());
        Map<SampleFile, byte[]> files = surface(shape, solid.mesh().orElseThrow(), frame);
        solid.step().ifPresent(step -> files.put(SampleFile.SOLID, step));
        return writer.made(shape, measures, Signature.of(measures, frame, true), frame, files);
    }

    private Map<SampleFile, byte[]> surface(RawShape shape, Mesh mesh, NormalisingFrame frame) {
        PointCloud surface =
                SurfaceSampler.sample(mesh, build.pointCounts().sampled(), ModelPoints.random(build, shape.id()));
        Map<SampleFile, byte[]> files = new EnumMap<>(SampleFile.class);
        files.put(SampleFile.MESH, Stl.encode(mesh));
        files.put(SampleFile.POINTS, ModelPoints.encode(surface, frame, build));
        return files;
    }
}
