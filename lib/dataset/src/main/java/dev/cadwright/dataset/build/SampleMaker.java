package dev.cadwright.dataset.build;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;
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
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.SolidProperties;
import dev.cadwright.kernel.Source;
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
    private final KernelPool kernel;
    private final SampleWriter writer;

    SampleMaker(BuildSpecification build, SourceSpecification source, KernelPool kernel) {
        this.build = build;
        this.keepsSolids = build.keepsSolids(source);
        this.kernel = kernel;
        this.writer = new SampleWriter(build, source);
    }

    Outcome make(RawShape shape) {
        return switch (shape) {
            case RawShape.Program program ->
                switch (program.parse()) {
                    case Parse.Ok<Construction>(Construction construction) ->
                        execute(shape, new Source.Program(construction));
                    case Parse.Failed<Construction> failed ->
                        new Outcome.Rejected(
                                failed.diagnostics().getFirst().isUnsupported() ? "unsupported" : "syntax");
                };
            case RawShape.Generated generated ->
                keepsSolids
                        ? execute(shape, new Source.Program(generated.construction()))
                        : new BlockSampleMaker(writer, build).make(generated);
            case RawShape.Solid solid -> execute(shape, new Source.Step(solid.step()));
        };
    }

    private Outcome execute(RawShape shape, Source what) {
        Request request = Request.properties().withMesh(Deflection.STANDARD);
        return switch (kernel.execute(what, keepsSolids ? request.withStep() : request)) {
            case Execution.Solid solid ->
                solid.properties().occupiedVolume() > 0
                                && solid.mesh().orElseThrow().triangleCount() > 0
                        ? sample(shape, solid)
                        : new Outcome.Rejected("degenerate");
            case Execution.Loose _ -> new Outcome.Rejected(Category.NO_RESULT.label());
            case Execution.Invalid invalid ->
                new Outcome.Rejected(invalid.category().label());
            case Execution.Rejected rejected ->
                new Outcome.Rejected(rejected.category().label());
            case Execution.NoResult nothing ->
                new Outcome.Rejected(nothing.category().label());
            case Execution.Exhausted exhausted ->
                new Outcome.Rejected(exhausted.category().label());
            case Execution.TimedOut timedOut ->
                new Outcome.Rejected(timedOut.category().label());
            case Execution.Crashed crashed ->
                new Outcome.Rejected(crashed.category().label());
        };
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
        Mesh mesh = solid.mesh().orElseThrow();
        PointCloud surface =
                SurfaceSampler.sample(mesh, build.pointCounts().sampled(), ModelPoints.random(build, shape.id()));
        Map<SampleFile, byte[]> files = new EnumMap<>(SampleFile.class);
        files.put(SampleFile.MESH, Stl.encode(mesh));
        files.put(SampleFile.POINTS, ModelPoints.encode(surface, frame, build));
        solid.step().ifPresent(step -> files.put(SampleFile.SOLID, step));
        return writer.made(shape, measures, Signature.of(measures, frame, true), frame, files);
    }
}
