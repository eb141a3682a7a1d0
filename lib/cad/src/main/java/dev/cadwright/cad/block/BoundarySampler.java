package dev.cadwright.cad.block;

import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws points uniformly by area from the boundary of a solid: from the caps and walls of all its blocks, keeping
 * those with the solid on one side only. Where faces of several blocks coincide the last block's alone counts.
 */
final class BoundarySampler {
    private static final double BESIDE = 1e-5;
    private static final int CANDIDATES_PER_POINT = 10_000;

    /** A cap of a prism (no edge) or the wall that one edge sweeps. */
    private record Patch(int prism, OutlineEdge edge, double level) {}

    private final List<Prism> prisms;
    private final List<Patch> patches = new ArrayList<>();
    private final double[] cumulativeArea;
    private final double[] point = new double[3];
    private final double[] normal = new double[3];

    BoundarySampler(List<Prism> prisms) {
        this.prisms = prisms;
        List<Double> areas = new ArrayList<>();
        for (int index = 0; index < prisms.size(); index++) {
            Prism prism = prisms.get(index);
            for (double level : new double[] {prism.from(), prism.to()}) {
                patches.add(new Patch(index, null, level));
                areas.add(prism.face().area());
            }
            for (OutlineEdge edge : prism.edges()) {
                patches.add(new Patch(index, edge, 0));
                areas.add(edge.length() * (prism.to() - prism.from()));
            }
        }
        cumulativeArea = areas.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.parallelPrefix(cumulativeArea, Double::sum);
    }

    PointCloud sample(int count, RandomGenerator random) {
        double[] positions = new double[3 * count];
        double[] normals = new double[3 * count];
        long candidates = (long) CANDIDATES_PER_POINT * Math.max(1, count);
        for (int taken = 0; taken < count; candidates--) {
            if (candidates == 0) {
                throw new IllegalStateException("the boundary is too small a part of the blocks' faces to sample");
            }
            if (draw(random)) {
                System.arraycopy(point, 0, positions, 3 * taken, 3);
                System.arraycopy(normal, 0, normals, 3 * taken, 3);
                taken++;
            }
        }
        return new PointCloud(positions, normals);
    }

    /** Puts a candidate into point and normal (outward) and says whether it lies on the boundary. */
    private boolean draw(RandomGenerator random) {
        double total = cumulativeArea[cumulativeArea.length - 1];
        int found = Arrays.binarySearch(cumulativeArea, random.nextDouble() * total);
        Patch patch = patches.get(Math.min(found < 0 ? -found - 1 : found, patches.size() - 1));
        Prism prism = prisms.get(patch.prism());
        if (patch.edge() == null) {
            drawOnCap(prism, patch.level(), random);
        } else {
            drawOnWall(prism, patch.edge(), random);
        }
        return onBoundary(patch.prism());
    }

    private void drawOnCap(Prism prism, double level, RandomGenerator random) {
        double[] extent = prism.region().extent();
        double x;
        double y;
        do {
            x = extent[0] + random.nextDouble() * (extent[2] - extent[0]);
            y = extent[1] + random.nextDouble() * (extent[3] - extent[1]);
        } while (!prism.region().contains(x, y));
        place(prism, x, y, level, point);
        place(prism, 0, 0, 1, normal);
    }

    private void drawOnWall(Prism prism, OutlineEdge edge, RandomGenerator random) {
        double fraction = random.nextDouble();
        Vector2 at = edge.at(fraction);
        Vector2 across = edge.normalAt(fraction);
        double level = prism.from() + random.nextDouble() * (prism.to() - prism.from());
        place(prism, at.x(), at.y(), level, point);
        place(prism, across.x(), across.y(), 0, normal);
    }

    private static void place(Prism prism, double u, double v, double w, double[] target) {
        target[prism.u()] = u;
        target[prism.v()] = v;
        target[prism.w()] = w;
    }

    private boolean onBoundary(int index) {
        for (int later = prisms.size() - 1; later > index; later--) {
            // A later block that holds both sides covers the point; one that holds one side has its own face here.
            if (contains(later, BESIDE) || contains(later, -BESIDE)) {
                return false;
            }
        }
        boolean ahead = contains(index, BESIDE);
        if (ahead == contains(index, -BESIDE)) {
            return false;
        }
        boolean solidWithin = !prisms.get(index).cut();
        if (solidBefore(index, ahead ? -BESIDE : BESIDE) == solidWithin) {
            return false;
        }
        if (ahead == solidWithin) {
            for (int axis = 0; axis < 3; axis++) {
                normal[axis] = -normal[axis] + 0.0;
            }
        }
        return true;
    }

    /** Whether the blocks before one leave solid at the point moved along the normal. */
    private boolean solidBefore(int index, double offset) {
        for (int earlier = index - 1; earlier >= 0; earlier--) {
            if (contains(earlier, offset)) {
                return !prisms.get(earlier).cut();
            }
        }
        return false;
    }

    private boolean contains(int prism, double offset) {
        return prisms.get(prism)
                .contains(point[0] + offset * normal[0], point[1] + offset * normal[1], point[2] + offset * normal[2]);
    }
}
