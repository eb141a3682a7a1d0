package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Turn;
import dev.cadwright.geometry.Vector2;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes single calls. */
record CallPrinter(NumberStyle style) {
    private static final int CUBIC = 3;

    String extrude(Feature.Extrude extrude) {
        return "extrude = Extrude(sketch, " + extent(extrude.extent()) + operation(extrude.operation())
                + tapers(extrude.extent()) + ")";
    }

    String revolve(Feature.Revolve revolve) {
        return "revolve = Revolve(sketch, axis="
                + tuple(point(revolve.axis().start()), point(revolve.axis().end()))
                + ", " + turn(revolve.turn()) + operation(revolve.operation()) + ")";
    }

    String loft(Feature.Loft loft) {
        String sections = IntStream.range(0, loft.sections().size())
                .mapToObj(CallPrinter::section)
                .collect(Collectors.joining(", "));
        return "loft = Loft(sections=(" + sections + ")" + (loft.ruled() ? ", ruled=True" : "")
                + operation(loft.operation()) + ")";
    }

    String sweep(Feature.Sweep sweep) {
        return "sweep = Sweep(sketch, path=path" + operation(sweep.operation()) + ")";
    }

    static String section(int index) {
        return "section_" + (index + 1);
    }

    String curve(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> "add_line(start=" + point(line.start()) + ", end=" + point(line.end()) + ")";
            case Curve.Arc arc ->
                "add_arc(start=" + point(arc.start()) + ", mid=" + point(arc.mid()) + ", end=" + point(arc.end()) + ")";
            case Curve.Circle circle ->
                "add_circle(center=" + point(circle.centre()) + ", radius=" + style.format(circle.radius()) + ")";
            case Curve.Ellipse ellipse ->
                "add_ellipse(" + ellipse(ellipse.centre(), ellipse.axis(), ellipse.radius()) + ")";
            case Curve.EllipseArc arc ->
                "add_ellipse_arc(start=" + point(arc.start()) + ", end=" + point(arc.end()) + ", "
                        + ellipse(arc.centre(), arc.axis(), arc.radius())
                        + (arc.clockwise() ? ", clockwise=True)" : ")");
            case Curve.Spline spline -> spline(spline);
        };
    }

    private String ellipse(Vector2 centre, Vector2 axis, double radius) {
        return "center=" + point(centre) + ", axis=" + point(axis) + ", radius=" + style.format(radius);
    }

    private String spline(Curve.Spline spline) {
        String controls = spline.controls().stream().map(this::point).collect(Collectors.joining(", "));
        return "add_spline(controls=(" + controls + ")"
                + (spline.degree() == CUBIC ? "" : ", degree=" + spline.degree())
                + (spline.hasEvenKnots() ? "" : ", knots=" + numbers(spline.knots()))
                + (spline.weights().isEmpty() ? "" : ", weights=" + numbers(spline.weights())) + ")";
    }

    /** Never rounded: knots that fell together would make another curve, or none. */
    private static String numbers(List<Double> numbers) {
        return "(" + numbers.stream().map(NumberStyle.exact()::format).collect(Collectors.joining(", ")) + ")";
    }

    private String extent(Extent extent) {
        return switch (extent) {
            case Extent.OneSide(double distance, var _) -> "distance=" + style.format(distance);
            case Extent.Symmetric(double distance, var _) -> "distance=" + style.format(distance) + ", symmetric=True";
            case Extent.TwoSides(double first, double second, var _, var _) ->
                "distance=" + style.format(first) + ", against=" + style.format(second);
        };
    }

    private String tapers(Extent extent) {
        return switch (extent) {
            case Extent.OneSide(var _, double taper) -> taper("taper", taper);
            case Extent.Symmetric(var _, double taper) -> taper("taper", taper);
            case Extent.TwoSides(var _, var _, double first, double second) ->
                taper("taper", first) + taper("against_taper", second);
        };
    }

    private String taper(String name, double degrees) {
        String taper = style.format(degrees);
        return taper.equals("0") ? "" : ", " + name + "=" + taper;
    }

    private String turn(Turn turn) {
        return switch (turn) {
            case Turn.OneSide(double angle) -> "angle=" + style.format(angle);
            case Turn.Symmetric(double angle) -> "angle=" + style.format(angle) + ", symmetric=True";
            case Turn.TwoSides(double first, double second) ->
                "angle=" + style.format(first) + ", against=" + style.format(second);
        };
    }

    private static String operation(Operation operation) {
        return ", operation=\"" + Vocabulary.word(operation) + "\"";
    }

    private String point(Vector2 point) {
        return tuple(style.format(point.x()), style.format(point.y()));
    }

    static String tuple(String... parts) {
        return "(" + String.join(", ", parts) + ")";
    }
}
