package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller.Crossing;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Vector3;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Extrusions and cuts that end at a face: a given one, or the next or last of the solid along the normal. */
final class ExtrusionUntil {
    private static final double TOLERANCE = 1e-4;

    private final WorkplaneValue self;
    private final ShapeValue base;
    private final boolean additive;
    private final boolean both;
    private final SourceSpan span;

    private ExtrusionUntil(WorkplaneValue self, boolean additive, boolean both, SourceSpan span) {
        this.self = self;
        this.base = self.findSolid();
        this.additive = additive;
        this.both = both;
        this.span = span;
    }

    static ShapeValue extrude(
            WorkplaneValue self, Value until, boolean both, double taper, boolean additive, SourceSpan span) {
        List<ShapeValue> faces = Faces.of(self, span);
        WorkplaneExtrusion.checkTaper(faces, taper);
        ExtrusionUntil extrusion = new ExtrusionUntil(self, additive, both, span);
        return until instanceof StrValue(String which)
                ? extrusion.toFound(faces, which.equals("next") ? 0 : -1, taper)
                : extrusion.toGiven(faces, ShapeValue.of(until), taper);
    }

    private ShapeValue toGiven(List<ShapeValue> faces, ShapeValue limit, double taper) {
        if (both) {
            throw PythonError.typeError("list indices must be integers or slices, not Face");
        }
        ShapeValue result = base;
        for (ShapeValue face : faces) {
            result = feature(result, face, limit, taper);
        }
        return result;
    }

    private ShapeValue toFound(List<ShapeValue> faces, int which, double taper) {
        Vector3 normal = self.plane().normal();
        ShapeValue result = base;
        int index = which;
        for (ShapeValue face : faces) {
            List<ShapeValue> found = limits(face, normal);
            if (additive && index == 0 && isInside(result, Faces.outer(face).centre())) {
                index = 1;
            }
            result = feature(result, face, at(found, index), taper);
            if (both) {
                result = feature(result, face, at(limits(face, normal.times(-1)), index), taper);
            }
        }
        return result;
    }

    private static ShapeValue at(List<ShapeValue> found, int index) {
        int at = index < 0 ? found.size() + index : index;
        if (at >= found.size()) {
            throw PythonError.indexError("list index out of range");
        }
        return found.get(at);
    }

    private boolean isInside(ShapeValue shape, Vector3 point) {
        return shape.modelling().ask(asked -> asked.contains(shape.shape(), point, 1e-6));
    }

    private ShapeValue feature(ShapeValue result, ShapeValue face, ShapeValue limit, double taper) {
        SolidShape feature = new SolidShape.PrismFeature(
                result.shape(),
                face.shape(),
                taper,
                Optional.of(limit.shape()),
                OptionalDouble.empty(),
                additive,
                span);
        return result.modelling().shape(feature, Kind.COMPOUND);
    }

    private List<ShapeValue> limits(ShapeValue face, Vector3 along) {
        List<ShapeValue> found = facesAlong(face.centre(), along);
        if (found.isEmpty() && both) {
            throw Errors.value("Couldn't find a face to extrude/cut to for at least one of the two required "
                    + "directions of extrusion/cut.");
        }
        if (found.isEmpty()) {
            found = facesAlong(face.centre(), along.times(-1));
        }
        if (found.isEmpty()) {
            throw Errors.value("Couldn't find a face to extrude/cut to. Check your workplane orientation.");
        }
        return found;
    }

    /** What is pushed out looks along the axis, what is pushed in looks back. */
    private List<ShapeValue> facesAlong(Vector3 point, Vector3 along) {
        List<Crossing> crossings =
                base.modelling().ask(asked -> asked.facesAlong(base.shape(), point, along, TOLERANCE));
        return crossings.stream()
                .filter(crossing -> crossing.at() * crossing.at() > TOLERANCE)
                .filter(crossing -> additive ? crossing.at() > 0 : crossing.at() < 0)
                .sorted(Comparator.comparingDouble(crossing -> Math.abs(crossing.at())))
                .map(crossing -> base.modelling()
                        .shape(new ModifiedShape.Part(base.shape(), Kind.FACE, crossing.face(), span), Kind.FACE))
                .toList();
    }
}
