package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.NamedShape;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.format.Colour;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code cadquery.Assembly}: placed shapes in a tree. Constraints are not solved. */
final class AssemblyValue implements HostObject {
    private static final String SOLVER = "constraints are not solved; give each part a loc";
    private static final String FILE = "a program has no files";
    private static final String PARAMETERS = "obj=None, loc=None, name=None, color=None, material=None, metadata=None";

    static final HostType TYPE = HostType.named("Assembly", AssemblyValue.class)
            .constructor(PARAMETERS, call -> make(call, call.value("obj")))
            .property("name", self -> new StrValue(self.name))
            .property("loc", self -> self.location)
            .property("obj", self -> self.object)
            .property("color", self -> self.colour)
            .property("metadata", self -> self.metadata)
            .property("parent", self -> self.parent == null ? NoneValue.NONE : self.parent)
            .property("children", self -> new ListValue(self.children))
            .property("objects", AssemblyValue::objects)
            .property("shapes", self -> new ListValue(self.shapes()))
            .method("add", "arg, **kwargs", AssemblyValue::add)
            .method("remove", "name", AssemblyValue::remove)
            .method("toCompound", "", (self, call) -> self.toCompound(call.span()))
            .method("traverse", "", (self, call) -> new ListValue(self.traverse()))
            .method("addSubshape", "s, name=None, color=None, layer=None", (self, call) -> self)
            .method(
                    "save",
                    "path, exportType=None, mode=\"default\", tolerance=0.1, angularTolerance=0.1, **kwargs",
                    AssemblyValue::export)
            .method(
                    "export",
                    "path, exportType=None, mode=\"default\", tolerance=0.1, angularTolerance=0.1, **kwargs",
                    AssemblyValue::export)
            .unsupported("constrain", SOLVER)
            .unsupported("solve", SOLVER)
            .unsupported("load", FILE)
            .unsupported("importStep", FILE)
            .build();

    private final Modelling modelling;
    private final Value object;
    private final Value metadata;
    private final List<AssemblyValue> children = new ArrayList<>();
    private final Map<String, AssemblyValue> objects = new LinkedHashMap<>();
    private LocationValue location;
    private String name;
    private Value colour;
    private AssemblyValue parent;

    private AssemblyValue(
            Modelling modelling, Value object, LocationValue location, String name, Value colour, Value metadata) {
        this.modelling = modelling;
        this.object = object;
        this.location = location;
        this.name = name;
        this.colour = colour;
        this.metadata = metadata;
        objects.put(name, this);
    }

    private static AssemblyValue make(Arguments call, Value object) {
        Modelling modelling = Modelling.of(call.runtime());
        boolean known = object == NoneValue.NONE || object instanceof ShapeValue || object instanceof WorkplaneValue;
        if (!known) {
            throw PythonError.typeError("an Assembly holds a Shape or a Workplane, not " + object.typeName());
        }
        LocationValue location = call.isNone("loc")
                ? new LocationValue(Transform.IDENTITY)
                : call.instance("loc", LocationValue.class, "Location");
        String name = call.optionalText("name").filter(text -> !text.isEmpty()).orElseGet(modelling::nextName);
        Value metadata = call.isNone("metadata") ? new DictValue() : call.value("metadata");
        return new AssemblyValue(modelling, object, location, name, call.value("color"), metadata);
    }

    private AssemblyValue copy() {
        AssemblyValue copy = new AssemblyValue(modelling, object, location, name, colour, metadata);
        for (AssemblyValue child : children) {
            AssemblyValue part = child.copy();
            part.parent = copy;
            copy.children.add(part);
            copy.objects.put(part.name, part);
            copy.objects.putAll(part.objects);
        }
        return copy;
    }

    private static Value add(AssemblyValue self, Arguments call) {
        Map<Value, Value> keywords = call.keywords("kwargs");
        AssemblyValue part;
        if (call.value("arg") instanceof AssemblyValue other) {
            part = other;
        } else {
            Map<String, Value> named = new LinkedHashMap<>();
            keywords.forEach((key, value) -> named.put(((StrValue) key).value(), value));
            dev.cadwright.cad.python.value.Call made = new dev.cadwright.cad.python.value.Call(
                    List.of(call.value("arg")), named, call.span(), call.runtime());
            part = (AssemblyValue) TYPE.constructor().orElseThrow().call(made);
            keywords = Map.of();
        }
        String name = text(keywords, "name").orElse(part.name);
        if (self.objects.containsKey(name)) {
            throw Errors.value("Unique name is required. " + name + " is already in the assembly");
        }
        AssemblyValue copy = part.copy();
        copy.name = name;
        if (keywords.get(new StrValue("loc")) instanceof LocationValue place) {
            copy.location = place;
        }
        Value colour = keywords.get(new StrValue("color"));
        copy.colour = colour == null || colour == NoneValue.NONE ? copy.colour : colour;
        copy.parent = self;
        self.children.add(copy);
        copy.flatten("", self.objects);
        return self;
    }

    private static Optional<String> text(Map<Value, Value> keywords, String name) {
        return keywords.get(new StrValue(name)) instanceof StrValue(String text) && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    private void flatten(String prefix, Map<String, AssemblyValue> into) {
        for (AssemblyValue child : children) {
            child.flatten(prefix + name + "/", into);
        }
        into.put(prefix + name, this);
    }

    private static Value remove(AssemblyValue self, Arguments call) {
        String name = call.text("name");
        AssemblyValue gone = self.objects.remove(name);
        if (gone == null) {
            throw Errors.value("No object with name '" + name + "' found in the assembly");
        }
        if (gone.parent != null) {
            gone.parent.children.remove(gone);
        }
        self.objects.values().removeIf(gone::holds);
        gone.parent = null;
        return self;
    }

    private boolean holds(AssemblyValue other) {
        return other == this || children.stream().anyMatch(child -> child.holds(other));
    }

    List<ShapeValue> shapes() {
        return switch (object) {
            case ShapeValue shape -> List.of(shape);
            case WorkplaneValue workplane -> workplane.shapes();
            default -> List.of();
        };
    }

    /** All shapes where they are. */
    ShapeValue toCompound(SourceSpan span) {
        List<ShapeValue> all = new ArrayList<>(shapes());
        children.forEach(child -> all.add(child.toCompound(span)));
        return ShapeOperators.compound(modelling, all, span).moved(location.transform());
    }

    /** The shapes of all parts where they are, with the names and the colours that files show. */
    List<NamedShape> parts() {
        List<NamedShape> parts = new ArrayList<>();
        collectParts("", Transform.IDENTITY, NoneValue.NONE, parts);
        return parts;
    }

    private void collectParts(String prefix, Transform above, Value inherited, List<NamedShape> parts) {
        String path = prefix.isEmpty() ? name : prefix + "/" + name;
        Transform place = location.transform().then(above);
        Value shown = colour == NoneValue.NONE ? inherited : colour;
        Optional<Colour> seen = shown instanceof ColorValue own ? own.seen() : Optional.empty();
        shapes().forEach(shape ->
                parts.add(new NamedShape(path, seen, shape.moved(place).shape())));
        children.forEach(child -> child.collectParts(path, place, shown, parts));
    }

    private List<Value> traverse() {
        List<Value> all = new ArrayList<>();
        children.forEach(child -> all.addAll(child.traverse()));
        all.add(TupleValue.of(new StrValue(name), this));
        return all;
    }

    private Value objects() {
        Map<Value, Value> entries = new LinkedHashMap<>();
        objects.forEach((key, value) -> entries.put(new StrValue(key), value));
        return new DictValue(entries);
    }

    private static Value export(AssemblyValue self, Arguments call) {
        self.modelling.export(
                new Exported(call.text("path"), call.optionalText("exportType").orElse("")));
        return self;
    }

    @Override
    public HostType type() {
        return TYPE;
    }

    @Override
    public boolean setAttribute(String attribute, Value value, Runtime runtime) {
        switch (attribute) {
            case "loc" -> {
                if (!(value instanceof LocationValue place)) {
                    throw PythonError.typeError("loc must be a Location, not " + value.typeName());
                }
                location = place;
            }
            case "color" -> colour = value;
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Value> index(Value key, Runtime runtime) {
        AssemblyValue found = key instanceof StrValue(String text) ? objects.get(text) : null;
        if (found == null) {
            throw PythonError.keyError(key);
        }
        return Optional.of(found);
    }

    @Override
    public Optional<Iterator<Value>> iterate(Runtime runtime) {
        List<Value> items = new ArrayList<>();
        collect("", Transform.IDENTITY, NoneValue.NONE, items, runtime.span());
        return Optional.of(items.iterator());
    }

    private void collect(String prefix, Transform above, Value inherited, List<Value> items, SourceSpan span) {
        String path = prefix.isEmpty() ? name : prefix + "/" + name;
        Transform place = location.transform().then(above);
        Value shown = colour == NoneValue.NONE ? inherited : colour;
        if (object != NoneValue.NONE) {
            Value shape = object instanceof ShapeValue ? object : ShapeOperators.compound(modelling, shapes(), span);
            items.add(TupleValue.of(shape, new StrValue(path), new LocationValue(place), shown));
        }
        children.forEach(child -> child.collect(path, place, shown, items, span));
    }
}
