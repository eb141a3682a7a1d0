package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.PartDescription;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A shape of a program: {@code cadquery.Edge}, {@code Wire}, {@code Face} and so on. Its class is what CadQuery says it
 * is ({@code isinstance}); what the kernel made may be of another kind, such as a {@code Solid} around a compound.
 */
final class ShapeValue implements HostObject {
    private final Modelling modelling;
    private final Kind declared;
    private Shape shape;
    private PartDescription description;
    private boolean forConstruction;
    private String label = "";

    ShapeValue(Modelling modelling, Shape shape, Kind declared) {
        this.modelling = modelling;
        this.shape = shape;
        this.declared = declared;
    }

    /** A part whose description is known already. */
    private ShapeValue(Modelling modelling, Shape shape, PartDescription description) {
        this(modelling, shape, description.kind());
        this.description = description;
    }

    /** @throws PythonError (TypeError) for a value that is no shape */
    static ShapeValue of(Value value) {
        if (value instanceof ShapeValue shape) {
            return shape;
        }
        throw PythonError.typeError("a Shape is needed, not " + value.typeName());
    }

    static List<Shape> shapes(List<ShapeValue> values) {
        return values.stream().map(ShapeValue::shape).toList();
    }

    Modelling modelling() {
        return modelling;
    }

    Shape shape() {
        return shape;
    }

    Kind declared() {
        return declared;
    }

    boolean is(Kind kind) {
        return declared == kind;
    }

    boolean isForConstruction() {
        return forConstruction;
    }

    ShapeValue forConstruction(boolean construction) {
        forConstruction = construction;
        return this;
    }

    /** What the shape really is. */
    Kind kind() {
        return ShapeFacts.isCertain(shape) ? shape.kind() : modelling.ask(asked -> asked.kindOf(shape));
    }

    PartDescription description() {
        if (description == null) {
            description = modelling.ask(asked -> asked.describe(shape));
        }
        return description;
    }

    /** Moved as a whole, still for construction if this is. */
    ShapeValue moved(Transform by) {
        if (Placement.isIdentity(by)) {
            return same(shape);
        }
        return same(Places.placed(shape, by));
    }

    /** As {@code transformShape}. */
    ShapeValue transformed(Transform by) {
        return same(Places.placed(shape, by));
    }

    /** A moved copy, as {@code translate}, {@code rotate} and {@code mirror} make it: no longer for construction. */
    ShapeValue copied(Transform by, SourceSpan span) {
        return modelling.shape(Places.copied(shape, by, span), declared);
    }

    /** Moves this very shape. */
    void move(Transform by) {
        become(Places.placed(shape, by));
    }

    /** Replaces what this value stands for. */
    void become(Shape other) {
        modelling.requireNotTooDeep(other);
        shape = other;
        description = null;
    }

    private ShapeValue same(Shape other) {
        ShapeValue value = modelling.shape(other, declared);
        value.forConstruction = forConstruction;
        return value;
    }

    ShapeValue clean() {
        return modelling.shape(new ModifiedShape.Clean(shape, shape.span()), declared);
    }

    /** The unique parts of a kind ({@code Faces()}, {@code Edges()}). */
    List<ShapeValue> parts(Kind kind) {
        if (kind == Kind.FACE && declared == Kind.FACE && ShapeFacts.isOneFace(shape)) {
            return List.of(this);
        }
        if (declared == kind && declared != Kind.COMPOUND && ShapeFacts.isCertain(shape)) {
            return List.of(this);
        }
        List<PartDescription> described = modelling.ask(asked -> asked.parts(shape, kind));
        List<ShapeValue> parts = new ArrayList<>(described.size());
        for (int i = 0; i < described.size(); i++) {
            Shape part = new ModifiedShape.Part(shape, kind, i, shape.span());
            parts.add(new ShapeValue(modelling, part, described.get(i)));
        }
        return parts;
    }

    /** The unique parts of a kind, for what needs no more of them than that they are there. */
    List<ShapeValue> bareParts(Kind kind) {
        if (declared == kind && ShapeFacts.isOneFace(shape)) {
            return List.of(this);
        }
        int count = modelling.ask(asked -> asked.count(shape, kind));
        List<ShapeValue> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(new ShapeValue(modelling, new ModifiedShape.Part(shape, kind, i, shape.span()), kind));
        }
        return parts;
    }

    /** The direct members, of the classes that they really are. */
    List<ShapeValue> members() {
        Optional<List<Shape>> known = ShapeFacts.members(shape);
        if (known.isPresent()) {
            return known.get().stream().map(modelling::cast).toList();
        }
        if (shape instanceof GroupShape.Members(Shape of, SourceSpan span)) {
            return new ShapeValue(modelling, of, Kind.COMPOUND).members();
        }
        List<Kind> kinds = modelling.ask(asked -> asked.members(shape));
        List<ShapeValue> members = new ArrayList<>(kinds.size());
        for (int i = 0; i < kinds.size(); i++) {
            members.add(modelling.shape(new ModifiedShape.Member(shape, kinds.get(i), i, shape.span()), kinds.get(i)));
        }
        return members;
    }

    boolean hasSolid() {
        return ShapeFacts.hasSolid(shape).orElseGet(() -> modelling.ask(asked -> asked.holds(shape, Kind.SOLID)));
    }

    /** {@code Center()}: of mass, by what the shape is made of. */
    Vector3 centre() {
        return declared == Kind.COMPOUND
                ? Measuring.centre(this)
                : description().centre();
    }

    /** As an argument of a boolean operation: a {@code Compound} stands for its members. */
    Shape spread() {
        return declared == Kind.COMPOUND ? new GroupShape.Members(shape, shape.span()) : shape;
    }

    @Override
    public HostType type() {
        return ShapeTypes.of(declared);
    }

    @Override
    public boolean setAttribute(String name, Value value, Runtime runtime) {
        switch (name) {
            case "forConstruction" -> forConstruction = runtime.truth(value);
            case "label" -> label = runtime.str(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    Value label() {
        return new StrValue(label);
    }

    @Override
    public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        return reflected || !(other instanceof ShapeValue second)
                ? Optional.empty()
                : ShapeOperators.apply(operator, this, second, runtime.span());
    }

    @Override
    public Optional<Value> index(Value key, Runtime runtime) {
        return Optional.of(ShapeOperators.index(this, key, runtime));
    }

    @Override
    public Optional<Iterator<Value>> iterate(Runtime runtime) {
        List<Value> members = new ArrayList<>(members());
        runtime.step(members.size());
        return Optional.of(members.iterator());
    }

    @Override
    public boolean truth(Runtime runtime) {
        return declared != Kind.COMPOUND || !isEmptyCompound();
    }

    boolean isEmptyCompound() {
        return ShapeFacts.members(shape)
                .map(List::isEmpty)
                .orElseGet(() -> modelling.ask(asked -> asked.isEmpty(shape)));
    }

    /** The same geometry at the same place ({@code isSame}). */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ShapeValue value
                        && (shape == value.shape || modelling.ask(asked -> asked.isSame(shape, value.shape))));
    }

    @Override
    public int hashCode() {
        return description().identity();
    }

    @Override
    public String repr(Runtime runtime) {
        return "<cadquery.occ_impl.shapes." + typeName() + " object>";
    }
}
