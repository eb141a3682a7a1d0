package dev.cadwright.cad.check;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.cad.outline.EllipticalArc;
import dev.cadwright.cad.outline.Outline;
import dev.cadwright.geometry.Vector2;
import java.util.List;
import java.util.Optional;

/** Whether curves are sound, each by itself, and meet head to tail. */
final class CurveCheck {
    /** Shorter than this, relative to its surroundings, a curve has no direction. */
    private static final double DEGENERATE = 1e-9;
    /** Ends farther apart than this, relative to the chain, do not meet. */
    static final double GAP = 1e-6;
    /** Ends of an elliptical arc are farther off its ellipse than this, relative to it, by no rounding. */
    private static final double OFF_ELLIPSE = 1e-4;

    private CurveCheck() {}

    /** The faults of the curves; where there are none, the first place where two neighbours do not meet. */
    static List<Diagnostic> chain(List<Curve> curves, boolean closed) {
        double size = Outline.of(new Loop(curves)).diagonal();
        List<Diagnostic> faults =
                curves.stream().flatMap(curve -> curve(curve, size).stream()).toList();
        return faults.isEmpty() ? gap(curves, size, closed).stream().toList() : faults;
    }

    private static Optional<Diagnostic> curve(Curve curve, double size) {
        return switch (curve) {
            case Curve.Line line ->
                line.start().distanceTo(line.end()) > DEGENERATE * size
                        ? Optional.empty()
                        : degenerate(curve, "the line starts where it ends", "leave it out");
            case Curve.Circle circle ->
                circle.radius() > 0
                        ? Optional.empty()
                        : fault(curve, "shape.radius", "the radius " + circle.radius() + " is not positive", "");
            case Curve.Arc arc ->
                CircularArc.of(arc).isPresent()
                        ? Optional.empty()
                        : degenerate(
                                curve,
                                "no circle goes through the three points of the arc",
                                "use a line where they lie on one");
            case Curve.Ellipse ellipse -> ellipse(curve, ellipse.axis(), ellipse.radius());
            case Curve.EllipseArc arc ->
                ellipse(curve, arc.axis(), arc.radius()).or(() -> ends(arc));
            case Curve.Spline spline ->
                Outline.of(new Loop(List.of(spline))).diagonal() > DEGENERATE * size
                        ? Optional.empty()
                        : degenerate(curve, "the spline has no extent", "leave it out");
        };
    }

    private static Optional<Diagnostic> ellipse(Curve curve, Vector2 axis, double radius) {
        return axis.length() > 0 && radius > 0
                ? Optional.empty()
                : fault(curve, "shape.radius", "an axis of the ellipse has no length", "");
    }

    private static Optional<Diagnostic> ends(Curve.EllipseArc arc) {
        EllipticalArc round = EllipticalArc.of(arc);
        return round.missOf(arc.start()) <= OFF_ELLIPSE && round.missOf(arc.end()) <= OFF_ELLIPSE
                ? Optional.empty()
                : fault(arc, "shape.arc", "the arc's ends do not lie on its ellipse", "");
    }

    private static Optional<Diagnostic> gap(List<Curve> curves, double size, boolean closed) {
        Vector2 end = closed ? Curves.end(curves.getLast()) : Curves.start(curves.getFirst());
        for (int index = 0; index < curves.size(); index++) {
            Curve curve = curves.get(index);
            double gap = end.distanceTo(Curves.start(curve));
            if (gap > GAP * size) {
                String message = index == 0
                        ? "the loop is open: its end and its start are " + gap + " apart"
                        : "the curve starts " + gap + " away from the end of the one before it";
                Curve blamed = index == 0 ? curves.getLast() : curve;
                return fault(blamed, "shape.open-loop", message, "draw the curves of a loop head to tail");
            }
            end = Curves.end(curve);
        }
        return Optional.empty();
    }

    private static Optional<Diagnostic> degenerate(Curve curve, String message, String hint) {
        return fault(curve, "shape.degenerate-curve", message, hint);
    }

    private static Optional<Diagnostic> fault(Curve curve, String code, String message, String hint) {
        return Optional.of(Diagnostic.at(curve.span(), code, message, hint));
    }
}
