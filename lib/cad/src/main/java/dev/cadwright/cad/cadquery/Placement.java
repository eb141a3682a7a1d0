package dev.cadwright.cad.cadquery;

import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;

/** Rigid motions and frames, with OCCT's conventions where it has a choice. */
final class Placement {
    private static final double RIGID = 1e-9;

    private Placement() {}

    /** Whether it turns and shifts only. */
    static boolean isRigid(Transform map) {
        return isSimilar(map) && Math.abs(map.determinant() - 1) <= RIGID;
    }

    /** Whether it keeps angles: it turns, shifts, mirrors and scales evenly. */
    static boolean isSimilar(Transform map) {
        double square = map.x().dot(map.x());
        double slack = RIGID * square;
        return Math.abs(map.y().dot(map.y()) - square) <= slack
                && Math.abs(map.z().dot(map.z()) - square) <= slack
                && Math.abs(map.x().dot(map.y())) <= slack
                && Math.abs(map.y().dot(map.z())) <= slack
                && Math.abs(map.z().dot(map.x())) <= slack;
    }

    /** From the frame's coordinates to space. */
    static Transform of(Frame frame) {
        return new Transform(frame.xAxis(), frame.yAxis(), frame.normal(), frame.origin());
    }

    static Frame frame(Transform rigid) {
        return new Frame(rigid.translation(), rigid.x(), rigid.z());
    }

    /** The frame with the given x axis, made orthogonal to the normal. */
    static Frame frame(Vector3 origin, Vector3 xAxis, Vector3 normal) {
        try {
            return new Frame(origin, xAxis, normal);
        } catch (ArithmeticException e) {
            throw Errors.construction("the axes of a coordinate system have a length and are not parallel");
        }
    }

    /** The frame with a normal alone; its x axis is chosen as {@code gp_Ax2} does. */
    static Frame frame(Vector3 origin, Vector3 normal) {
        double a = Math.abs(normal.x());
        double b = Math.abs(normal.y());
        double c = Math.abs(normal.z());
        Vector3 x;
        if (b <= a && b <= c) {
            x = a > c ? new Vector3(-normal.z(), 0, normal.x()) : new Vector3(normal.z(), 0, -normal.x());
        } else if (a <= b && a <= c) {
            x = b > c ? new Vector3(0, -normal.z(), normal.y()) : new Vector3(0, normal.z(), -normal.y());
        } else {
            x = a > b ? new Vector3(-normal.y(), normal.x(), 0) : new Vector3(normal.y(), -normal.x(), 0);
        }
        return frame(origin, x, normal);
    }

    /** The inverse of an affine map; of a rigid one without a division. */
    static Transform inverse(Transform map) {
        Vector3 x = map.x();
        Vector3 y = map.y();
        Vector3 z = map.z();
        double determinant = map.determinant();
        if (determinant == 0) {
            throw Errors.construction("a singular matrix has no inverse");
        }
        Vector3 first = y.cross(z).times(1 / determinant);
        Vector3 second = z.cross(x).times(1 / determinant);
        Vector3 third = x.cross(y).times(1 / determinant);
        Transform linear = new Transform(
                new Vector3(first.x(), second.x(), third.x()),
                new Vector3(first.y(), second.y(), third.y()),
                new Vector3(first.z(), second.z(), third.z()),
                Vector3.ZERO);
        return new Transform(
                linear.x(),
                linear.y(),
                linear.z(),
                linear.apply(map.translation()).times(-1));
    }

    /** A turn around a line through a point. @param degrees counter-clockwise against the direction */
    static Transform turn(Vector3 point, Vector3 direction, double degrees) {
        if (direction.length() == 0) {
            throw Errors.construction("an axis needs a direction");
        }
        return Transform.rotation(point, direction, Math.toRadians(degrees));
    }

    /** Turns around the fixed axes x, y, z in this order, then a shift ({@code gp_Extrinsic_XYZ}). */
    static Transform euler(Vector3 shift, Vector3 degrees) {
        return Transform.rotation(Vector3.X, Math.toRadians(degrees.x()))
                .then(Transform.rotation(Vector3.Y, Math.toRadians(degrees.y())))
                .then(Transform.rotation(Vector3.Z, Math.toRadians(degrees.z())))
                .then(Transform.translation(shift));
    }

    /** The angles of {@link #euler} in degrees. */
    static Vector3 angles(Transform rigid) {
        double side = Math.hypot(rigid.x().x(), rigid.x().y());
        double y = Math.atan2(-rigid.x().z(), side);
        if (side > 16 * Math.ulp(1.0)) {
            return degrees(
                    Math.atan2(rigid.y().z(), rigid.z().z()),
                    y,
                    Math.atan2(rigid.x().y(), rigid.x().x()));
        }
        return degrees(Math.atan2(-rigid.z().y(), rigid.y().y()), y, 0);
    }

    private static Vector3 degrees(double x, double y, double z) {
        return new Vector3(Math.toDegrees(x), Math.toDegrees(y), Math.toDegrees(z));
    }

    /** The mirror image in a plane. */
    static Transform mirror(Vector3 point, Vector3 normal) {
        if (normal.length() == 0) {
            throw Errors.construction("a plane needs a normal");
        }
        Vector3 unit = normal.normalised();
        Transform linear = new Transform(
                reflect(Vector3.X, unit), reflect(Vector3.Y, unit), reflect(Vector3.Z, unit), Vector3.ZERO);
        return Transform.translation(point.times(-1)).then(linear).then(Transform.translation(point));
    }

    private static Vector3 reflect(Vector3 vector, Vector3 unit) {
        return vector.minus(unit.times(2 * vector.dot(unit)));
    }

    static boolean isIdentity(Transform map) {
        return map.equals(Transform.IDENTITY);
    }
}
