package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.geometry.Transform;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code cadquery.Sketch}: plane faces under construction, loose edges, and what is selected. */
final class SketchValue implements HostObject {
    private final Modelling modelling;
    private final WorkplaneValue parent;
    private final List<Transform> places;
    private final List<ShapeValue> edges = new ArrayList<>();
    private final Map<String, List<Value>> tags = new LinkedHashMap<>();
    private ShapeValue faces;
    private List<Value> selection;

    /** @param parent null for a sketch of its own */
    SketchValue(Modelling modelling, WorkplaneValue parent, List<Transform> places) {
        this.modelling = modelling;
        this.parent = parent;
        this.places = List.copyOf(places);
        this.faces = ShapeOperators.compound(modelling, List.of(), SourceSpan.NONE);
    }

    Modelling modelling() {
        return modelling;
    }

    Value parent() {
        return parent == null ? NoneValue.NONE : parent;
    }

    ShapeValue faces() {
        return faces;
    }

    SketchValue withFaces(ShapeValue others) {
        faces = others;
        return this;
    }

    boolean hasFaces() {
        return !faces.is(Kind.COMPOUND) || !faces.isEmptyCompound();
    }

    List<ShapeValue> edges() {
        return edges;
    }

    /** What is selected; null after {@code reset}. */
    List<Value> selection() {
        return selection;
    }

    boolean hasSelection() {
        return selection != null && !selection.isEmpty();
    }

    SketchValue select(List<? extends Value> values) {
        selection = values == null ? null : new ArrayList<>(values);
        return this;
    }

    void tag(String name, List<? extends Value> values) {
        tags.put(name, List.copyOf(values));
    }

    List<Value> tagged(String name) {
        List<Value> values = tags.get(name);
        if (values == null) {
            throw PythonError.keyError(new StrValue(name));
        }
        return values;
    }

    /** The faces at every place of the sketch; its edges while there are no faces. */
    List<ShapeValue> items() {
        List<ShapeValue> items = new ArrayList<>();
        boolean filled = hasFaces();
        for (Transform place : places) {
            if (filled) {
                items.addAll(faces.moved(place).bareParts(Kind.FACE));
            } else {
                edges.forEach(edge -> items.add(edge.moved(place)));
            }
        }
        return items;
    }

    /** Adds, takes away or keeps faces, by the letter of a mode. */
    void combine(List<ShapeValue> others, String mode, String tag, SourceSpan span) {
        if (tag != null) {
            tag(tag, others);
        }
        switch (mode) {
            case "a" -> faces = Booleans.fuse(faces, others, span);
            case "s" -> faces = changed(others, true, span);
            case "i" -> faces = changed(others, false, span);
            case "r" -> faces = ShapeOperators.compound(modelling, others, span);
            case "c" -> {
                if (tag == null) {
                    throw Errors.value("No tag specified - the geometry will be unreachable");
                }
            }
            default -> throw Errors.value("Invalid mode: " + mode);
        }
    }

    private ShapeValue changed(List<ShapeValue> others, boolean away, SourceSpan span) {
        if (!hasFaces()) {
            throw Errors.value("Null TopoDS_Shape object");
        }
        return away ? Booleans.cut(faces, others, 0, span) : Booleans.intersect(faces, others, 0, span);
    }

    /** What is selected; else the loose edges of an empty sketch; else its faces. */
    List<Value> values() {
        if (selection != null) {
            return new ArrayList<>(selection);
        }
        if (!edges.isEmpty() && !hasFaces()) {
            return new ArrayList<>(edges);
        }
        return new ArrayList<>(faces.members());
    }

    Value first() {
        if (selection != null) {
            if (selection.isEmpty()) {
                throw PythonError.indexError("list index out of range");
            }
            return selection.getFirst();
        }
        return !edges.isEmpty() && !hasFaces() ? edges.getFirst() : faces;
    }

    private ShapeValue operand() {
        if (first() instanceof ShapeValue shape) {
            return shape;
        }
        throw Errors.value("Location was provided, Shape is required.");
    }

    /** The faces among the selected shapes, as a compound. */
    ShapeValue selectedFaces(SourceSpan span) {
        if (!hasSelection()) {
            throw Errors.value("Nothing is selected");
        }
        List<ShapeValue> found = new ArrayList<>();
        for (Value value : selection) {
            if (value instanceof ShapeValue shape) {
                found.addAll(shape.parts(Kind.FACE));
            }
        }
        return ShapeOperators.compound(modelling, found, span);
    }

    @Override
    public HostType type() {
        return SketchTable.TYPE;
    }

    @Override
    public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        if (reflected || !(other instanceof SketchValue second)) {
            return Optional.empty();
        }
        return ShapeOperators.apply(operator, operand(), second.operand(), runtime.span())
                .map(ShapeValue::of)
                .map(result -> new SketchValue(modelling, null, List.of(Transform.IDENTITY))
                        .withFaces(
                                result.is(Kind.COMPOUND)
                                        ? result
                                        : ShapeOperators.compound(modelling, List.of(result), runtime.span())));
    }

    @Override
    public Optional<Value> index(Value key, Runtime runtime) {
        ListValue all = new ListValue(values());
        switch (key) {
            case SliceValue slice -> select(runtime.list(runtime.index(all, key)));
            case TupleValue several ->
                select(several.items().stream()
                        .map(each -> runtime.index(all, each))
                        .toList());
            case ListValue several ->
                select(several.items().stream()
                        .map(each -> runtime.index(all, each))
                        .toList());
            default -> select(List.of(runtime.index(all, key)));
        }
        return Optional.of(this);
    }

    @Override
    public Optional<Iterator<Value>> iterate(Runtime runtime) {
        List<Value> described = new ArrayList<>();
        items().forEach(item -> described.addAll(item.parts(item.declared())));
        return Optional.of(described.iterator());
    }

    /** All its faces where the sketch is, as a result. */
    GroupShape placed() {
        List<dev.cadwright.cad.shape.Shape> shapes = new ArrayList<>();
        items().forEach(item -> shapes.add(item.shape()));
        return new GroupShape.Compound(shapes, SourceSpan.NONE);
    }

    void replaceByUnion(ShapeValue others, boolean add, SourceSpan span) {
        faces = ShapeOperators.normalised(
                modelling,
                add
                        ? new BooleanShape.Fuse(List.of(faces.shape(), others.shape()), false, 0, span)
                        : new BooleanShape.Cut(faces.shape(), List.of(others.shape()), 0, span));
    }
}
