package dev.cadwright.cad.block;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.outline.Range;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rounds a construction to a block program where it is one: principal planes, joins and cuts, within the range. */
final class ConstructionReader {
    private static final double PARALLEL = 1 - 1e-6;
    /** Volumes of one solid by two programs differ by rounding only. */
    private static final double SAME_VOLUME = 1e-6;

    private final Vector3 centre;
    private final double scale;

    ConstructionReader(Vector3 centre, double scale) {
        this.centre = centre;
        this.scale = scale;
    }

    Optional<BlockProgram> read(Construction construction) {
        List<Block> blocks = new ArrayList<>();
        for (Feature feature : construction.features()) {
            Optional<List<Block>> read = read(feature);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            blocks.addAll(read.get());
        }
        return blocks.isEmpty() ? Optional.empty() : sound(new BlockProgram(blocks));
    }

    /** The program in canonical order where that builds the same solid, otherwise as it is. */
    private static Optional<BlockProgram> sound(BlockProgram program) {
        if (!(BlockSolid.of(program) instanceof BlockExecution.Built(BlockSolid solid))) {
            return Optional.empty();
        }
        BlockProgram canonical = CanonicalOrder.of(program);
        // With all cuts at the end the solid can only have become smaller: equal volumes mean equal solids.
        boolean same = BlockSolid.of(canonical) instanceof BlockExecution.Built(BlockSolid other)
                && Math.abs(other.volume() - solid.volume()) <= SAME_VOLUME * solid.volume();
        return Optional.of(same ? canonical : program);
    }

    private Optional<List<Block>> read(Feature feature) {
        if (!(feature instanceof Feature.Extrude extrude)
                || extrude.operation() == Operation.INTERSECT
                || extrude.extent().isTapered()) {
            return Optional.empty();
        }
        Vector3 normal = extrude.plane().normal();
        for (int axis = 0; axis < 3; axis++) {
            double along = component(normal, axis);
            if (Math.abs(along) >= PARALLEL) {
                return read(extrude, PrincipalPlane.from((axis + 1) % 3), Math.signum(along));
            }
        }
        return Optional.empty();
    }

    private Optional<List<Block>> read(Feature.Extrude extrude, PrincipalPlane plane, double direction) {
        boolean cut = extrude.operation() == Operation.CUT;
        Range reach = Range.of(extrude.extent());
        int across = (plane.firstAxis() + 2) % 3;
        double level = component(extrude.plane().origin(), across);
        int first = round(across, level + direction * reach.from());
        int second = round(across, level + direction * reach.to());
        int from = Math.min(first, second);
        int to = Math.max(first, second);
        if (cut) {
            // Cuts may reach beyond the body, which fills the range.
            from = Math.max(from, -BlockProgram.LIMIT);
            to = Math.min(to, BlockProgram.LIMIT);
        }
        if (from >= to || from < -BlockProgram.LIMIT || to > BlockProgram.LIMIT) {
            return Optional.empty();
        }
        return blocks(new Slab(cut, plane, from, to), extrude);
    }

    private record Slab(boolean cut, PrincipalPlane plane, int from, int to) {
        Block with(List<BlockLoop> loops) {
            return new Block(cut, plane, from, to, loops);
        }
    }

    /** One block where the profiles stand apart, otherwise a block a profile. */
    private Optional<List<Block>> blocks(Slab slab, Feature.Extrude extrude) {
        List<List<BlockLoop>> profiles = new ArrayList<>();
        double area = 0;
        for (Profile profile : extrude.profiles()) {
            Optional<List<BlockLoop>> loops = loops(profile, extrude.plane(), slab);
            if (loops.isEmpty() || !(Face.of(loops.get()) instanceof Face.Reading.Sound(Face face))) {
                return Optional.empty();
            }
            profiles.add(loops.get());
            area += face.area();
        }
        List<BlockLoop> together = profiles.stream().flatMap(List::stream).toList();
        if (Face.of(together) instanceof Face.Reading.Sound(Face face) && Math.abs(face.area() - area) < 1e-6 * area) {
            return Optional.of(List.of(slab.with(together)));
        }
        return Optional.of(profiles.stream().map(slab::with).toList());
    }

    private Optional<List<BlockLoop>> loops(Profile profile, Frame frame, Slab slab) {
        LoopReader reader = new LoopReader(frame, slab.plane(), centre, scale, slab.cut());
        List<BlockLoop> loops = new ArrayList<>();
        List<Loop> all = new ArrayList<>(List.of(profile.outer()));
        all.addAll(profile.holes());
        for (Loop loop : all) {
            Optional<BlockLoop> read = reader.read(loop);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            loops.add(read.get());
        }
        return Optional.of(loops);
    }

    private int round(int axis, double coordinate) {
        return (int) Math.round((coordinate - component(centre, axis)) * scale);
    }

    static double component(Vector3 vector, int axis) {
        return switch (axis) {
            case 0 -> vector.x();
            case 1 -> vector.y();
            default -> vector.z();
        };
    }
}
