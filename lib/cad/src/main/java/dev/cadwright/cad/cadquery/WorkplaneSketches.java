package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Transform;
import java.util.ArrayList;
import java.util.List;

/** Sketches on a workplane. */
final class WorkplaneSketches {
    private WorkplaneSketches() {}

    static Value sketch(WorkplaneValue self, Arguments call) {
        WorkplaneValue parent = self.newObject(List.of());
        SketchValue sketch = new SketchValue(self.modelling(), parent, places(self));
        parent.objects().add(sketch);
        return sketch;
    }

    static Value placeSketch(WorkplaneValue self, Arguments call) {
        List<Value> placed = new ArrayList<>();
        for (Value value : call.rest("sketches")) {
            if (!(value instanceof SketchValue sketch)) {
                throw PythonError.typeError("a Sketch is needed, not " + value.typeName());
            }
            placed.add(new SketchValue(self.modelling(), null, places(self)).withFaces(sketch.faces()));
        }
        return self.newObject(placed);
    }

    private static List<Transform> places(WorkplaneValue self) {
        PlaneValue plane = self.plane();
        List<Transform> places = new ArrayList<>();
        for (Value object : self.objects()) {
            switch (object) {
                case VectorValue vector -> places.add(at(plane, vector.value()));
                case ShapeValue shape -> places.add(at(plane, shape.centre()));
                case LocationValue location -> places.add(location.transform());
                default -> {}
            }
        }
        return places.isEmpty() ? List.of(plane.toWorld()) : places;
    }

    private static Transform at(PlaneValue plane, dev.cadwright.geometry.Vector3 point) {
        return Placement.of(Placement.frame(point, plane.xDirection(), plane.normal()));
    }
}
