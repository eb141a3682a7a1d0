package dev.cadwright.dataset.build;

import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.dataset.NormalisingFrame;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.ShapeMeasures;
import dev.cadwright.dataset.source.RawShape;
import dev.cadwright.geometry.PointCloud;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes samples of generated shapes without a kernel: measures and points come from the block program itself. */
final class BlockSampleMaker {
    private final SampleWriter writer;
    private final BuildSpecification build;

    BlockSampleMaker(SampleWriter writer, BuildSpecification build) {
        this.writer = writer;
        this.build = build;
    }

    SampleMaker.Outcome make(RawShape.Generated shape) {
        return switch (BlockSolid.of(shape.program())) {
            case BlockExecution.Refused(var ignored) -> new SampleMaker.Outcome.Rejected("degenerate");
            case BlockExecution.Built(BlockSolid solid) -> make(shape, solid);
        };
    }

    private SampleMaker.Outcome make(RawShape.Generated shape, BlockSolid solid) {
        ShapeMeasures measures = new ShapeMeasures(solid.volume(), solid.area(), solid.bounds(), 1, 0, 0, 0);
        NormalisingFrame frame = NormalisingFrame.of(measures.bounds());
        SplittableRandom random = ModelPoints.random(build, shape.id());
        PointCloud surface = solid.sampleSurface(build.pointCounts().sampled(), random);
        Map<SampleFile, byte[]> files = new EnumMap<>(SampleFile.class);
        files.put(SampleFile.POINTS, ModelPoints.encode(surface, frame, build));
        return writer.made(shape, measures, Signature.of(measures, frame, false), frame, files);
    }
}
