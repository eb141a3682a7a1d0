package dev.cadwright.cad.block;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.block.OutlineEdge.Arc;
import dev.cadwright.cad.block.OutlineEdge.Straight;
import java.util.ArrayList;
import java.util.List;

/** Turns blocks into extrudes of profiles with exact arcs and circles. */
final class ConstructionWriter {
    private ConstructionWriter() {}

    static Construction of(BlockProgram program) {
        List<Feature> features = new ArrayList<>();
        for (Block block : program.blocks()) {
            Operation operation =
                    block.cut() ? Operation.CUT : features.isEmpty() ? Operation.NEW_BODY : Operation.JOIN;
            features.add(new Feature.Extrude(
                    block.plane().frame().offset(block.from()),
                    profiles(block),
                    new Extent.OneSide(block.to() - block.from()),
                    operation,
                    SourceSpan.NONE));
        }
        return new Construction(features);
    }

    private static List<Profile> profiles(Block block) {
        return switch (Face.of(block.loops())) {
            case Face.Reading.Sound(Face face) ->
                face.profiles().stream().map(numbers -> profile(face, numbers)).toList();
            case Face.Reading.Unsound(String reason) -> throw new IllegalArgumentException(reason);
        };
    }

    private static Profile profile(Face face, List<Integer> numbers) {
        List<Loop> loops = numbers.stream()
                .map(number -> loop(face.outlines().get(number)))
                .toList();
        return new Profile(loops.getFirst(), loops.subList(1, loops.size()));
    }

    private static Loop loop(Outline outline) {
        return new Loop(outline.edges().stream().map(ConstructionWriter::curve).toList());
    }

    private static Curve curve(OutlineEdge edge) {
        return switch (edge) {
            case Straight(var start, var end) -> new Curve.Line(start, end, SourceSpan.NONE);
            case Arc arc when arc.full() -> new Curve.Circle(arc.centre(), arc.radius(), SourceSpan.NONE);
            case Arc arc -> new Curve.Arc(arc.start(), arc.through(), arc.end(), SourceSpan.NONE);
        };
    }
}
