package dev.cadwright.cad.transpile;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.geometry.Vector2;
import java.util.List;
import java.util.stream.Collectors;

/** Draws loops and chains on a workplane, one call a line. */
record CadQueryWires(StringBuilder text) {
    void draw(Profile profile) {
        draw(profile.outer());
        profile.holes().forEach(this::draw);
    }

    void draw(Loop loop) {
        if (loop.curves().getFirst().isClosed()) {
            chain(loop.curves());
            return;
        }
        boolean straight = loop.curves().size() > 1 && loop.curves().getLast() instanceof Curve.Line;
        // The last line is drawn by closing.
        chain(straight ? loop.curves().subList(0, loop.curves().size() - 1) : loop.curves());
        call("close()");
    }

    void chain(List<Curve> curves) {
        Curve first = curves.getFirst();
        switch (first) {
            case Curve.Circle circle -> {
                call("moveTo" + Words.tuple(circle.centre()));
                call("circle(" + Words.number(circle.radius()) + ")");
            }
            case Curve.Ellipse ellipse -> {
                double angle = Math.toDegrees(
                        Math.atan2(ellipse.axis().y(), ellipse.axis().x()));
                call("moveTo" + Words.tuple(ellipse.centre()));
                call("ellipse(" + Words.number(ellipse.axis().length()) + ", " + Words.number(ellipse.radius()) + ", "
                        + Words.number(angle) + ")");
            }
            case Curve.Line line -> open(curves);
            case Curve.Arc arc -> open(curves);
            case Curve.EllipseArc arc -> open(curves);
            case Curve.Spline spline -> open(curves);
        }
    }

    private void open(List<Curve> curves) {
        call("moveTo" + Words.tuple(Curves.start(curves.getFirst())));
        curves.forEach(this::draw);
    }

    private void draw(Curve curve) {
        switch (curve) {
            case Curve.Line line -> call("lineTo" + Words.tuple(line.end()));
            case Curve.Arc arc ->
                call(
                        CircularArc.of(arc).isPresent()
                                ? "threePointArc(" + Words.tuple(arc.mid()) + ", " + Words.tuple(arc.end()) + ")"
                                : "lineTo" + Words.tuple(arc.end()));
            case Curve.EllipseArc arc ->
                throw new Untranslatable(arc.span(), "ellipse", "elliptical arcs are not printed for CadQuery");
            case Curve.Spline spline -> bezier(spline);
            case Curve.Circle circle -> throw new IllegalStateException("a closed curve in a chain: " + circle);
            case Curve.Ellipse ellipse -> throw new IllegalStateException("a closed curve in a chain: " + ellipse);
        }
    }

    private void bezier(Curve.Spline spline) {
        boolean bezier = spline.controls().size() == spline.degree() + 1
                && spline.weights().isEmpty();
        if (!bezier) {
            throw new Untranslatable(
                    spline.span(), "spline", "CadQuery has no words for B-splines that are no Bézier curves");
        }
        List<Vector2> controls = spline.controls();
        call("bezier([" + controls.stream().map(Words::tuple).collect(Collectors.joining(", ")) + "])");
    }

    private void call(String call) {
        text.append("    .").append(call).append('\n');
    }
}
