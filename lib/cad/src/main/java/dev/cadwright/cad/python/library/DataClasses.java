package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.syntax.FunctionTree.Kind;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.EllipsisValue;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.NotImplementedValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The module {@code dataclasses}. */
public final class DataClasses {
    /** The attribute that marks a class whose instances do not change. */
    public static final String FROZEN = "__dataclass_frozen__";

    private static final String FIELDS = "__dataclass_fields__";
    private static final Signature NONE = Signature.of("");
    private static final Signature OTHER = Signature.of("other, /");

    static final ModuleValue MODULE = new ModuleValue(
            "dataclasses",
            Map.of(
                    "dataclass",
                    HostFunction.of(
                            "dataclass",
                            "cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,"
                                    + " frozen=False, kw_only=False, slots=False",
                            DataClasses::decorate),
                    "field",
                    Field.TYPE,
                    "asdict",
                    HostFunction.of("asdict", "obj", call -> dict(call.at(0), call.runtime())),
                    "astuple",
                    HostFunction.of("astuple", "obj", call -> new TupleValue(values(instance(call)))),
                    "replace",
                    HostFunction.of("replace", "obj, /, **changes", DataClasses::replace)),
            Map.of("fields", "", "make_dataclass", ""));

    /** {@code field(…)}: where a field's default comes from. */
    record Field(Value defaultValue, Value factory, boolean inInit, boolean inRepr) implements HostObject {
        static final HostType TYPE = HostType.named("field", Field.class)
                .constructor(
                        "*, default=..., default_factory=..., init=True, repr=True, hash=None, compare=True,"
                                + " metadata=None, kw_only=False",
                        call -> new Field(
                                call.value("default"),
                                call.value("default_factory"),
                                call.truth("init"),
                                call.truth("repr")))
                .build();

        boolean hasDefault() {
            return !(defaultValue instanceof EllipsisValue && factory == defaultValue);
        }

        Value make(Runtime runtime) {
            boolean made = factory != EllipsisValue.ELLIPSIS;
            return made ? runtime.call(factory, List.of()) : defaultValue;
        }

        @Override
        public HostType type() {
            return TYPE;
        }
    }

    private DataClasses() {}

    private static Value decorate(Arguments call) {
        if (call.isNone("cls")) {
            return HostFunction.of("dataclass", "cls, /", inner -> complete(inner.at(0), call));
        }
        return complete(call.at(0), call);
    }

    private static Value complete(Value decorated, Arguments options) {
        if (!(decorated instanceof ClassValue type) || type.isBuiltin()) {
            throw PythonError.typeError("dataclass() should be called with a class");
        }
        Map<String, Optional<Value>> fields = fields(type);
        DictValue table = new DictValue();
        fields.forEach((name, value) -> table.entries().put(new StrValue(name), value.orElse(NoneValue.NONE)));
        type.attributes().put(FIELDS, table);
        if (options.truth("init")) {
            type.attributes().putIfAbsent("__init__", initializer(type, fields));
        }
        if (options.truth("repr")) {
            type.attributes().putIfAbsent("__repr__", HostMethod.of(type.name(), "__repr__", NONE, DataClasses::repr));
        }
        if (options.truth("eq")) {
            type.attributes().putIfAbsent("__eq__", HostMethod.of(type.name(), "__eq__", OTHER, DataClasses::equal));
        }
        if (options.truth("order")) {
            addOrder(type);
        }
        if (options.truth("frozen")) {
            type.attributes().put(FROZEN, BoolValue.TRUE);
            type.attributes().putIfAbsent("__hash__", HostMethod.of(type.name(), "__hash__", NONE, DataClasses::hash));
        }
        for (Optional<Value> field : fields.values()) {
            field.filter(value -> value instanceof Field spec && spec.hasDefault())
                    .ifPresent(value -> removeSpecification(type, value));
        }
        return type;
    }

    /** A {@code field(default=…)} leaves its default at the class, as Python does. */
    private static void removeSpecification(ClassValue type, Value field) {
        Field spec = (Field) field;
        type.attributes()
                .entrySet()
                .removeIf(entry -> entry.getValue() == field
                        && spec.factory() != spec.defaultValue()
                        && spec.defaultValue() == EllipsisValue.ELLIPSIS);
        type.attributes().replaceAll((name, value) -> value == field ? spec.defaultValue() : value);
    }

    /** The fields by name, those of ancestors first, each with its default. */
    private static Map<String, Optional<Value>> fields(ClassValue type) {
        Map<String, Optional<Value>> fields = new LinkedHashMap<>();
        for (ClassValue ancestor : type.lineage().reversed()) {
            if (ancestor != type && ancestor.attributes().get(FIELDS) instanceof DictValue inherited) {
                inherited
                        .entries()
                        .forEach((name, value) -> fields.put(
                                ((StrValue) name).value(),
                                value == NoneValue.NONE ? Optional.empty() : Optional.of(value)));
            }
        }
        for (String name : type.annotated()) {
            Optional<Value> value = Optional.ofNullable(type.attributes().get(name));
            boolean mutable = value.isPresent()
                    && (value.get() instanceof ListValue
                            || value.get() instanceof DictValue
                            || value.get() instanceof SetValue);
            if (mutable) {
                throw PythonError.valueError("mutable default <class '"
                        + value.get().typeName() + "'> for field " + name + " is not allowed: use default_factory");
            }
            fields.put(
                    name,
                    value.map(given ->
                            given instanceof Field ? given : new Field(given, EllipsisValue.ELLIPSIS, true, true)));
        }
        return fields;
    }

    private static HostMethod initializer(ClassValue type, Map<String, Optional<Value>> fields) {
        List<Signature.Parameter> parameters = new ArrayList<>();
        boolean optional = false;
        for (Map.Entry<String, Optional<Value>> field : fields.entrySet()) {
            Optional<Value> value = field.getValue().filter(spec -> ((Field) spec).hasDefault());
            boolean inInit =
                    field.getValue().map(spec -> ((Field) spec).inInit()).orElse(true);
            if (optional && value.isEmpty() && inInit) {
                throw PythonError.typeError("non-default argument '" + field.getKey() + "' follows default argument");
            }
            optional |= value.isPresent();
            if (inInit) {
                parameters.add(new Signature.Parameter(field.getKey(), Kind.POSITIONAL_OR_KEYWORD, value));
            }
        }
        Signature signature = new Signature(parameters);
        return HostMethod.of(type.name(), "__init__", signature, (self, call) -> {
            InstanceValue instance = (InstanceValue) self;
            fields.forEach((name, field) -> {
                boolean given = signature.indexOf(name) >= 0;
                Value value = given ? call.value(name) : field.orElse(NoneValue.NONE);
                call.runtime().allocate(Footprint.VARIABLE);
                instance.attributes().put(name, value instanceof Field spec ? spec.make(call.runtime()) : value);
            });
            type.find("__post_init__").ifPresent(method -> call.runtime().call(method, List.of(self)));
            return NoneValue.NONE;
        });
    }

    private static DictValue table(InstanceValue instance) {
        if (instance.type().find(FIELDS).orElse(null) instanceof DictValue table) {
            return table;
        }
        throw PythonError.typeError("'" + instance.typeName() + "' is no dataclass");
    }

    private static InstanceValue instance(Arguments call) {
        return call.instance("obj", InstanceValue.class, "a dataclass instance");
    }

    private static List<Value> values(InstanceValue instance) {
        List<Value> values = new ArrayList<>();
        for (Value name : table(instance).entries().keySet()) {
            values.add(instance.attributes().getOrDefault(((StrValue) name).value(), NoneValue.NONE));
        }
        return values;
    }

    private static Value repr(Value self, Arguments call) {
        InstanceValue instance = (InstanceValue) self;
        List<String> parts = new ArrayList<>();
        table(instance).entries().forEach((name, field) -> {
            String text = ((StrValue) name).value();
            if (!(field instanceof Field spec) || spec.inRepr()) {
                parts.add(text + "=" + call.runtime().repr(instance.attributes().getOrDefault(text, NoneValue.NONE)));
            }
        });
        return Sequences.text(instance.typeName() + "(" + String.join(", ", parts) + ")", call.runtime());
    }

    private static Value equal(Value self, Arguments call) {
        InstanceValue instance = (InstanceValue) self;
        if (!(call.at(0) instanceof InstanceValue other) || other.type() != instance.type()) {
            return NotImplementedValue.NOT_IMPLEMENTED;
        }
        return BoolValue.of(call.runtime()
                .compare(ComparisonOperator.EQUAL, new TupleValue(values(instance)), new TupleValue(values(other))));
    }

    private static Value hash(Value self, Arguments call) {
        call.runtime().step(1);
        return IntValue.of(new TupleValue(values((InstanceValue) self)).hashCode());
    }

    private static void addOrder(ClassValue type) {
        Map<String, ComparisonOperator> methods = Map.of(
                "__lt__", ComparisonOperator.LESS,
                "__le__", ComparisonOperator.LESS_OR_EQUAL,
                "__gt__", ComparisonOperator.GREATER,
                "__ge__", ComparisonOperator.GREATER_OR_EQUAL);
        methods.forEach((method, operator) -> type.attributes()
                .putIfAbsent(method, HostMethod.of(type.name(), method, OTHER, (self, call) -> {
                    if (!(call.at(0) instanceof InstanceValue other) || other.type() != type) {
                        return NotImplementedValue.NOT_IMPLEMENTED;
                    }
                    TupleValue own = new TupleValue(values((InstanceValue) self));
                    return BoolValue.of(call.runtime().compare(operator, own, new TupleValue(values(other))));
                })));
    }

    private static Value dict(Value value, Runtime runtime) {
        runtime.step(1);
        return switch (value) {
            case InstanceValue instance
            when instance.type().find(FIELDS).isPresent() -> {
                DictValue dict = new DictValue();
                for (Value name : table(instance).entries().keySet()) {
                    Value field = instance.attributes().getOrDefault(((StrValue) name).value(), NoneValue.NONE);
                    dict.entries().put(name, dict(field, runtime));
                }
                yield dict;
            }
            case ListValue list ->
                new ListValue(
                        list.items().stream().map(item -> dict(item, runtime)).toList());
            default -> value;
        };
    }

    private static Value replace(Arguments call) {
        InstanceValue instance = instance(call);
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Value name : table(instance).entries().keySet()) {
            String text = ((StrValue) name).value();
            fields.put(text, instance.attributes().getOrDefault(text, NoneValue.NONE));
        }
        call.keywords("changes").forEach((name, value) -> fields.put(((StrValue) name).value(), value));
        return call.runtime().call(instance.type(), new Call(List.of(), fields, call.span(), call.runtime()));
    }
}
