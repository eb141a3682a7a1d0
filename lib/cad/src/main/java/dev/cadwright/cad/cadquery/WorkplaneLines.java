package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Straight drawing on a workplane. */
final class WorkplaneLines {
    private WorkplaneLines() {}

    static Value moveTo(WorkplaneValue self, Arguments call) {
        return at(self, self.plane().toWorld(call.finite("x"), call.finite("y")));
    }

    static Value move(WorkplaneValue self, Arguments call) {
        Vector3 from = self.localPoint();
        Vector3 to = from.plus(new Vector3(call.finite("xDist"), call.finite("yDist"), 0));
        return at(self, self.plane().toWorld().apply(to));
    }

    private static WorkplaneValue at(WorkplaneValue self, Vector3 point) {
        return self.newObject(List.of(new VectorValue(point)));
    }

    static Value lineTo(WorkplaneValue self, Arguments call) {
        return lineTo(self, call.finite("x"), call.finite("y"), call);
    }

    static Value line(WorkplaneValue self, Arguments call) {
        return line(self, call.finite("xDist"), call.finite("yDist"), call);
    }

    static Value vLine(WorkplaneValue self, Arguments call) {
        return line(self, 0, call.finite("distance"), call);
    }

    static Value hLine(WorkplaneValue self, Arguments call) {
        return line(self, call.finite("distance"), 0, call);
    }

    static Value vLineTo(WorkplaneValue self, Arguments call) {
        return lineTo(self, self.localPoint().x(), call.finite("yCoord"), call);
    }

    static Value hLineTo(WorkplaneValue self, Arguments call) {
        return lineTo(self, call.finite("xCoord"), self.localPoint().y(), call);
    }

    static Value polarLine(WorkplaneValue self, Arguments call) {
        double angle = Math.toRadians(call.finite("angle"));
        double distance = call.finite("distance");
        return line(self, Math.cos(angle) * distance, Math.sin(angle) * distance, call);
    }

    static Value polarLineTo(WorkplaneValue self, Arguments call) {
        double angle = Math.toRadians(call.finite("angle"));
        double distance = call.finite("distance");
        return lineTo(self, Math.cos(angle) * distance, Math.sin(angle) * distance, call);
    }

    private static Value line(WorkplaneValue self, double x, double y, Arguments call) {
        Vector3 from = self.localPoint();
        return lineTo(self, from.x() + x, from.y() + y, call);
    }

    private static Value lineTo(WorkplaneValue self, double x, double y, Arguments call) {
        Shape edge = new EdgeShape.Segment(self.currentPoint(), self.plane().toWorld(x, y), call.span());
        return drawn(self, edge, call.truth("forConstruction"));
    }

    /** The edge on the stack, and pending unless it is for construction. */
    static WorkplaneValue drawn(WorkplaneValue self, Shape edge, boolean forConstruction) {
        ShapeValue value = self.modelling().shape(edge, Kind.EDGE);
        if (!forConstruction) {
            self.context().addEdge(value, self.plane());
        }
        return self.newObject(List.of(value));
    }

    static Value polyline(WorkplaneValue self, Arguments call) {
        List<Vector3> points = new ArrayList<>();
        if (call.truth("includeCurrent")) {
            points.add(self.currentPoint());
        }
        for (Value point : call.list("listOfXYTuple")) {
            points.add(self.plane().toWorld(point, call.runtime()));
        }
        if (points.isEmpty()) {
            throw PythonError.indexError("list index out of range");
        }
        return polyline(self, points, call.truth("forConstruction"), call.span());
    }

    private static WorkplaneValue polyline(
            WorkplaneValue self, List<Vector3> points, boolean forConstruction, SourceSpan span) {
        List<ShapeValue> edges = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            ShapeValue edge =
                    self.modelling().shape(new EdgeShape.Segment(points.get(i - 1), points.get(i), span), Kind.EDGE);
            edges.add(edge);
            if (!forConstruction) {
                self.context().addEdge(edge, self.plane());
            }
        }
        return self.newObject(edges);
    }

    static Value close(WorkplaneValue self, Arguments call) {
        Vector3 end = self.localPoint();
        Vector3 start = self.context().firstPoint();
        if (start == null) {
            throw Errors.value("No start point specified - cannot close");
        }
        if (end.distanceTo(start) > 1e-6) {
            PlaneValue plane = self.plane();
            polyline(self, List.of(plane.toWorld().apply(end), plane.toWorld().apply(start)), false, call.span());
        }
        self.context().forgetFirstPoint();
        return WorkplaneWires.wire(self, false, call.span());
    }
}
