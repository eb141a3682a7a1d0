package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code cadquery.Workplane}: a plane, a stack of objects, and where it came from. */
final class WorkplaneValue implements HostObject {
    private final Modelling modelling;
    private final WorkplaneContext context;
    private final WorkplaneValue parent;
    private final List<Value> objects;
    private PlaneValue plane;

    WorkplaneValue(
            Modelling modelling,
            PlaneValue plane,
            List<? extends Value> objects,
            WorkplaneValue parent,
            WorkplaneContext context) {
        this.modelling = modelling;
        this.plane = plane;
        this.objects = new ArrayList<>(objects);
        this.parent = parent;
        this.context = context;
    }

    Modelling modelling() {
        return modelling;
    }

    WorkplaneContext context() {
        return context;
    }

    PlaneValue plane() {
        return plane;
    }

    WorkplaneValue parent() {
        return parent;
    }

    List<Value> objects() {
        return objects;
    }

    /** The shapes on the stack; other values fall out. */
    List<ShapeValue> shapes() {
        return objects.stream()
                .filter(ShapeValue.class::isInstance)
                .map(ShapeValue.class::cast)
                .toList();
    }

    List<ShapeValue> shapes(Kind kind) {
        return shapes().stream().filter(shape -> shape.is(kind)).toList();
    }

    /** The first object; the plane's origin when the stack is empty. */
    Value first() {
        return objects.isEmpty() ? new VectorValue(plane.origin()) : objects.getFirst();
    }

    WorkplaneValue newObject(List<? extends Value> others) {
        return new WorkplaneValue(modelling, plane.copy(), others, this, context);
    }

    WorkplaneValue withPlane(PlaneValue other) {
        plane = other;
        return this;
    }

    /** A compound of the solids of the nearest workplane in the chain that has one; empty if none has. */
    Optional<ShapeValue> solidsInChain() {
        for (WorkplaneValue each = this; each != null; each = each.parent) {
            List<Shape> found = new ArrayList<>();
            for (ShapeValue shape : each.shapes()) {
                if (shape.is(Kind.SOLID) || (shape.is(Kind.COMPOUND) && shape.hasSolid())) {
                    found.add(shape.shape());
                }
            }
            if (!found.isEmpty()) {
                Shape solids = new GroupShape.Solids(found, found.getFirst().span());
                return Optional.of(modelling.shape(solids, Kind.COMPOUND));
            }
        }
        return Optional.empty();
    }

    ShapeValue findSolid() {
        return solidsInChain()
                .orElseThrow(() -> Errors.value("Cannot find a solid on the stack or in the parent chain"));
    }

    /** The point that drawing goes on from, in space. */
    Vector3 currentPoint() {
        Value last = objects.isEmpty() ? new VectorValue(plane.origin()) : objects.getLast();
        return switch (last) {
            case VectorValue vector -> vector.value();
            case ShapeValue shape when shape.is(Kind.EDGE) -> Curves.end(shape);
            case ShapeValue shape when shape.is(Kind.VERTEX) -> shape.centre();
            default -> throw Errors.value("Cannot convert object type <class '" + last.typeName() + "'> to vector.");
        };
    }

    Vector3 localPoint() {
        return plane.toLocal(currentPoint());
    }

    /** Where each object of the stack is, relative to the plane; the plane itself when the stack is empty. */
    List<Transform> localPlaces() {
        if (objects.isEmpty()) {
            return List.of(Transform.IDENTITY);
        }
        return objects.stream().map(this::localPlace).toList();
    }

    private Transform localPlace(Value object) {
        return switch (object) {
            case VectorValue vector -> Transform.translation(plane.toLocal(vector.value()));
            case ShapeValue shape -> Transform.translation(plane.toLocal(shape.centre()));
            case SketchValue sketch ->
                Transform.translation(plane.toLocal(sketch.faces().centre()));
            case LocationValue location -> location.transform();
            default -> throw PythonError.typeError("a " + object.typeName() + " has no place");
        };
    }

    /** Shapes made at each place; wires among them are pending then. */
    WorkplaneValue placeEach(Function<Transform, ShapeValue> make, Combine combine) {
        Transform toWorld = plane.toWorld();
        List<ShapeValue> made = new ArrayList<>();
        for (Transform place : localPlaces()) {
            made.add(make.apply(place.then(toWorld)));
        }
        addPending(made);
        return combine.with(this, made);
    }

    void addPending(List<? extends Value> made) {
        for (Value value : made) {
            if (value instanceof ShapeValue shape && shape.is(Kind.WIRE) && !shape.isForConstruction()) {
                context.addWire(shape);
            }
        }
    }

    /** The same wire at each place, pending unless it is for construction. */
    WorkplaneValue placeWire(Shape wire, boolean forConstruction) {
        ShapeValue value = modelling.shape(wire, Kind.WIRE).forConstruction(forConstruction);
        return placeEach(value::moved, Combine.NONE_CLEANED);
    }

    ShapeValue compound(List<ShapeValue> members, SourceSpan span) {
        return ShapeOperators.compound(modelling, members, span);
    }

    @Override
    public HostType type() {
        return WorkplaneTable.TYPE;
    }

    @Override
    public boolean setAttribute(String name, Value value, Runtime runtime) {
        switch (name) {
            case "plane" -> plane = requirePlane(value);
            case "objects" -> {
                List<Value> others = runtime.list(value);
                objects.clear();
                objects.addAll(others);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static PlaneValue requirePlane(Value value) {
        if (value instanceof PlaneValue plane) {
            return plane;
        }
        throw PythonError.typeError("a Plane is needed, not " + value.typeName());
    }

    @Override
    public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        if (reflected) {
            return Optional.empty();
        }
        String method =
                switch (operator) {
                    case ADD, OR -> "union";
                    case SUBTRACT -> "cut";
                    case MULTIPLY, AND -> "intersect";
                    case DIVIDE -> "split";
                    default -> null;
                };
        return method == null
                ? Optional.empty()
                : Optional.of(runtime.call(runtime.attribute(this, method), List.of(other)));
    }

    @Override
    public Optional<Value> index(Value key, Runtime runtime) {
        ListValue all = new ListValue(objects);
        return Optional.of(newObject(
                switch (key) {
                    case SliceValue slice -> runtime.list(runtime.index(all, key));
                    case TupleValue several -> each(all, several.items(), runtime);
                    case ListValue several -> each(all, several.items(), runtime);
                    default -> List.of(runtime.index(all, key));
                }));
    }

    private static List<Value> each(ListValue all, List<Value> keys, Runtime runtime) {
        return keys.stream().map(key -> runtime.index(all, key)).toList();
    }

    @Override
    public Optional<Iterator<Value>> iterate(Runtime runtime) {
        List<Value> items = new ArrayList<>();
        for (Value object : objects) {
            switch (object) {
                case ShapeValue shape when shape.is(Kind.COMPOUND) -> items.addAll(shape.members());
                case ShapeValue shape -> items.add(shape);
                case SketchValue sketch -> items.addAll(sketch.items());
                default -> {}
            }
        }
        return Optional.of(items.iterator());
    }

    @Override
    public String repr(Runtime runtime) {
        return "<cadquery.cq.Workplane object>";
    }
}
