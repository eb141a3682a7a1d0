package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all workplanes of one chain share: what is drawn and not used yet, and the tags. */
final class WorkplaneContext implements HostObject {
    static final double TOLERANCE = 1e-4;

    static final HostType TYPE = HostType.named("CQContext", WorkplaneContext.class)
            .property("pendingWires", self -> self.wires)
            .property("pendingEdges", self -> self.edges)
            .property(
                    "firstPoint",
                    self -> Vectors.orNone(self.firstPoint == null ? null : new VectorValue(self.firstPoint)))
            .property("tolerance", self -> new FloatValue(TOLERANCE))
            .method(
                    "popPendingWires",
                    "errorOnEmpty=True",
                    (self, call) -> new ListValue(self.popWires(call.truth("errorOnEmpty"))))
            .method(
                    "popPendingEdges",
                    "errorOnEmpty=True",
                    (self, call) -> new ListValue(self.popEdges(call.truth("errorOnEmpty"))))
            .unsupported("tags", "tags are read by name: workplaneFromTagged and tag=")
            .build();

    private final Map<String, WorkplaneValue> tags = new LinkedHashMap<>();
    private ListValue wires = new ListValue();
    private ListValue edges = new ListValue();
    private Vector3 firstPoint;

    @Override
    public HostType type() {
        return TYPE;
    }

    @Override
    public boolean setAttribute(String name, Value value, Runtime runtime) {
        switch (name) {
            case "pendingWires" -> wires = new ListValue(runtime.list(value));
            case "pendingEdges" -> edges = new ListValue(runtime.list(value));
            default -> {
                return false;
            }
        }
        return true;
    }

    List<ShapeValue> wires() {
        return shapes(wires);
    }

    List<ShapeValue> edges() {
        return shapes(edges);
    }

    private static List<ShapeValue> shapes(ListValue list) {
        return list.items().stream().map(ShapeValue::of).toList();
    }

    void addWire(ShapeValue wire) {
        wires.items().add(wire);
    }

    void addEdge(ShapeValue edge, PlaneValue plane) {
        edges.items().add(edge);
        if (firstPoint == null) {
            firstPoint = plane.toLocal(Curves.start(edge));
        }
    }

    void replaceWires(List<ShapeValue> others) {
        wires = new ListValue(others);
    }

    void clearEdges() {
        edges = new ListValue();
    }

    void addAll(List<ShapeValue> moreWires, List<ShapeValue> moreEdges) {
        wires.items().addAll(moreWires);
        edges.items().addAll(moreEdges);
    }

    List<ShapeValue> popWires(boolean needed) {
        if (needed && wires.items().isEmpty()) {
            throw Errors.value("No pending wires present");
        }
        List<ShapeValue> popped = new ArrayList<>(wires());
        wires = new ListValue();
        return popped;
    }

    List<ShapeValue> popEdges(boolean needed) {
        if (needed && edges.items().isEmpty()) {
            throw Errors.value("No pending edges present");
        }
        List<ShapeValue> popped = new ArrayList<>(edges());
        edges = new ListValue();
        return popped;
    }

    Vector3 firstPoint() {
        return firstPoint;
    }

    void forgetFirstPoint() {
        firstPoint = null;
    }

    void tag(String name, WorkplaneValue workplane) {
        tags.put(name, workplane);
    }

    WorkplaneValue tagged(String name) {
        WorkplaneValue workplane = tags.get(name);
        if (workplane == null) {
            throw Errors.value("No Workplane object named " + name + " in chain");
        }
        return workplane;
    }

    /** Takes over the tags of another chain that are not set here. */
    void merge(WorkplaneContext other) {
        other.tags.forEach(tags::putIfAbsent);
    }
}
