package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Points and places on the stack. */
final class WorkplanePatterns {
    private static final double TOLERANCE = 1e-6;

    private WorkplanePatterns() {}

    static Value pushPoints(WorkplaneValue self, Arguments call) {
        List<Value> points = new ArrayList<>();
        for (Value point : call.list("pntList")) {
            points.add(
                    point instanceof LocationValue
                            ? point
                            : new VectorValue(self.plane().toWorld(point, call.runtime())));
        }
        return self.newObject(points);
    }

    static Value rarray(WorkplaneValue self, Arguments call) {
        double xSpacing = call.finite("xSpacing");
        double ySpacing = call.finite("ySpacing");
        long xCount = call.integer("xCount");
        long yCount = call.integer("yCount");
        if ((xSpacing <= 0 && ySpacing <= 0) || xCount < 1 || yCount < 1) {
            throw Errors.value("Spacing and count must be > 0 in at least one direction");
        }
        boolean[] centred = Centring.of(call, "center", 2);
        double dx = centred[0] ? -xSpacing * (xCount - 1) * 0.5 : 0;
        double dy = centred[1] ? -ySpacing * (yCount - 1) * 0.5 : 0;
        List<Value> points = new ArrayList<>();
        for (long x = 0; x < xCount; x++) {
            for (long y = 0; y < yCount; y++) {
                call.runtime().allocate(64);
                call.runtime().step(1);
                points.add(new VectorValue(self.plane().toWorld(xSpacing * x + dx, ySpacing * y + dy)));
            }
        }
        return self.newObject(points);
    }

    static Value polarArray(WorkplaneValue self, Arguments call) {
        long count = call.integer("count");
        if (count < 1) {
            throw Errors.value("At least 1 element required, requested " + count);
        }
        double start = call.finite("startAngle");
        double angle = call.finite("angle");
        if (call.truth("fill")) {
            angle = step(start, angle, count);
        }
        double radius = call.finite("radius");
        boolean rotate = call.truth("rotate");
        List<Value> places = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            call.runtime().allocate(64);
            call.runtime().step(1);
            places.add(polar(radius, start + angle * i, rotate));
        }
        return self.newObject(places);
    }

    /** The angle from one to the next of so many: around the whole circle, or from end to end. */
    static double step(double start, double angle, long count) {
        if (Math.abs(Math.IEEEremainder(angle, 360)) < TOLERANCE) {
            return angle / count;
        }
        return count > 1 ? angle / (count - 1) : start;
    }

    private static LocationValue polar(double radius, double degrees, boolean rotate) {
        double phi = Math.toRadians(degrees);
        Transform shift = Transform.translation(new Vector3(radius * Math.cos(phi), radius * Math.sin(phi), 0));
        return new LocationValue(rotate ? Transform.rotation(Vector3.Z, phi).then(shift) : shift);
    }
}
