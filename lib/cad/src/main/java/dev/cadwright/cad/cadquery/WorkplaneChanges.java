package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Changes to the solid of a chain. */
final class WorkplaneChanges {
    private static final Signature HALVES = Signature.of("keepTop=False, keepBottom=False");

    private WorkplaneChanges() {}

    static Value fillet(WorkplaneValue self, Arguments call) {
        ShapeValue solid = self.findSolid();
        List<ShapeValue> edges = edges(self, "Fillets requires that edges be selected");
        Shape fillet =
                new ModifiedShape.Fillet(solid.shape(), ShapeValue.shapes(edges), call.finite("radius"), call.span());
        return self.newObject(
                List.of(self.modelling().shape(fillet, Kind.COMPOUND).clean()));
    }

    static Value chamfer(WorkplaneValue self, Arguments call) {
        ShapeValue solid = self.findSolid();
        List<ShapeValue> edges = edges(self, "Chamfer requires that edges be selected");
        Shape chamfer = new ModifiedShape.Chamfer(
                solid.shape(), ShapeValue.shapes(edges), call.finite("length"), second(call), call.span());
        return self.newObject(List.of(self.modelling().shape(chamfer, Kind.COMPOUND)));
    }

    static OptionalDouble second(Arguments call) {
        return call.truth("length2") ? OptionalDouble.of(call.finite("length2")) : OptionalDouble.empty();
    }

    private static List<ShapeValue> edges(WorkplaneValue self, String message) {
        List<ShapeValue> edges = WorkplaneSelection.collect(self, Kind.EDGE);
        if (edges.isEmpty()) {
            throw Errors.value(message);
        }
        return edges;
    }

    static Value shell(WorkplaneValue self, Arguments call) {
        ShapeValue solid = self.findSolid();
        Shape hollow = hollow(solid, self.shapes(Kind.FACE), 1e-4, "thickness", call);
        return self.newObject(List.of(self.modelling().shape(hollow, Kind.COMPOUND)));
    }

    static Shape hollow(ShapeValue solid, List<ShapeValue> faces, double tolerance, String thickness, Arguments call) {
        String kind = call.text("kind");
        if (!kind.equals("arc") && !kind.equals("intersection")) {
            throw PythonError.keyError(new StrValue(kind));
        }
        return new ModifiedShape.Hollow(
                solid.shape(),
                ShapeValue.shapes(faces),
                call.finite(thickness),
                tolerance,
                WorkplaneWires.join(kind),
                call.span());
    }

    static Value clean(WorkplaneValue self, Arguments call) {
        List<Value> cleaned = new ArrayList<>();
        for (Value object : self.objects()) {
            cleaned.add(object instanceof ShapeValue shape ? shape.clean() : object);
        }
        return self.newObject(cleaned);
    }

    static Value section(WorkplaneValue self, Arguments call) {
        ShapeValue solid = self.findSolid();
        PlaneValue plane = self.plane();
        Vector3 origin = plane.origin().plus(plane.normal().times(call.finite("height")));
        Frame frame = Placement.frame(origin, plane.normal());
        Shape whole = new FaceShape.Rectangle(frame, 0, 0, call.span());
        ShapeValue face = self.modelling().shape(whole, Kind.FACE);
        return self.newObject(List.of(Booleans.intersect(solid, List.of(face), 0, call.span())));
    }

    static Value split(WorkplaneValue self, Arguments call) {
        List<Value> given = call.rest("args");
        if (given.size() == 1 && given.getFirst() instanceof WorkplaneValue other) {
            self.context().merge(other.context());
            return splitWith(self, other.shapes(), call);
        }
        if (given.size() == 1 && given.getFirst() instanceof ShapeValue shape) {
            return splitWith(self, List.of(shape), call);
        }
        return halves(self, HALVES.bindMethod("split", call.call()));
    }

    private static Value splitWith(WorkplaneValue self, List<ShapeValue> tools, Arguments call) {
        ShapeValue solid = self.findSolid();
        Shape split = new BooleanShape.Split(solid.shape(), ShapeValue.shapes(tools), call.span());
        return self.newObject(List.of(self.modelling().shape(split, Kind.COMPOUND)));
    }

    private static Value halves(WorkplaneValue self, Arguments call) {
        boolean top = call.truth("keepTop");
        boolean bottom = call.truth("keepBottom");
        if (!top && !bottom) {
            throw Errors.value("You have to keep at least one half");
        }
        ShapeValue solid = self.findSolid();
        double size = Measuring.bounds(solid).diagonal() * 10;
        List<ShapeValue> kept = new ArrayList<>();
        if (top) {
            kept.add(Booleans.cut(solid, List.of(half(self, size, -size, call)), 0, call.span()));
        }
        if (bottom) {
            kept.add(Booleans.cut(solid, List.of(half(self, size, size, call)), 0, call.span()));
        }
        return self.newObject(kept);
    }

    /** The prisms over squares at every place of the stack. */
    private static ShapeValue half(WorkplaneValue self, double size, double height, Arguments call) {
        double half = size / 2;
        Shape square = new WireShape.Polygon(
                List.of(
                        new Vector3(-half, -half, 0),
                        new Vector3(half, -half, 0),
                        new Vector3(half, half, 0),
                        new Vector3(-half, half, 0)),
                true,
                call.span());
        ShapeValue wire = self.modelling().shape(square, Kind.WIRE);
        Transform toWorld = self.plane().toWorld();
        List<ShapeValue> wires = new ArrayList<>();
        self.localPlaces().forEach(place -> wires.add(wire.moved(place.then(toWorld))));
        Vector3 along = self.plane().normal().times(height);
        List<ShapeValue> prisms = new ArrayList<>();
        for (ShapeValue face : Faces.inside(self.modelling(), wires, call.span())) {
            prisms.add(self.modelling().shape(new SolidShape.Prism(face.shape(), along, call.span()), Kind.SOLID));
        }
        return self.compound(prisms, call.span());
    }
}
