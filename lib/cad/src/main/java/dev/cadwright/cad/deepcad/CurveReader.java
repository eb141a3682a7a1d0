package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Curve;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;

/** Reads the curves of a loop, whose points are in the coordinates of the sketch plane. */
final class CurveReader {
    /** How far an arc's ends may be from where its angles put them, relative to its radius. */
    private static final double ARC_TOLERANCE = 1e-3;

    private static final double OFF_PLANE = 1e-6;

    private CurveReader() {}

    static Curve read(Json value, Dialect dialect) {
        Members curve = Members.of(value, "a curve");
        String type = curve.text("type");
        return switch (dialect) {
            case DEEPCAD -> plain(curve, type);
            case FUSION_360 -> FreeCurveReader.knows(type) ? FreeCurveReader.read(curve, type) : plain(curve, type);
        };
    }

    private static Curve plain(Members curve, String type) {
        return switch (type) {
            case "Line3D" -> new Curve.Line(point(curve, "start_point"), point(curve, "end_point"), curve.span());
            case "Circle3D" -> new Curve.Circle(point(curve, "center_point"), radius(curve), curve.span());
            case "Arc3D" -> arc(curve);
            default ->
                throw Refusal.at(
                        curve.get("type").span(),
                        "unsupported.curve",
                        "the curve type \"" + Json.shortened(type) + "\" is not read",
                        "DeepCAD has Line3D, Arc3D and Circle3D; Fusion 360 also Ellipse3D, EllipticalArc3D, NurbsCurve3D");
        };
    }

    static Vector2 point(Members curve, String name) {
        return flat(curve.vector(name), curve.get(name), name);
    }

    /** A point of the plane. @param place where the point stands, called name */
    static Vector2 flat(Vector3 point, Json place, String name) {
        if (Math.abs(point.z()) > OFF_PLANE * (1 + Math.abs(point.x()) + Math.abs(point.y()))) {
            throw Refusal.at(
                    place.span(),
                    "shape.off-plane",
                    "\"" + name + "\" is " + point.z() + " off the plane of its sketch");
        }
        return new Vector2(point.x(), point.y());
    }

    private static double radius(Members curve) {
        double radius = curve.number("radius");
        if (!(radius > 0)) {
            throw Refusal.at(curve.get("radius").span(), "shape.radius", "the radius " + radius + " is not positive");
        }
        return radius;
    }

    /**
     * An arc runs from its reference direction, turned by {@code start_angle}, to the same turned by {@code end_angle},
     * counter-clockwise in the sketch plane whatever its {@code normal} says; its two points may be given in either
     * order. The point in the middle, which decides the arc, follows from the angles.
     */
    private static Curve arc(Members curve) {
        Vector2 start = point(curve, "start_point");
        Vector2 end = point(curve, "end_point");
        Vector2 centre = point(curve, "center_point");
        double radius = radius(curve);
        double from = curve.number("start_angle");
        double to = curve.number("end_angle");
        if (Math.abs(Math.abs(to - from) - 2 * Math.PI) < 1e-6) {
            return new Curve.Circle(centre, radius, curve.span());
        }
        if (curve.has("mid_point")) {
            return new Curve.Arc(start, midPoint(curve, centre, radius), end, curve.span());
        }
        Vector3 reference = curve.vector("reference_vector");
        for (int turn : new int[] {1, -1}) {
            Turned turned = new Turned(centre, radius, reference, turn);
            if (turned.joins(from, to, start, end)) {
                return new Curve.Arc(start, turned.at((from + to) / 2), end, curve.span());
            }
        }
        throw Refusal.at(
                curve.span(),
                "shape.arc",
                "the ends of this arc do not lie where its centre, radius and angles put them");
    }

    /** {@link DeepCadWriter} notes the middle, so that an arc reads back without rounding. */
    private static Vector2 midPoint(Members curve, Vector2 centre, double radius) {
        Vector2 mid = point(curve, "mid_point");
        if (Math.abs(mid.distanceTo(centre) - radius) > ARC_TOLERANCE * radius) {
            throw Refusal.at(
                    curve.get("mid_point").span(), "shape.arc", "\"mid_point\" does not lie on the circle of its arc");
        }
        return mid;
    }

    private record Turned(Vector2 centre, double radius, Vector3 reference, int turn) {
        Vector2 at(double angle) {
            double cos = Math.cos(angle);
            double sin = turn * Math.sin(angle);
            return centre.plus(
                    new Vector2(cos * reference.x() - sin * reference.y(), cos * reference.y() + sin * reference.x())
                            .times(radius));
        }

        boolean joins(double from, double to, Vector2 start, Vector2 end) {
            double tolerance = ARC_TOLERANCE * radius;
            boolean forward = at(from).distanceTo(start) <= tolerance && at(to).distanceTo(end) <= tolerance;
            return forward || (at(from).distanceTo(end) <= tolerance && at(to).distanceTo(start) <= tolerance);
        }
    }
}
