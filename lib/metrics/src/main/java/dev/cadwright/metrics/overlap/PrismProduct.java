package dev.cadwright.metrics.overlap;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/** The volume that several bodies have in common: the sum over all tuples of their prisms, signs multiplied. */
final class PrismProduct {
    private final Prisms[] bodies;
    private final double bottom;
    private final Polygon[] clipped;
    private final Polygon[] lower;
    private final Polygon[] upper;
    private double volume;

    private PrismProduct(List<Body> bodies) {
        Bounds bounds = bodies.stream().map(Body::bounds).reduce(Bounds::union).orElseThrow();
        Vector3 origin = bounds.centre();
        this.bodies = bodies.stream().map(body -> new Prisms(body, origin)).toArray(Prisms[]::new);
        this.bottom = bounds.min().z() - origin.z();
        clipped = polygons(bodies.size());
        lower = polygons(bodies.size());
        upper = polygons(bodies.size());
    }

    private static Polygon[] polygons(int levels) {
        Polygon[] polygons = new Polygon[levels];
        for (int level = 0; level < levels; level++) {
            polygons[level] = new Polygon(8 + 4 * level);
        }
        return polygons;
    }

    static double volume(List<Body> bodies) {
        PrismProduct product = new PrismProduct(bodies);
        Prisms first = product.bodies[0];
        for (int i = 0; i < first.count; i++) {
            product.lower[0].setTriangle(first.corners, 6 * i);
            product.multiply(
                    1,
                    product.lower[0],
                    first.planes[3 * i],
                    first.planes[3 * i + 1],
                    first.planes[3 * i + 2],
                    first.signs[i]);
        }
        return product.volume;
    }

    /** Continues with the bodies from a level on, within a polygon and below the plane z = ax + by + c. */
    private void multiply(int level, Polygon polygon, double a, double b, double c, double sign) {
        if (level == bodies.length) {
            volume += sign * polygon.integral(a, b, c - bottom);
            return;
        }
        Prisms prisms = bodies[level];
        polygon.measure();
        for (int i = prisms.firstReaching(polygon.left); i < prisms.count && prisms.left[i] < polygon.right; i++) {
            if (prisms.right[i] > polygon.left && prisms.high[i] > polygon.low && prisms.low[i] < polygon.high) {
                pair(level, polygon, a, b, c, sign, i);
            }
        }
    }

    private void pair(int level, Polygon polygon, double a, double b, double c, double sign, int i) {
        Prisms prisms = bodies[level];
        Polygon shared = clipped[level];
        if (!polygon.clipByTriangle(prisms.corners, 6 * i, shared, upper[level])) {
            return;
        }
        double otherA = prisms.planes[3 * i];
        double otherB = prisms.planes[3 * i + 1];
        double otherC = prisms.planes[3 * i + 2];
        double product = sign * prisms.signs[i];
        // Below both: where this plane is the lower one, below it, elsewhere below the other.
        boolean belowThis = shared.clipByLine(otherA - a, otherB - b, otherC - c, lower[level]);
        if (lower[level].count >= 3) {
            multiply(level + 1, lower[level], a, b, c, product);
        }
        if (belowThis) {
            return;
        }
        shared.clipByLine(a - otherA, b - otherB, c - otherC, upper[level]);
        if (upper[level].count >= 3) {
            multiply(level + 1, upper[level], otherA, otherB, otherC, product);
        }
    }
}
