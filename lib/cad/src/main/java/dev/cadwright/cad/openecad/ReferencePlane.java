package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Curve;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;

/**
 * A sketch plane by an earlier extrude: in its sketch plane, at its ends ({@code extent_one}, {@code extent_two}), or
 * through one of its lines at right angles to its plane. The origin is in coordinates of that plane; its x axis is turned
 * about its normal by {@code angle} in radians; {@code reverse} turns the normal alone.
 */
final class ReferencePlane {
    private ReferencePlane() {}

    static Frame of(Arguments arguments) {
        Value.Extrude extrude = arguments.value("extrude", Value.Extrude.class, "an extrude");
        Frame plane = extrude.feature().plane();
        String type = arguments.text("type");
        Frame base =
                switch (type) {
                    case "sameplane" -> plane;
                    case "extent_one" -> plane.offset(extrude.one());
                    case "extent_two" -> plane.offset(-extrude.two());
                    case "line" -> throughLine(plane, arguments);
                    default ->
                        throw new Refusal(
                                arguments.span(),
                                "syntax.argument",
                                "there is no plane of the type \"" + Evaluator.shortened(type) + "\"",
                                "\"sameplane\", \"extent_one\", \"extent_two\" or \"line\"");
                };
        Vector2 origin = arguments.point("origin");
        double angle = arguments.number("angle", 0);
        Vector3 xAxis = base.xAxis().times(Math.cos(angle)).plus(base.yAxis().times(Math.sin(angle)));
        Vector3 normal = arguments.flag("reverse") ? base.normal().times(-1) : base.normal();
        return Calls.plane(base.at(origin.x(), origin.y()), xAxis, normal, arguments.span());
    }

    /** x along the line, y along the normal of the plane that the line lies in. */
    private static Frame throughLine(Frame plane, Arguments arguments) {
        Value.Curve value =
                arguments.has("line") ? arguments.value("line", Value.Curve.class, "a line") : missing(arguments);
        if (!(value.curve() instanceof Curve.Line line)) {
            throw arguments.mismatch("line", value, "a line, not an arc or a circle");
        }
        Vector3 start = plane.at(line.start().x(), line.start().y());
        Vector3 along = plane.at(line.end().x(), line.end().y()).minus(start);
        return Calls.plane(start, along, along.cross(plane.normal()), arguments.span());
    }

    private static Value.Curve missing(Arguments arguments) {
        throw new Refusal(
                arguments.span(), "syntax.missing-argument", "a plane of the type \"line\" lacks its line", "line=…");
    }
}
