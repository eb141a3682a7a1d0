package dev.cadwright.cad.procedural;

import static dev.cadwright.cad.procedural.FineLoops.fine;
import static dev.cadwright.cad.procedural.FineLoops.moved;

import dev.cadwright.cad.block.Block;
import dev.cadwright.cad.block.BlockLoop;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.PrincipalPlane;
import java.util.ArrayList;
import java.util.List;

/**
 * Drafts one to three blocks in fine units: a base about the origin, then bosses, pockets, blocks on other planes and
 * cuts across, each placed against the box of what it is drawn on (the last block or the whole body so far).
 */
final class BodyDraft {
    private enum Addition {
        BOSS,
        POCKET,
        CROSS_BLOCK,
        CROSS_CUT
    }

    private final Draws draws;
    private final List<Block> blocks = new ArrayList<>();
    private final double[] centre = new double[3];
    private final double[] half = new double[3];
    private int plane;

    private BodyDraft(Draws draws) {
        this.draws = draws;
    }

    static BlockProgram draw(Draws draws) {
        BodyDraft draft = new BodyDraft(draws);
        draft.base();
        int additions = draws.weighted(42, 36, 22);
        for (int i = 0; i < additions; i++) {
            draft.add(Addition.values()[draws.weighted(45, 20, 17, 18)]);
        }
        return new BlockProgram(draft.blocks);
    }

    private void base() {
        plane = draws.below(3);
        double other = draws.chance(0.25) ? 1 : draws.scaleBetween(0.12, 1);
        OuterLoop outer = OuterLoop.draw(draws, 1, other);
        double height = Math.max(outer.halfX(), outer.halfY()) * draws.scaleBetween(0.03, 2.5);
        List<BlockLoop> loops = new ArrayList<>(List.of(outer.loop()));
        loops.addAll(Holes.draw(draws, outer));
        blocks.add(new Block(false, PrincipalPlane.from(plane), fine(-height), fine(height), loops));
        half[plane] = outer.halfX();
        half[(plane + 1) % 3] = outer.halfY();
        half[(plane + 2) % 3] = height;
    }

    private void add(Addition addition) {
        boolean cut = addition == Addition.POCKET || addition == Addition.CROSS_CUT;
        boolean acrossPlanes = addition == Addition.CROSS_BLOCK || addition == Addition.CROSS_CUT;
        int u = acrossPlanes ? draws.below(3) : plane;
        int v = (u + 1) % 3;
        int w = (u + 2) % 3;
        double shareX = draws.chance(0.75) ? draws.between(0.12, 1) : 1;
        double shareY = draws.chance(0.4) ? shareX : draws.between(0.12, 1);
        OuterLoop outer = OuterLoop.draw(draws, half[u] * shareX, half[v] * shareY);
        double x = place(u, outer.halfX());
        double y = place(v, outer.halfY());
        if (addition == Addition.CROSS_BLOCK) {
            double aside = 0.7 * draws.between(0.2, 1.2) * longestHalf();
            x += (draws.below(3) - 1) * aside;
            y += (draws.below(3) - 1) * aside;
        }
        double[] range =
                switch (addition) {
                    case BOSS -> bossRange(w);
                    case POCKET -> pocketRange(w, draws.between(0.1, 0.9));
                    case CROSS_BLOCK -> crossRange(w);
                    case CROSS_CUT -> draws.chance(0.75) ? throughRange(w) : pocketRange(w, draws.between(0.2, 0.9));
                };
        List<BlockLoop> loops = new ArrayList<>(List.of(outer.loop()));
        if (wantsHoles(addition)) {
            loops.addAll(Holes.draw(draws, outer));
        }
        int dx = fine(x);
        int dy = fine(y);
        blocks.add(new Block(
                cut,
                PrincipalPlane.from(u),
                fine(range[0]),
                Math.max(fine(range[0]) + 1, fine(range[1])),
                loops.stream().map(loop -> moved(loop, dx, dy)).toList()));
        if (!cut) {
            grow(u, new double[] {x, y, (range[0] + range[1]) / 2}, outer, (range[1] - range[0]) / 2);
        }
    }

    private boolean wantsHoles(Addition addition) {
        return switch (addition) {
            case BOSS, CROSS_BLOCK -> draws.chance(0.6);
            case POCKET -> draws.chance(0.18);
            case CROSS_CUT -> false;
        };
    }

    /** The centre of a part of this half-size on an axis: in the middle, flush with a side, or anywhere. */
    private double place(int axis, double partHalf) {
        double room = half[axis] - partHalf;
        return switch (draws.weighted(45, 25, 30)) {
            case 0 -> centre[axis];
            case 1 -> centre[axis] + draws.sign() * room;
            default -> centre[axis] + draws.between(-1, 1) * Math.max(room, 0.3 * half[axis]);
        };
    }

    private double longestHalf() {
        return Math.max(half[0], Math.max(half[1], half[2]));
    }

    /** Mostly upward. */
    private int side() {
        return draws.chance(0.3) ? draws.sign() : 1;
    }

    /** From a face outward; at times through the body and out of both faces. */
    private double[] bossRange(int axis) {
        double height = 2 * longestHalf() * draws.scaleBetween(0.04, 0.9);
        double low = centre[axis] - half[axis];
        double high = centre[axis] + half[axis];
        if (draws.chance(0.12)) {
            return new double[] {low - height, high + height};
        }
        return side() > 0 ? new double[] {high, high + height} : new double[] {low - height, low};
    }

    /** From a face inward, as deep as a share of the thickness. */
    private double[] pocketRange(int axis, double share) {
        double depth = share * 2 * half[axis];
        double low = centre[axis] - half[axis];
        double high = centre[axis] + half[axis];
        return side() > 0 ? new double[] {high - depth, high} : new double[] {low, low + depth};
    }

    private double[] crossRange(int axis) {
        double extent = draws.between(0.08, 1) * half[axis];
        double middle = place(axis, extent);
        return new double[] {middle - extent, middle + extent};
    }

    private double[] throughRange(int axis) {
        return new double[] {centre[axis] - half[axis], centre[axis] + half[axis]};
    }

    /** What comes next is drawn on the whole body or on the new block alone. */
    private void grow(int u, double[] blockCentre, OuterLoop outer, double halfAcross) {
        double[] blockHalf = {outer.halfX(), outer.halfY(), halfAcross};
        boolean whole = draws.chance(0.6);
        for (int i = 0; i < 3; i++) {
            int axis = (u + i) % 3;
            double low = blockCentre[i] - blockHalf[i];
            double high = blockCentre[i] + blockHalf[i];
            if (whole) {
                low = Math.min(low, centre[axis] - half[axis]);
                high = Math.max(high, centre[axis] + half[axis]);
            }
            centre[axis] = (low + high) / 2;
            half[axis] = (high - low) / 2;
        }
        plane = whole ? plane : u;
    }
}
