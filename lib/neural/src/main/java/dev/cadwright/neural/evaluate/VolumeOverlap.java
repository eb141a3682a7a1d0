package dev.cadwright.neural.evaluate;

import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;

/**
 * Intersection over union of two solids, counted on a grid of points: good to about a hundredth, for watching a
 * training. Published figures come from the benchmark, which intersects exactly.
 */
final class VolumeOverlap {
    private static final int RESOLUTION = 48;
    private static final double HALF_SIDE = 100;

    private VolumeOverlap() {}

    static double of(BlockSolid first, BlockSolid second) {
        return count(first::contains, second::contains);
    }

    /** Of a solid and a box. */
    static double of(BlockSolid solid, Bounds box) {
        Vector3 min = box.min();
        Vector3 max = box.max();
        return count(
                solid::contains,
                (x, y, z) ->
                        x >= min.x() && x <= max.x() && y >= min.y() && y <= max.y() && z >= min.z() && z <= max.z());
    }

    private interface Membership {
        boolean contains(double x, double y, double z);
    }

    private static double count(Membership first, Membership second) {
        long both = 0;
        long either = 0;
        for (int i = 0; i < RESOLUTION; i++) {
            for (int j = 0; j < RESOLUTION; j++) {
                for (int k = 0; k < RESOLUTION; k++) {
                    boolean a = first.contains(at(i), at(j), at(k));
                    boolean b = second.contains(at(i), at(j), at(k));
                    both += a && b ? 1 : 0;
                    either += a || b ? 1 : 0;
                }
            }
        }
        return either == 0 ? 0 : both / (double) either;
    }

    private static double at(int index) {
        return HALF_SIDE * (2 * (index + 0.5) / RESOLUTION - 1);
    }
}
