package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;

/** Primitive solids at every place of the stack. */
final class WorkplanePrimitives {
    private WorkplanePrimitives() {}

    static Value box(WorkplaneValue self, Arguments call) {
        double length = call.finite("length");
        double width = call.finite("width");
        double height = call.finite("height");
        boolean[] centred = Centring.of(call, "centered", 3);
        Vector3 corner =
                new Vector3(centred[0] ? -length / 2 : 0, centred[1] ? -width / 2 : 0, centred[2] ? -height / 2 : 0);
        return place(self, new SolidShape.Box(at(corner), length, width, height, call.span()), call);
    }

    private static Frame at(Vector3 point) {
        return new Frame(point, Vector3.X, Vector3.Z);
    }

    private static Value place(WorkplaneValue self, Shape solid, Arguments call) {
        ShapeValue value = self.modelling().shape(solid, Kind.SOLID);
        return self.placeEach(value::moved, Combine.of(call));
    }

    static Value sphere(WorkplaneValue self, Arguments call) {
        double radius = call.finite("radius");
        boolean[] centred = Centring.of(call, "centered", 3);
        Vector3 centre = new Vector3(centred[0] ? 0 : radius, centred[1] ? 0 : radius, centred[2] ? 0 : radius);
        Frame frame = Placement.frame(centre, Vectors.of(call, "direct"));
        return place(
                self,
                new SolidShape.Sphere(
                        frame,
                        radius,
                        call.finite("angle1"),
                        call.finite("angle2"),
                        call.finite("angle3"),
                        call.span()),
                call);
    }

    static Value cylinder(WorkplaneValue self, Arguments call) {
        double height = call.finite("height");
        double radius = call.finite("radius");
        boolean[] centred = Centring.of(call, "centered", 3);
        Vector3 base = new Vector3(centred[0] ? 0 : radius, centred[1] ? 0 : radius, centred[2] ? -height / 2 : 0);
        Vector3 direction = Vectors.of(call, "direct");
        SolidShape cylinder = new SolidShape.Cylinder(at(base), radius, height, call.finite("angle"), call.span());
        ShapeValue value = self.modelling().shape(cylinder, Kind.SOLID);
        ShapeValue directed = direction.equals(Vector3.Z)
                ? value
                : value.moved(Placement.of(Placement.frame(Vector3.ZERO, direction)));
        return self.placeEach(directed::moved, Combine.of(call));
    }

    static Value wedge(WorkplaneValue self, Arguments call) {
        double dx = call.finite("dx");
        double dy = call.finite("dy");
        double dz = call.finite("dz");
        boolean[] centred = Centring.of(call, "centered", 3);
        Vector3 corner = new Vector3(centred[0] ? -dx / 2 : 0, centred[1] ? -dy / 2 : 0, centred[2] ? -dz / 2 : 0);
        Frame frame = Placement.frame(corner, Vectors.of(call, "dir"));
        SolidShape wedge = new SolidShape.Wedge(
                frame,
                dx,
                dy,
                dz,
                call.finite("xmin"),
                call.finite("zmin"),
                call.finite("xmax"),
                call.finite("zmax"),
                call.span());
        return place(self, wedge, call);
    }
}
