package dev.cadwright.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * An affine map of space, given by the images of the unit axes and by a translation: p ↦ p.x·x + p.y·y + p.z·z +
 * translation.
 */
public record Transform(Vector3 x, Vector3 y, Vector3 z, Vector3 translation) {
    public static final Transform IDENTITY = new Transform(Vector3.X, Vector3.Y, Vector3.Z, Vector3.ZERO);

    public static Transform translation(Vector3 by) {
        return new Transform(Vector3.X, Vector3.Y, Vector3.Z, by);
    }

    /** Scaling about the origin. */
    public static Transform scaling(double factor) {
        return new Transform(Vector3.X.times(factor), Vector3.Y.times(factor), Vector3.Z.times(factor), Vector3.ZERO);
    }

    /**
     * Rotation about an axis through the origin (Rodrigues).
     *
     * @param angle in radians, counter-clockwise seen against the axis
     */
    public static Transform rotation(Vector3 axis, double angle) {
        Vector3 unit = axis.normalised();
        return new Transform(
                rotate(Vector3.X, unit, angle),
                rotate(Vector3.Y, unit, angle),
                rotate(Vector3.Z, unit, angle),
                Vector3.ZERO);
    }

    /** Rotation about the line through a point along an axis. @param angle in radians, as in the other one */
    public static Transform rotation(Vector3 point, Vector3 axis, double angle) {
        return translation(point.times(-1)).then(rotation(axis, angle)).then(translation(point));
    }

    private static Vector3 rotate(Vector3 v, Vector3 axis, double angle) {
        double cosine = Math.cos(angle);
        return v.times(cosine).plus(axis.cross(v).times(Math.sin(angle))).plus(axis.times(axis.dot(v) * (1 - cosine)));
    }

    /** The 24 rotations that map the coordinate axes onto themselves, the identity first. */
    public static List<Transform> axisRotations() {
        List<Vector3> directions =
                List.of(Vector3.X, Vector3.Y, Vector3.Z, Vector3.X.times(-1), Vector3.Y.times(-1), Vector3.Z.times(-1));
        List<Transform> rotations = new ArrayList<>(24);
        for (Vector3 first : directions) {
            for (Vector3 second : directions) {
                if (first.dot(second) == 0) {
                    rotations.add(new Transform(first, second, first.cross(second), Vector3.ZERO));
                }
            }
        }
        return List.copyOf(rotations);
    }

    public Vector3 apply(Vector3 point) {
        return x.times(point.x())
                .plus(y.times(point.y()))
                .plus(z.times(point.z()))
                .plus(translation);
    }

    /** The image of a direction: without the translation. */
    public Vector3 applyToDirection(Vector3 direction) {
        return x.times(direction.x()).plus(y.times(direction.y())).plus(z.times(direction.z()));
    }

    /** First this map, then the other. */
    public Transform then(Transform next) {
        return new Transform(
                next.applyToDirection(x), next.applyToDirection(y), next.applyToDirection(z), next.apply(translation));
    }

    /** The factor by which volumes grow: negative for a map that mirrors. */
    public double determinant() {
        return x.dot(y.cross(z));
    }

    double[] applyToAll(double[] positions) {
        double[] mapped = new double[positions.length];
        for (int i = 0; i < positions.length; i += 3) {
            double px = positions[i];
            double py = positions[i + 1];
            double pz = positions[i + 2];
            mapped[i] = x.x() * px + y.x() * py + z.x() * pz + translation.x();
            mapped[i + 1] = x.y() * px + y.y() * py + z.y() * pz + translation.y();
            mapped[i + 2] = x.z() * px + y.z() * py + z.z() * pz + translation.z();
        }
        return mapped;
    }
}
