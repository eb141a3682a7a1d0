package dev.cadwright.dataset.build;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.dataset.NormalisingFrame;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleDescription;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.ShapeMeasures;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.source.RawShape;
import dev.cadwright.dataset.source.SourceSpecification;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.SolidProperties;
import dev.cadwright.kernel.Source;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Executes one shape and makes a sample of it, or says why not. */
final class SampleMaker {
    /** What became of one shape. */
    sealed interface Outcome {
        record Made(Sample sample) implements Outcome {}

        /** @param reason an execution category, or {@code degenerate} */
        record Rejected(String reason) implements Outcome {}
    }

    private final BuildSpecification build;
    private final SourceSpecification source;
    private final KernelPool kernel;

    SampleMaker(BuildSpecification build, SourceSpecification source, KernelPool kernel) {
        this.build = build;
        this.source = source;
        this.kernel = kernel;
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
            case RawShape.Generated generated -> execute(shape, new Source.Program(generated.construction()));
            case RawShape.Solid solid -> execute(shape, new Source.Step(solid.step()));
        };
    }

    private Outcome execute(RawShape shape, Source what) {
        Request request = Request.properties().withMesh(Deflection.STANDARD);
        return switch (kernel.execute(what, build.keepSolids() ? request.withStep() : request)) {
            case Execution.Solid solid ->
                solid.properties().occupiedVolume() > 0
                                && solid.mesh().orElseThrow().triangleCount() > 0
                        ? new Outcome.Made(sample(shape, solid))
                        : new Outcome.Rejected("degenerate");
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

    private Sample sample(RawShape shape, Execution.Solid solid) {
        SolidProperties properties = solid.properties();
        NormalisingFrame frame = NormalisingFrame.of(properties.bounds());
        String signature = Signature.of(properties, frame);
        Split split = source.split().orElseGet(() -> SplitChoice.of(signature, build.seed(), build.shares()));
        Mesh mesh = solid.mesh().orElseThrow();
        Map<SampleFile, byte[]> files = new EnumMap<>(SampleFile.class);
        files.put(SampleFile.MESH, Stl.encode(mesh));
        files.put(SampleFile.POINTS, ModelPoints.encode(mesh, frame, build, shape.id()));
        solid.step().ifPresent(step -> files.put(SampleFile.SOLID, step));
        String language = addPrograms(shape, frame, files);
        ShapeMeasures measures = new ShapeMeasures(
                properties.volume(),
                properties.area(),
                properties.bounds(),
                properties.solids(),
                properties.faces(),
                properties.edges(),
                properties.vertices());
        return new Sample(
                new SampleDescription(shape.id(), split, source.type().label(), language, frame, measures, signature),
                files);
    }

    private static String addPrograms(RawShape shape, NormalisingFrame frame, Map<SampleFile, byte[]> files) {
        return switch (shape) {
            case RawShape.Program program -> {
                Construction construction = program.parse().orElseThrow();
                files.put(SampleFile.DEEPCAD, program.text());
                files.put(SampleFile.PROGRAM, sketch(construction));
                Blocks.fromConstruction(construction, frame.centre(), frame.scale() * 100)
                        .ifPresent(blocks -> files.put(SampleFile.BLOCKS, bytes(BlockText.print(blocks))));
                yield program.language().label();
            }
            case RawShape.Generated generated -> {
                files.put(SampleFile.PROGRAM, sketch(generated.construction()));
                files.put(SampleFile.BLOCKS, bytes(BlockText.print(generated.program())));
                yield Language.SKETCH.label();
            }
            case RawShape.Solid solid -> "";
        };
    }

    private static byte[] sketch(Construction construction) {
        return bytes(Programs.print(Language.SKETCH, construction).orElseThrow());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
