package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.cad.outline.TangentArc;
import dev.cadwright.geometry.Vector2;
import java.util.List;

/** One call that draws on a sketch. */
record Drawing(SketchState sketch, SourceSpan span) {
    private static final int CUBIC = 3;

    void draw(String method, Arguments arguments) {
        switch (method) {
            case "add_line" -> sketch.add(new Curve.Line(arguments.point("start"), arguments.point("end"), span));
            case "add_arc" ->
                sketch.add(
                        new Curve.Arc(arguments.point("start"), arguments.point("mid"), arguments.point("end"), span));
            case "add_tangent_arc" -> sketch.add(tangentArc(arguments.point("end")));
            case "add_circle" ->
                sketch.add(new Curve.Circle(arguments.point("center"), arguments.number("radius"), span));
            case "add_ellipse" ->
                sketch.add(new Curve.Ellipse(
                        arguments.point("center"), arguments.point("axis"), arguments.number("radius"), span));
            case "add_ellipse_arc" -> sketch.add(ellipseArc(arguments));
            case "add_spline" -> sketch.add(spline(arguments));
            case "add_hole" -> sketch.beginHole(span);
            case "add_profile" -> sketch.beginProfile(span);
            default -> throw new IllegalStateException("no such method: " + method);
        }
    }

    private Curve tangentArc(Vector2 end) {
        Curve before = sketch.last()
                .orElseThrow(() -> new Refusal(
                        span,
                        "shape.tangent",
                        "there is no curve that the arc could go on from",
                        "a line or an arc before it",
                        ""));
        return TangentArc.to(Curves.end(before), TangentArc.direction(before), end, span)
                .orElseThrow(() -> new Refusal(
                        span,
                        "shape.tangent",
                        "no arc leaves the curve before it straight on and ends there",
                        "another end",
                        ""));
    }

    private Curve ellipseArc(Arguments arguments) {
        return new Curve.EllipseArc(
                arguments.point("start"),
                arguments.point("end"),
                arguments.point("center"),
                arguments.point("axis"),
                arguments.number("radius"),
                arguments.flag("clockwise", false),
                span);
    }

    private Curve spline(Arguments arguments) {
        List<Vector2> controls = arguments.points("controls");
        int degree = arguments.whole("degree", CUBIC);
        List<Double> weights = arguments.has("weights") ? arguments.numbers("weights") : List.of();
        try {
            List<Double> knots = arguments.has("knots")
                    ? arguments.numbers("knots")
                    : new Curve.Spline(degree, controls, span).knots();
            return new Curve.Spline(degree, controls, knots, weights, span);
        } catch (IllegalArgumentException e) {
            throw new Refusal(span, "shape.spline", "this is no spline: " + e.getMessage(), "", "");
        }
    }
}
