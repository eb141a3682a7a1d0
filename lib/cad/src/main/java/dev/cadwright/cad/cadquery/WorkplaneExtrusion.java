package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Faces pushed along the normal of a workplane. */
final class WorkplaneExtrusion {
    private WorkplaneExtrusion() {}

    static Value extrude(WorkplaneValue self, Arguments call) {
        Value until = call.value("until");
        Combine combine = Combine.of(call);
        boolean both = call.truth("both");
        double taper = call.optionalFinite("taper").orElse(0.0);
        if (combine.mode() == Combine.Mode.CUT) {
            return cutBlind(self, until, both, taper, combine.clean(), call);
        }
        if (Vectors.isNumber(until)) {
            return combine.with(self, prisms(self, call.finite("until"), both, taper, call.span()));
        }
        boolean toFace = until instanceof ShapeValue face && face.is(Kind.FACE);
        boolean known = until instanceof StrValue(String text) && (text.equals("next") || text.equals("last"));
        if (combine.mode() == Combine.Mode.NONE && (toFace || until instanceof StrValue)) {
            throw Errors.value("`combine` can't be set to False when extruding until a face");
        }
        if (!toFace && !known) {
            throw unknownUntil(until);
        }
        return combine.with(self, ExtrusionUntil.extrude(self, until, both, taper, true, call.span()));
    }

    private static RuntimeException unknownUntil(Value until) {
        return Errors.value("Do not know how to handle until argument of type <class '" + until.typeName() + "'>");
    }

    static Value cutBlind(WorkplaneValue self, Arguments call) {
        boolean both = call.truth("both");
        double taper = call.optionalFinite("taper").orElse(0.0);
        // An older order of the arguments had the taper here.
        if (call.value("both") instanceof FloatValue(double old) && call.isNone("taper")) {
            both = false;
            taper = old;
        }
        return cutBlind(self, call.value("until"), both, taper, call.truth("clean"), call);
    }

    private static Value cutBlind(
            WorkplaneValue self, Value until, boolean both, double taper, boolean clean, Arguments call) {
        ShapeValue result;
        if (Vectors.isNumber(until)) {
            ShapeValue tool = prisms(self, call.finite("until"), both, taper, call.span());
            result = Booleans.cut(self.findSolid(), List.of(tool), 0, call.span());
        } else if (until instanceof StrValue(String text) && (text.equals("next") || text.equals("last"))) {
            result = ExtrusionUntil.extrude(self, until, both, taper, false, call.span());
        } else if (until instanceof ShapeValue face && face.is(Kind.FACE)) {
            result = ExtrusionUntil.extrude(self, until, both, taper, false, call.span());
        } else {
            throw unknownUntil(until);
        }
        return self.newObject(List.of(clean ? result.clean() : result));
    }

    /** The prisms of all faces, as a compound. */
    private static ShapeValue prisms(
            WorkplaneValue self, double distance, boolean both, double taper, SourceSpan span) {
        List<ShapeValue> faces = Faces.of(self, span);
        checkTaper(faces, taper);
        Vector3 along = self.plane().normal().times(distance);
        List<ShapeValue> prisms = new ArrayList<>();
        for (ShapeValue face : faces) {
            ShapeValue prism = prism(face, along, taper, span);
            if (both) {
                ShapeValue opposite = prism(face, along.times(-1), taper, span);
                prism = Booleans.fuse(prism, List.of(opposite), true, 0, span);
            }
            prisms.add(prism);
        }
        return self.compound(prisms, span);
    }

    static void checkTaper(List<ShapeValue> faces, double taper) {
        if (taper != 0 && faces.stream().anyMatch(face -> !Faces.inner(face).isEmpty())) {
            throw Errors.value("Inner wires not allowed with tapered extrusion");
        }
    }

    static ShapeValue prism(ShapeValue face, Vector3 along, double taper, SourceSpan span) {
        SolidShape prism = taper == 0
                ? new SolidShape.Prism(face.shape(), along, span)
                : new SolidShape.TaperedPrism(face.shape(), along, taper, span);
        return face.modelling().shape(prism, Kind.SOLID);
    }

    static Value cutThruAll(WorkplaneValue self, Arguments call) {
        ShapeValue base = self.findSolid();
        ShapeValue result = base;
        for (ShapeValue face : Faces.of(self, call.span())) {
            SolidShape cut = new SolidShape.PrismFeature(
                    result.shape(),
                    face.shape(),
                    -call.finite("taper"),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    false,
                    call.span());
            result = self.modelling().shape(cut, Kind.COMPOUND);
        }
        return self.newObject(List.of(call.truth("clean") ? result.clean() : result));
    }

    static Value twistExtrude(WorkplaneValue self, Arguments call) {
        Vector3 along = self.plane().normal().times(call.finite("distance"));
        double angle = call.finite("angleDegrees");
        if (angle == 0) {
            throw dev.cadwright.cad.python.value.PythonError.of(
                    dev.cadwright.cad.python.value.ExceptionTypes.ZERO_DIVISION_ERROR, "float division by zero");
        }
        List<ShapeValue> solids = new ArrayList<>();
        for (ShapeValue face : Faces.of(self, call.span())) {
            solids.add(twisted(face, self.plane().origin(), along, angle, call.span()));
        }
        ShapeValue fused = Booleans.fuse(self.compound(solids, call.span()), List.of(), call.span());
        return Combine.of(call).with(self, fused);
    }

    static ShapeValue twisted(ShapeValue face, Vector3 centre, Vector3 along, double angle, SourceSpan span) {
        SolidShape solid = new SolidShape.TwistedPrism(
                Faces.outer(face).shape(), ShapeValue.shapes(Faces.inner(face)), centre, along, angle, span);
        return face.modelling().shape(solid, Kind.SOLID);
    }
}
