package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Vector3;
import java.util.List;

/** How workplanes begin, and how they are placed from numbers. */
final class WorkplanePlanes {
    private WorkplanePlanes() {}

    static Value make(Arguments call) {
        Value given = call.value("inPlane");
        Value object = call.value("obj");
        PlaneValue plane;
        switch (given) {
            case PlaneValue other -> plane = other;
            case StrValue(String name) -> plane = PlaneValue.named(name, Vectors.of(call, "origin"));
            case VectorValue vector -> {
                object = vector;
                plane = PlaneValue.named("XY", Vectors.of(call, "origin"));
            }
            case LocationValue location -> {
                object = location;
                plane = PlaneValue.named("XY", Vectors.of(call, "origin"));
            }
            case ShapeValue shape -> {
                object = shape;
                plane = PlaneValue.named("XY", Vectors.of(call, "origin"));
            }
            default -> throw Errors.value("Provided value " + call.runtime().str(given) + " is not a valid work plane");
        }
        List<Value> objects = object == NoneValue.NONE || !call.runtime().truth(object) ? List.of() : List.of(object);
        return new WorkplaneValue(Modelling.of(call.runtime()), plane, objects, null, new WorkplaneContext());
    }

    static Value copyWorkplane(WorkplaneValue self, Arguments call) {
        return copy(self, call.instance("obj", WorkplaneValue.class, "Workplane"));
    }

    static Value fromTagged(WorkplaneValue self, Arguments call) {
        return copy(self, self.context().tagged(call.text("name")));
    }

    private static WorkplaneValue copy(WorkplaneValue self, WorkplaneValue other) {
        return new WorkplaneValue(self.modelling(), other.plane(), other.objects(), self, self.context());
    }

    static Value transformed(WorkplaneValue self, Arguments call) {
        PlaneValue plane = self.plane().rotated(Vectors.of(call, "rotate"));
        Vector3 origin = self.plane().toWorld(call, "offset");
        plane.setOrigin(origin);
        return self.newObject(List.of(new VectorValue(origin))).withPlane(plane);
    }

    static Value center(WorkplaneValue self, Arguments call) {
        double x = call.finite("x");
        double y = call.finite("y");
        WorkplaneValue moved =
                self.newObject(List.of(new VectorValue(self.plane().toWorld(x, y))));
        moved.plane().setOrigin2d(x, y);
        return moved;
    }

    static Value tag(WorkplaneValue self, Arguments call) {
        self.context().tag(call.text("name"), self);
        return self;
    }
}
