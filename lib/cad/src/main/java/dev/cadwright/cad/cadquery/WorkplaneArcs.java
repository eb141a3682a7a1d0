package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/** Arcs drawn on a workplane. */
final class WorkplaneArcs {
    private static final double TOLERANCE = 1e-6;

    private WorkplaneArcs() {}

    static Value threePointArc(WorkplaneValue self, Arguments call) {
        Shape arc = new EdgeShape.ArcThrough(
                self.currentPoint(),
                self.plane().toWorld(call, "point1"),
                self.plane().toWorld(call, "point2"),
                call.span());
        return WorkplaneLines.drawn(self, arc, call.truth("forConstruction"));
    }

    static Value sagittaArc(WorkplaneValue self, Arguments call) {
        return sagitta(self, Vectors.of(call, "endPoint"), call.finite("sag"), call);
    }

    private static Value sagitta(WorkplaneValue self, Vector3 end, double sag, Arguments call) {
        Vector3 start = self.localPoint();
        if (start.distanceTo(end) == 0) {
            throw Errors.construction("an arc needs two ends");
        }
        Vector3 along = end.minus(start).normalised().times(Math.abs(sag));
        Vector3 aside =
                sag > 0 ? new Vector3(-along.y(), along.x(), along.z()) : new Vector3(along.y(), -along.x(), along.z());
        Vector3 between = end.plus(start).times(0.5).plus(aside);
        Transform toWorld = self.plane().toWorld();
        Shape arc =
                new EdgeShape.ArcThrough(self.currentPoint(), toWorld.apply(between), toWorld.apply(end), call.span());
        return WorkplaneLines.drawn(self, arc, call.truth("forConstruction"));
    }

    static Value radiusArc(WorkplaneValue self, Arguments call) {
        Vector3 end = Vectors.of(call, "endPoint");
        double radius = call.finite("radius");
        double half = end.distanceTo(self.localPoint()) / 2;
        double rest = radius * radius - half * half;
        double sag = Math.abs(radius);
        if (Math.abs(rest) >= TOLERANCE) {
            if (rest < 0) {
                throw Errors.value("Arc radius is not large enough to reach the end point.");
            }
            sag -= Math.sqrt(rest);
        }
        return sagitta(self, end, radius > 0 ? sag : -sag, call);
    }

    static Value tangentArcPoint(WorkplaneValue self, Arguments call) {
        Vector3 end = Vectors.of(call, "endpoint");
        if (call.truth("relative")) {
            end = end.plus(self.localPoint());
        }
        if (self.objects().isEmpty()
                || !(self.objects().getLast() instanceof ShapeValue previous)
                || !previous.is(Kind.EDGE)) {
            throw PythonError.of(
                    ExceptionTypes.RUNTIME_ERROR, "Previous Edge requested, but the previous object was not an Edge.");
        }
        Shape arc = new EdgeShape.TangentArc(
                Curves.end(previous),
                Curves.tangent(previous, 1),
                self.plane().toWorld().apply(end),
                call.span());
        return WorkplaneLines.drawn(self, arc, call.truth("forConstruction"));
    }

    static Value ellipseArc(WorkplaneValue self, Arguments call) {
        Vector3 centre = self.currentPoint();
        PlaneValue plane = self.plane();
        ShapeValue arc = self.modelling()
                .shape(
                        new EdgeShape.EllipticArc(
                                Placement.frame(centre, plane.xDirection(), plane.normal()),
                                call.finite("x_radius"),
                                call.finite("y_radius"),
                                call.finite("angle1"),
                                call.finite("angle2"),
                                call.finite("sense") != 1,
                                call.span()),
                        Kind.EDGE);
        double turn = call.finite("rotation_angle");
        if (turn != 0) {
            arc = arc.copied(Placement.turn(centre, plane.normal(), turn), call.span());
        }
        if (call.truth("startAtCurrent")) {
            arc = arc.copied(Transform.translation(centre.minus(Curves.start(arc))), call.span());
        }
        return drawn(self, arc, call);
    }

    /** An edge, or the wire of it, on the stack and pending, by the switches of the call. */
    static Value drawn(WorkplaneValue self, ShapeValue edge, Arguments call) {
        boolean forConstruction = call.truth("forConstruction");
        if (!call.truth("makeWire")) {
            if (!forConstruction) {
                self.context().addEdge(edge, self.plane());
            }
            return self.newObject(List.of(edge));
        }
        return drawnAsWire(self, edge, forConstruction, call);
    }

    static Value drawnAsWire(WorkplaneValue self, ShapeValue edge, boolean forConstruction, Arguments call) {
        ShapeValue wire =
                self.modelling().shape(new WireShape.Assembled(List.of(edge.shape()), call.span()), Kind.WIRE);
        if (!forConstruction) {
            self.context().addWire(wire);
        }
        return self.newObject(List.of(wire));
    }
}
