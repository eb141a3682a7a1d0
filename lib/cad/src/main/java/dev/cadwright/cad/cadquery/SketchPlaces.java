package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller.CurvePoint;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Places that are selected in a sketch, for what is drawn next. */
final class SketchPlaces {
    private static final double TOLERANCE = 1e-6;

    private SketchPlaces() {}

    static Value push(SketchValue self, Arguments call) {
        List<Value> places = new ArrayList<>();
        for (Value place : call.list("locs")) {
            places.add(place instanceof LocationValue ? place : LocationValue.at(Vectors.of(place)));
        }
        call.optionalText("tag").filter(tag -> !tag.isEmpty()).ifPresent(tag -> self.tag(tag, places));
        return self.select(places);
    }

    private static List<Transform> selected(SketchValue self) {
        return SketchFaces.places(self, false);
    }

    static Value rarray(SketchValue self, Arguments call) {
        long nx = call.integer("nx");
        long ny = call.integer("ny");
        if (nx < 1 || ny < 1) {
            throw Errors.value("At least 1 elements required, requested " + nx + ", " + ny);
        }
        double xs = call.finite("xs");
        double ys = call.finite("ys");
        List<Transform> selection = selected(self);
        List<Value> places = new ArrayList<>();
        for (long i = 0; i < nx; i++) {
            for (long j = 0; j < ny; j++) {
                Vector3 at = new Vector3(i * xs - (nx - 1) * xs * 0.5, j * ys - (ny - 1) * ys * 0.5, 0);
                add(places, selection, Transform.IDENTITY, Transform.translation(at), call);
            }
        }
        return self.select(places);
    }

    /** Each selected place, turned where it is, then moved. */
    private static void add(
            List<Value> places, List<Transform> selection, Transform turn, Transform move, Arguments call) {
        for (Transform place : selection) {
            call.runtime().step(1);
            call.runtime().allocate(160);
            places.add(new LocationValue(turn.then(place).then(move)));
        }
    }

    static Value parray(SketchValue self, Arguments call) {
        long count = call.integer("n");
        requireOne(count);
        double start = call.finite("a1");
        double step = WorkplanePatterns.step(start, call.finite("da"), count);
        double radius = call.finite("r");
        boolean rotate = call.truth("rotate");
        List<Transform> selection = selected(self);
        List<Value> places = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            double angle = Math.toRadians(start + step * i);
            Vector3 at = new Vector3(radius * Math.cos(angle), radius * Math.sin(angle), 0);
            Transform turn = rotate ? Transform.rotation(Vector3.Z, angle) : Transform.IDENTITY;
            add(places, selection, turn, Transform.translation(at), call);
        }
        return self.select(places);
    }

    private static void requireOne(long count) {
        if (count < 1) {
            throw Errors.value("At least 1 element required, requested " + count);
        }
    }

    static Value distribute(SketchValue self, Arguments call) {
        long count = call.integer("n");
        requireOne(count);
        if (!self.hasSelection()) {
            throw Errors.value("Nothing selected to distribute over");
        }
        double start = call.finite("start");
        double range = call.finite("stop") - start;
        boolean trimmed = 1 - Math.abs(range) >= TOLERANCE;
        List<Value> places = new ArrayList<>();
        for (Value value : self.selection()) {
            if (!(value instanceof ShapeValue curve) || !(curve.is(Kind.WIRE) || curve.is(Kind.EDGE))) {
                throw Errors.value("Unsupported selection: " + call.runtime().str(value));
            }
            boolean around = !trimmed && curve.description().closed();
            for (long i = 0; i < count; i++) {
                double share = around ? range / count : count > 1 ? range / (count - 1) : 0;
                places.add(at(curve, start + i * share, call.truth("rotate")));
            }
        }
        return self.select(places);
    }

    private static LocationValue at(ShapeValue curve, double share, boolean rotate) {
        CurvePoint point = Curves.at(curve, share);
        if (!rotate) {
            return LocationValue.at(point.position());
        }
        Vector3 aside = Vector3.Z.cross(point.tangent());
        return new LocationValue(Placement.of(Placement.frame(point.position(), aside, Vector3.Z)));
    }
}
