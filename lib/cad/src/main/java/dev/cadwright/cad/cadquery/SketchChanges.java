package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import java.util.ArrayList;
import java.util.List;

/** Changes to the faces of a sketch. */
final class SketchChanges {
    private SketchChanges() {}

    static Value hull(SketchValue self, Arguments call) {
        throw Errors.unsupported("Sketch.hull", "the hull of arcs and lines is not made here");
    }

    static Value offset(SketchValue self, Arguments call) {
        if (!self.hasSelection()) {
            throw Errors.value("Selection is needed to offset");
        }
        for (Value value : List.copyOf(self.selection())) {
            if (value instanceof ShapeValue wire && wire.is(Kind.WIRE)) {
                for (ShapeValue each : WorkplaneWires.offset(wire, call.finite("d"), WireShape.Join.ARC, call.span())) {
                    SketchFaces.add(self, each.shape(), call);
                }
            }
        }
        return self;
    }

    static Value corners(SketchValue self, boolean rounded, Arguments call) {
        if (!self.hasSelection()) {
            throw Errors.value("Selection is needed to match vertices to faces");
        }
        List<ShapeValue> changed = new ArrayList<>();
        for (ShapeValue face : self.faces().parts(Kind.FACE)) {
            List<ShapeValue> own = face.parts(Kind.VERTEX);
            List<Shape> corners = new ArrayList<>();
            for (Value value : self.selection()) {
                if (value instanceof ShapeValue vertex && vertex.is(Kind.VERTEX)) {
                    own.stream().filter(vertex::equals).findFirst().ifPresent(each -> corners.add(each.shape()));
                }
            }
            changed.add(
                    corners.isEmpty()
                            ? face
                            : self.modelling()
                                    .shape(
                                            new WireShape.Corners(
                                                    face.shape(), corners, call.finite("d"), rounded, call.span()),
                                            Kind.FACE));
        }
        return self.withFaces(ShapeOperators.compound(self.modelling(), changed, call.span()));
    }

    static Value delete(SketchValue self, Arguments call) {
        if (!self.hasSelection()) {
            throw Errors.value("Selection is needed to delete");
        }
        List<ShapeValue> gone = new ArrayList<>();
        for (Value value : self.selection()) {
            if (value instanceof ShapeValue shape && shape.is(Kind.FACE)) {
                gone.add(shape);
            } else if (value instanceof ShapeValue shape && shape.is(Kind.EDGE)) {
                self.edges().removeIf(shape::equals);
            } else {
                throw Errors.value("Deletion of " + call.runtime().str(value) + " not supported");
            }
        }
        if (!gone.isEmpty()) {
            List<ShapeValue> kept = self.faces().parts(Kind.FACE).stream()
                    .filter(face -> !gone.contains(face))
                    .toList();
            self.withFaces(ShapeOperators.compound(self.modelling(), kept, call.span()));
        }
        return self.select(null);
    }

    /** The selected faces added to the others, or taken from them. */
    static Value combine(SketchValue self, boolean add, Arguments call) {
        if (self.hasSelection()) {
            self.replaceByUnion(self.selectedFaces(call.span()), add, call.span());
        }
        return self;
    }
}
