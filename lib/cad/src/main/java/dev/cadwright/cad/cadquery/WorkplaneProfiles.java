package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Closed profiles at every place of the stack. */
final class WorkplaneProfiles {
    private static final int MOST_SIDES = 100_000;

    private WorkplaneProfiles() {}

    static Value rect(WorkplaneValue self, Arguments call) {
        double x = call.finite("xLen");
        double y = call.finite("yLen");
        boolean[] centred = Centring.of(call, "centered", 2);
        double dx = centred[0] ? 0 : x / 2;
        double dy = centred[1] ? 0 : y / 2;
        List<Vector3> corners = List.of(
                new Vector3(x / -2 + dx, y / -2 + dy, 0),
                new Vector3(x / 2 + dx, y / -2 + dy, 0),
                new Vector3(x / 2 + dx, y / 2 + dy, 0),
                new Vector3(x / -2 + dx, y / 2 + dy, 0));
        return self.placeWire(new WireShape.Polygon(corners, true, call.span()), call.truth("forConstruction"));
    }

    static Value circle(WorkplaneValue self, Arguments call) {
        return self.placeWire(circle(call.finite("radius"), call.span()), call.truth("forConstruction"));
    }

    static Shape circle(double radius, SourceSpan span) {
        return new WireShape.Assembled(
                List.of(new EdgeShape.CircularArc(Frame.XY, radius, 360, 360, false, span)), span);
    }

    static Value ellipse(WorkplaneValue self, Arguments call) {
        Shape wire = ellipse(
                call.finite("x_radius"),
                call.finite("y_radius"),
                call.finite("rotation_angle"),
                self.modelling(),
                call);
        return self.placeWire(wire, call.truth("forConstruction"));
    }

    static Shape ellipse(double xRadius, double yRadius, double turn, Modelling modelling, Arguments call) {
        Shape edge = new EdgeShape.EllipticArc(Frame.XY, xRadius, yRadius, 360, 360, false, call.span());
        Shape wire = new WireShape.Assembled(List.of(edge), call.span());
        return turn == 0
                ? wire
                : modelling
                        .shape(wire, Kind.WIRE)
                        .copied(Placement.turn(Vector3.ZERO, Vector3.Z, turn), call.span())
                        .shape();
    }

    static Value polygon(WorkplaneValue self, Arguments call) {
        long sides = call.integer("nSides");
        if (sides == 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "float division by zero");
        }
        if (sides > MOST_SIDES) {
            throw Errors.value("a polygon of " + sides + " sides");
        }
        double angle = 2 * Math.PI / sides;
        double radius = call.finite("diameter") / 2;
        boolean around = call.truth("circumscribed");
        if (around) {
            radius /= Math.cos(angle / 2);
        }
        List<Vector3> corners = new ArrayList<>();
        for (int i = 0; i < sides; i++) {
            double at = angle * i + (around ? angle / 2 : 0);
            corners.add(new Vector3(radius * Math.cos(at), radius * Math.sin(at), 0));
        }
        return self.placeWire(new WireShape.Polygon(corners, true, call.span()), call.truth("forConstruction"));
    }

    static Value slot2D(WorkplaneValue self, Arguments call) {
        double length = call.finite("length");
        double diameter = call.finite("diameter");
        double radius = diameter / 2;
        Vector3 p1 = new Vector3(-length / 2 + radius, radius, 0);
        Vector3 p2 = p1.plus(new Vector3(length - diameter, 0, 0));
        Vector3 p3 = p1.plus(new Vector3(length - diameter, -diameter, 0));
        Vector3 p4 = p1.plus(new Vector3(0, -diameter, 0));
        Vector3 right = p2.plus(new Vector3(radius, -radius, 0));
        Vector3 left = p4.plus(new Vector3(-radius, radius, 0));
        SourceSpan span = call.span();
        Shape slot = new WireShape.Assembled(
                List.of(
                        new EdgeShape.Segment(p1, p2, span),
                        new EdgeShape.ArcThrough(p2, right, p3, span),
                        new EdgeShape.Segment(p3, p4, span),
                        new EdgeShape.ArcThrough(p4, left, p1, span)),
                span);
        ShapeValue turned = self.modelling()
                .shape(slot, Kind.WIRE)
                .copied(Placement.turn(Vector3.ZERO, Vector3.Z, call.finite("angle")), span);
        return self.placeWire(turned.shape(), false);
    }
}
