package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Transform;
import java.util.ArrayList;
import java.util.List;

/** Callbacks of the program for each object or each place. */
final class WorkplaneEach {
    private WorkplaneEach() {}

    static Value each(WorkplaneValue self, Arguments call) {
        boolean local = call.truth("useLocalCoordinates");
        Value callback = call.value("callback");
        List<Value> results = new ArrayList<>();
        for (Value object : List.copyOf(self.objects())) {
            Value given = local ? toLocal(self.plane(), object) : object;
            Value made = call.runtime().call(callback, List.of(given));
            if (local) {
                made = ShapeValue.of(made).transformed(self.plane().toWorld());
            }
            results.add(made);
        }
        self.addPending(results);
        return Combine.of(call).with(self, results);
    }

    private static Value toLocal(PlaneValue plane, Value object) {
        return switch (object) {
            case VectorValue vector -> new VectorValue(plane.toLocal(vector.value()));
            case ShapeValue shape -> shape.transformed(plane.toLocal());
            default ->
                throw Errors.value("Don't know how to convert type " + object.typeName() + " to local coordinates");
        };
    }

    static Value eachpoint(WorkplaneValue self, Arguments call) {
        List<Value> results = results(self, call.value("arg"), call.truth("useLocalCoordinates"), call);
        self.addPending(results);
        return Combine.of(call).with(self, results);
    }

    private static List<Value> results(WorkplaneValue self, Value given, boolean local, Arguments call) {
        List<Value> results = new ArrayList<>();
        List<Transform> places = self.localPlaces();
        switch (given) {
            case WorkplaneValue other -> {
                for (ShapeValue shape : other.shapes()) {
                    places.forEach(place -> results.add(shape.moved(placed(self, place, local))));
                }
            }
            case ShapeValue shape -> places.forEach(place -> results.add(shape.moved(placed(self, place, local))));
            case Value callback -> {
                for (Transform place : places) {
                    results.add(made(self, callback, place, local, call));
                }
            }
        }
        return results;
    }

    private static Transform placed(WorkplaneValue self, Transform place, boolean local) {
        Transform toWorld = self.plane().toWorld();
        return local ? place.then(toWorld) : toWorld.then(place);
    }

    private static Value made(WorkplaneValue self, Value callback, Transform place, boolean local, Arguments call) {
        Transform given = local ? place : self.plane().toWorld().then(place);
        Value made = call.runtime().call(callback, List.of(new LocationValue(given)));
        if (!local) {
            return made;
        }
        return switch (made) {
            case ShapeValue shape -> shape.moved(self.plane().toWorld());
            case NoneValue none -> throw Errors.value("the callback gave no shape");
            default -> made;
        };
    }

    static Value cutEach(WorkplaneValue self, Arguments call) {
        ShapeValue base = self.findSolid();
        List<ShapeValue> tools = new ArrayList<>();
        for (Value value : results(self, call.value("fcn"), call.truth("useLocalCoords"), call)) {
            tools.add(ShapeValue.of(value).clean());
        }
        self.addPending(tools);
        ShapeValue result = Booleans.cut(base, tools, 0, call.span());
        return self.newObject(List.of(call.truth("clean") ? result.clean() : result));
    }
}
