package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.outline.UnclampedSpline;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Reads the curves that Fusion 360 has beside DeepCAD's: ellipses, their arcs, and NURBS curves. */
final class FreeCurveReader {
    private static final int MAX_CONTROLS = 4_000;

    private FreeCurveReader() {}

    static boolean knows(String type) {
        return type.equals("Ellipse3D") || type.equals("EllipticalArc3D") || type.equals("NurbsCurve3D");
    }

    static Curve read(Members curve, String type) {
        return switch (type) {
            case "Ellipse3D" -> ellipse(curve);
            case "EllipticalArc3D" -> ellipticalArc(curve);
            default -> spline(curve);
        };
    }

    private static Curve.Ellipse ellipse(Members curve) {
        Vector2 direction = CurveReader.point(curve, "major_axis");
        double major = radius(curve, "major_axis_radius");
        double minor = radius(curve, "minor_axis_radius");
        if (!(direction.length() > 0)) {
            throw Refusal.at(curve.get("major_axis").span(), "shape.plane", "the major axis has no direction");
        }
        Vector2 axis = direction.times(major / direction.length());
        return new Curve.Ellipse(CurveReader.point(curve, "center_point"), axis, minor, curve.span());
    }

    private static double radius(Members curve, String name) {
        double radius = curve.number(name);
        if (!(radius > 0)) {
            throw Refusal.at(curve.get(name).span(), "shape.radius", "the radius " + radius + " is not positive");
        }
        return radius;
    }

    /** Its angles are parameters of the ellipse, from the major axis, counter-clockwise as seen against its normal. */
    private static Curve ellipticalArc(Members curve) {
        Curve.Ellipse ellipse = ellipse(curve);
        double from = curve.number("start_angle");
        double to = curve.number("end_angle");
        if (Math.abs(Math.abs(to - from) - 2 * Math.PI) < 1e-6) {
            return ellipse;
        }
        boolean mirrored = curve.has("normal") && curve.vector("normal").z() < 0;
        int turn = mirrored ? -1 : 1;
        return new Curve.EllipseArc(
                at(ellipse, turn * from),
                at(ellipse, turn * to),
                ellipse.centre(),
                ellipse.axis(),
                ellipse.radius(),
                mirrored != to < from,
                curve.span());
    }

    private static Vector2 at(Curve.Ellipse ellipse, double angle) {
        Vector2 axis = ellipse.axis();
        Vector2 other = new Vector2(-axis.y(), axis.x()).times(ellipse.radius() / axis.length());
        return ellipse.centre().plus(axis.times(Math.cos(angle))).plus(other.times(Math.sin(angle)));
    }

    private static Curve.Spline spline(Members curve) {
        List<Vector2> controls = new ArrayList<>();
        for (Json item : curve.items("control_points", MAX_CONTROLS)) {
            Members point = Members.of(item, "a control point");
            Vector3 place = new Vector3(point.number("x"), point.number("y"), point.number("z"));
            controls.add(CurveReader.flat(place, item, "control_points"));
        }
        double degree = curve.number("degree");
        List<Double> knots = curve.numbers("knots", 2 * MAX_CONTROLS);
        boolean rational = curve.has("rational") && curve.flag("rational");
        List<Double> weights = rational ? curve.numbers("weights", MAX_CONTROLS) : List.of();
        try {
            return new UnclampedSpline((int) degree, controls, knots, weights).clamped(curve.span());
        } catch (IllegalArgumentException e) {
            throw Refusal.at(curve.span(), "shape.spline", "this is no spline: " + e.getMessage());
        }
    }
}
