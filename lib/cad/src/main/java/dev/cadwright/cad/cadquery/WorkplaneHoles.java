package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Holes against the normal at every place of the stack. */
final class WorkplaneHoles {
    private static final Frame DOWN = Placement.frame(Vector3.ZERO, new Vector3(0, 0, -1));

    private WorkplaneHoles() {}

    static Value hole(WorkplaneValue self, Arguments call) {
        return cut(self, shaft(self, call), Kind.SOLID, call);
    }

    private static Shape shaft(WorkplaneValue self, Arguments call) {
        double radius = call.finite("diameter") / 2;
        double depth = call.isNone("depth") ? WorkplaneStack.diagonal(self) : call.finite("depth");
        return cylinder(radius, depth, call);
    }

    private static Shape cylinder(double radius, double depth, Arguments call) {
        return new SolidShape.Cylinder(DOWN, radius, depth, 360, call.span());
    }

    static Value cboreHole(WorkplaneValue self, Arguments call) {
        Shape bore = cylinder(call.finite("cboreDiameter") / 2, call.finite("cboreDepth"), call);
        return cut(self, both(shaft(self, call), bore, call), Kind.COMPOUND, call);
    }

    static Value cskHole(WorkplaneValue self, Arguments call) {
        double radius = call.finite("cskDiameter") / 2;
        double height = radius / Math.tan(Math.toRadians(call.finite("cskAngle") / 2));
        Shape sink = new SolidShape.Cone(DOWN, radius, 0, height, 360, call.span());
        return cut(self, both(shaft(self, call), sink, call), Kind.COMPOUND, call);
    }

    private static Shape both(Shape shaft, Shape head, Arguments call) {
        return new BooleanShape.Fuse(List.of(shaft, head), false, 0, call.span());
    }

    private static Value cut(WorkplaneValue self, Shape hole, Kind declared, Arguments call) {
        ShapeValue base = self.findSolid();
        ShapeValue tool = self.modelling().shape(hole, declared);
        Transform toWorld = self.plane().toWorld();
        List<ShapeValue> tools = new ArrayList<>();
        self.localPlaces()
                .forEach(place -> tools.add(tool.moved(place.then(toWorld)).clean()));
        ShapeValue result = Booleans.cut(base, tools, 0, call.span());
        return self.newObject(List.of(call.truth("clean") ? result.clean() : result));
    }
}
