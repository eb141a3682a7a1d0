package dev.cadwright.cad.block;

import dev.cadwright.geometry.Vector2;
import java.util.Optional;

/** A piece of a loop's outline. Trigonometry is {@link StrictMath}'s, so that every machine gets the same numbers. */
sealed interface OutlineEdge {
    double length();

    /** The point a fraction (0 to 1) of the length along. */
    Vector2 at(double fraction);

    /** A unit normal of the edge there; which of the two is not said. */
    Vector2 normalAt(double fraction);

    /** Whether the edge comes within {@code tolerance} of a point. */
    boolean passes(Vector2 point, double tolerance);

    /** Twice the signed area between the edge and the origin (counter-clockwise is positive). */
    double sweptArea();

    /** The smallest and largest x and y: x0, y0, x1, y1. */
    double[] extent();

    Vector2 start();

    Vector2 end();

    record Straight(Vector2 start, Vector2 end) implements OutlineEdge {
        @Override
        public double length() {
            return start.distanceTo(end);
        }

        @Override
        public Vector2 at(double fraction) {
            return new Vector2(
                    start.x() + fraction * (end.x() - start.x()), start.y() + fraction * (end.y() - start.y()));
        }

        @Override
        public Vector2 normalAt(double fraction) {
            double length = length();
            return new Vector2((end.y() - start.y()) / length, (start.x() - end.x()) / length);
        }

        @Override
        public boolean passes(Vector2 point, double tolerance) {
            Vector2 direction = end.minus(start);
            double fraction = point.minus(start).dot(direction) / direction.dot(direction);
            return at(Math.clamp(fraction, 0, 1)).distanceTo(point) <= tolerance;
        }

        @Override
        public double sweptArea() {
            return start.cross(end);
        }

        @Override
        public double[] extent() {
            return new double[] {
                Math.min(start.x(), end.x()), Math.min(start.y(), end.y()),
                Math.max(start.x(), end.x()), Math.max(start.y(), end.y())
            };
        }
    }

    /**
     * A circular arc; a full circle starts and ends at the same point. The sweep is negative when clockwise.
     *
     * @param through the point between the ends that the arc was given by
     */
    record Arc(
            Vector2 centre, double radius, double startAngle, double sweep, Vector2 start, Vector2 through, Vector2 end)
            implements OutlineEdge {
        private static final double TURN = 2 * Math.PI;

        static Arc circle(double x, double y, double radius) {
            Vector2 right = new Vector2(x + radius, y);
            return new Arc(new Vector2(x, y), radius, 0, TURN, right, new Vector2(x - radius, y), right);
        }

        /** The arc from start through mid to end, or nothing if the three lie on a line. */
        static Optional<Arc> through(Vector2 start, Vector2 mid, Vector2 end) {
            Vector2 toMid = mid.minus(start);
            Vector2 toEnd = end.minus(start);
            double twice = 2 * toMid.cross(toEnd);
            if (Math.abs(twice) < 1e-9) {
                return Optional.empty();
            }
            double midSquared = toMid.dot(toMid);
            double endSquared = toEnd.dot(toEnd);
            Vector2 offset = new Vector2(
                    (toEnd.y() * midSquared - toMid.y() * endSquared) / twice,
                    (toMid.x() * endSquared - toEnd.x() * midSquared) / twice);
            return Optional.of(about(start.plus(offset), offset.length(), start, mid, end, twice > 0));
        }

        /** A quarter circle counter-clockwise from start to end. */
        static Arc quarter(Vector2 centre, double radius, Vector2 start, Vector2 end) {
            Vector2 outward = start.plus(end).times(0.5).minus(centre);
            Vector2 mid = centre.plus(outward.times(radius / outward.length()));
            return about(centre, radius, start, mid, end, true);
        }

        private static Arc about(
                Vector2 centre, double radius, Vector2 start, Vector2 mid, Vector2 end, boolean counterClockwise) {
            double from = StrictMath.atan2(start.y() - centre.y(), start.x() - centre.x());
            double to = StrictMath.atan2(end.y() - centre.y(), end.x() - centre.x());
            double turned = to - from;
            if (counterClockwise && turned <= 0) {
                turned += TURN;
            } else if (!counterClockwise && turned >= 0) {
                turned -= TURN;
            }
            return new Arc(centre, radius, from, turned, start, mid, end);
        }

        boolean full() {
            return Math.abs(sweep) >= TURN;
        }

        @Override
        public double length() {
            return radius * Math.abs(sweep);
        }

        @Override
        public Vector2 at(double fraction) {
            return centre.plus(normalAt(fraction).times(radius));
        }

        @Override
        public Vector2 normalAt(double fraction) {
            double angle = startAngle + fraction * sweep;
            return new Vector2(StrictMath.cos(angle), StrictMath.sin(angle));
        }

        @Override
        public boolean passes(Vector2 point, double tolerance) {
            if (Math.abs(centre.distanceTo(point) - radius) > tolerance) {
                return false;
            }
            return full()
                    || onArcSide(point)
                    || start.distanceTo(point) <= tolerance
                    || end.distanceTo(point) <= tolerance;
        }

        /** Whether a point lies on that side of the chord where the arc runs. */
        private boolean onArcSide(Vector2 point) {
            return end.minus(start).cross(point.minus(start)) * sweep <= 0;
        }

        @Override
        public double sweptArea() {
            return full()
                    ? TURN * radius * radius
                    : start.cross(end) + radius * radius * (sweep - StrictMath.sin(sweep));
        }

        @Override
        public double[] extent() {
            Vector2 right = centre.plus(new Vector2(radius, 0));
            Vector2 top = centre.plus(new Vector2(0, radius));
            Vector2 left = centre.minus(new Vector2(radius, 0));
            Vector2 bottom = centre.minus(new Vector2(0, radius));
            return new double[] {
                reaches(left) ? left.x() : Math.min(start.x(), end.x()),
                reaches(bottom) ? bottom.y() : Math.min(start.y(), end.y()),
                reaches(right) ? right.x() : Math.max(start.x(), end.x()),
                reaches(top) ? top.y() : Math.max(start.y(), end.y())
            };
        }

        private boolean reaches(Vector2 point) {
            return full() || onArcSide(point);
        }
    }
}
