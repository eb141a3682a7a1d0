package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From pending edges to wires, and wires from wires. */
final class WorkplaneWires {
    private static final double COMBINE = 1e-9;

    private WorkplaneWires() {}

    static Value wire(WorkplaneValue self, Arguments call) {
        return wire(self, call.truth("forConstruction"), call.span());
    }

    static WorkplaneValue wire(WorkplaneValue self, boolean forConstruction, SourceSpan span) {
        List<ShapeValue> edges = self.context().popEdges(false);
        if (edges.isEmpty()) {
            return self;
        }
        ShapeValue wire = self.modelling().shape(new WireShape.Assembled(ShapeValue.shapes(edges), span), Kind.WIRE);
        if (!forConstruction) {
            self.context().addWire(wire);
        }
        List<Value> stack = new ArrayList<>();
        for (Value object : self.objects()) {
            if (!(object instanceof ShapeValue shape && shape.is(Kind.EDGE))) {
                stack.add(object);
            }
        }
        stack.add(wire);
        return self.newObject(stack);
    }

    /** The wires that edges and wires form ({@code Wire.combine}). */
    static List<ShapeValue> combine(Modelling modelling, List<ShapeValue> parts, double tolerance, SourceSpan span) {
        return members(modelling, new WireShape.Connected(ShapeValue.shapes(parts), tolerance, span), Kind.WIRE);
    }

    private static List<ShapeValue> members(Modelling modelling, Shape compound, Kind kind) {
        List<ShapeValue> members = new ArrayList<>();
        int count = modelling.ask(asked -> asked.members(compound)).size();
        for (int i = 0; i < count; i++) {
            members.add(modelling.shape(new ModifiedShape.Member(compound, kind, i, compound.span()), kind));
        }
        return members;
    }

    private static List<ShapeValue> consolidated(WorkplaneValue self, SourceSpan span) {
        List<ShapeValue> parts = new ArrayList<>(self.context().edges());
        parts.addAll(self.context().wires());
        return parts.isEmpty() ? List.of() : combine(self.modelling(), parts, COMBINE, span);
    }

    static Value consolidateWires(WorkplaneValue self, Arguments call) {
        return consolidateWires(self, call.span());
    }

    private static WorkplaneValue consolidateWires(WorkplaneValue self, SourceSpan span) {
        List<ShapeValue> wires = consolidated(self, span);
        if (wires.isEmpty()) {
            return self;
        }
        self.context().replaceWires(wires);
        self.context().clearEdges();
        self.context().forgetFirstPoint();
        return self.newObject(wires);
    }

    static Value toPending(WorkplaneValue self, Arguments call) {
        self.context().addAll(self.shapes(Kind.WIRE), self.shapes(Kind.EDGE));
        return self;
    }

    static Value mirror(WorkplaneValue self, boolean aroundX, SourceSpan span) {
        WorkplaneValue consolidated = consolidateWires(wire(self, false, span), span);
        for (ShapeValue wire : WorkplaneSelection.collect(consolidated, Kind.WIRE)) {
            ShapeValue mirrored = self.plane().mirrorInPlane(wire, aroundX);
            consolidated.objects().add(mirrored);
            consolidated.context().addWire(mirrored);
        }
        return consolidateWires(consolidated, span);
    }

    static Value offset2D(WorkplaneValue self, Arguments call) {
        boolean forConstruction = call.truth("forConstruction");
        double distance = call.finite("d");
        List<ShapeValue> offset = new ArrayList<>();
        for (ShapeValue wire : consolidated(self, call.span())) {
            for (ShapeValue each : offset(wire, distance, join(call.text("kind")), call.span())) {
                offset.add(each.forConstruction(forConstruction));
            }
        }
        self.context().clearEdges();
        self.context().replaceWires(forConstruction ? List.of() : offset);
        return self.newObject(offset);
    }

    static List<ShapeValue> offset(ShapeValue wire, double distance, WireShape.Join join, SourceSpan span) {
        return members(wire.modelling(), new WireShape.Offset(wire.shape(), distance, join, span), Kind.WIRE);
    }

    static WireShape.Join join(String kind) {
        return switch (kind) {
            case "arc", "intersection", "tangent" -> WireShape.Join.valueOf(kind.toUpperCase(Locale.ROOT));
            default -> throw PythonError.keyError(new StrValue(kind));
        };
    }
}
