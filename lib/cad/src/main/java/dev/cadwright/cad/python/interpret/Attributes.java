package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.python.library.DataClasses;
import dev.cadwright.cad.python.library.Descriptor;
import dev.cadwright.cad.python.library.Types;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.MethodValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code object.name}: reading, setting and deleting. */
final class Attributes {
    /** Names that would reach from a value to the interpreter behind it. */
    private static final Set<String> INTERNAL = Set.of(
            "__class__",
            "__subclasses__",
            "__globals__",
            "__dict__",
            "__mro__",
            "__bases__",
            "__base__",
            "__builtins__",
            "__code__",
            "__closure__",
            "__getattribute__",
            "__reduce__",
            "__reduce_ex__",
            "__module__",
            "__self__",
            "__func__",
            "__wrapped__",
            "__import__",
            "__loader__",
            "__spec__",
            "__init_subclass__",
            "__subclasshook__",
            "__setattr__",
            "__delattr__",
            "__new__",
            "__slots__",
            "__weakref__",
            "__defaults__",
            "__kwdefaults__",
            "__annotations__",
            "__traceback__",
            "__context__",
            "__cause__",
            "__dir__");

    private final Machine machine;
    /** What the program hung at classes of the host, as plug-ins do. */
    private final Map<HostType, Map<String, Value>> plugins = new IdentityHashMap<>();

    Attributes(Machine machine) {
        this.machine = machine;
    }

    static boolean isInternal(String name) {
        return INTERNAL.contains(name);
    }

    private static boolean isSpecial(String name) {
        return name.length() > 4 && name.startsWith("__") && name.endsWith("__");
    }

    Value get(Value object, String name) {
        Optional<Value> value = find(object, name);
        return value.isPresent() ? value.get() : missing(object, name);
    }

    Optional<Value> find(Value object, String name) {
        if (isInternal(name)) {
            throw new UnsupportedConstruct(name, "");
        }
        return switch (object) {
            case InstanceValue instance -> ofInstance(instance, name);
            case ClassValue type -> ofClass(type, name);
            case HostObject host -> plugin(host, name).or(() -> host.attribute(name, machine));
            case ModuleValue module -> ofModule(module, name);
            case HostType type ->
                plugin(type, name).or(() -> type.attribute(name)).or(() -> described(name, type.name()));
            case FunctionValue function ->
                described(name, function.tree().name()).or(() -> ofBuiltin(object, name));
            case HostFunction function -> described(name, function.name());
            default -> ofBuiltin(object, name);
        };
    }

    private Optional<Value> plugin(HostType type, String name) {
        return Optional.ofNullable(plugins.getOrDefault(type, Map.of()).get(name));
    }

    private Optional<Value> plugin(HostObject host, String name) {
        if (plugins.isEmpty()) {
            return Optional.empty();
        }
        return plugin(host.type(), name)
                .map(value -> value instanceof FunctionValue || value instanceof HostMethod
                        ? new MethodValue(host, value)
                        : value);
    }

    /** Names of its own stay: what is built on them would otherwise change behind the program's back. */
    private boolean plugIn(HostType type, String name, Value value) {
        if (type.memberNames().contains(name)) {
            throw new UnsupportedConstruct(type.name() + "." + name + " = …", "a method of its own is not replaced");
        }
        machine.allocate(96);
        plugins.computeIfAbsent(type, key -> new HashMap<>()).put(name, value);
        return true;
    }

    private Optional<Value> ofBuiltin(Value object, String name) {
        return ((HostType) Types.of(object)).attributeOf(object, name, machine);
    }

    private static Optional<Value> described(String name, String value) {
        return switch (name) {
            case "__name__", "__qualname__" -> Optional.of(new StrValue(value));
            case "__doc__" -> Optional.of(NoneValue.NONE);
            default -> Optional.empty();
        };
    }

    private Optional<Value> ofModule(ModuleValue module, String name) {
        String reason = module.unsupported().get(name);
        if (reason != null) {
            throw new UnsupportedConstruct(module.name() + "." + name, reason);
        }
        Value value = module.attributes().get(name);
        return value == null ? Imports.find(module.name() + "." + name, machine.host()) : Optional.of(value);
    }

    private Optional<Value> ofInstance(InstanceValue instance, String name) {
        Optional<Value> shared = instance.type().find(name);
        if (shared.isPresent() && shared.get() instanceof Descriptor.Property property) {
            return Optional.of(machine.call(property.getter(), List.of(instance)));
        }
        Value own = instance.attributes().get(name);
        if (own != null) {
            return Optional.of(own);
        }
        if (shared.isPresent()) {
            return Optional.of(bound(shared.get(), instance, instance.type()));
        }
        Optional<Value> fallback =
                isSpecial(name) ? Optional.empty() : instance.type().find("__getattr__");
        return fallback.map(method -> machine.call(method, List.of(instance, new StrValue(name))))
                .or(() -> ExceptionHandling.attribute(instance, name));
    }

    private Optional<Value> ofClass(ClassValue type, String name) {
        return type.find(name)
                .map(value -> switch (value) {
                    case Descriptor.StaticMethod(Value function) -> function;
                    case Descriptor.ClassMethod(Value function) -> new MethodValue(type, function);
                    default -> value;
                })
                .or(() -> described(name, type.name()));
    }

    /** What a class's attribute is when it is reached through an instance. */
    static Value bound(Value attribute, Value instance, ClassValue type) {
        return switch (attribute) {
            case FunctionValue function -> new MethodValue(instance, function);
            case HostMethod method -> new MethodValue(instance, method);
            case HostObject host when host.bindsToInstances() -> new MethodValue(instance, host);
            case Descriptor.StaticMethod(Value function) -> function;
            case Descriptor.ClassMethod(Value function) -> new MethodValue(type, function);
            default -> attribute;
        };
    }

    /** A method such as {@code __len__} of an instance's class, bound. */
    Optional<Value> special(InstanceValue instance, String name) {
        return instance.type()
                .find(name)
                .filter(method -> method != NoneValue.NONE)
                .map(method -> bound(method, instance, instance.type()));
    }

    private Value missing(Value object, String name) {
        String hint = NearestName.hint(name, known(object));
        String message =
                switch (object) {
                    case ModuleValue module -> "module '" + module.name() + "' has no attribute '" + name + "'";
                    case HostType type -> "type object '" + type.name() + "' has no attribute '" + name + "'";
                    case ClassValue type -> "type object '" + type.name() + "' has no attribute '" + name + "'";
                    default -> "'" + object.typeName() + "' object has no attribute '" + name + "'";
                };
        if (isSpecial(name) && !(object instanceof InstanceValue)) {
            throw new UnsupportedConstruct(name, "");
        }
        throw PythonError.attributeError(message, hint);
    }

    private static Collection<String> known(Value object) {
        return switch (object) {
            case ModuleValue module -> module.attributes().keySet();
            case HostType type -> type.memberNames();
            case HostObject host -> host.type().memberNames();
            case ClassValue type -> names(type);
            case InstanceValue instance -> {
                List<String> names = names(instance.type());
                names.addAll(instance.attributes().keySet());
                yield names;
            }
            default -> ((HostType) Types.of(object)).memberNames();
        };
    }

    private static List<String> names(ClassValue type) {
        List<String> names = new ArrayList<>();
        type.lineage().forEach(ancestor -> names.addAll(ancestor.attributes().keySet()));
        return names;
    }

    void set(Value object, String name, Value value) {
        if (isInternal(name)) {
            throw new UnsupportedConstruct(name, "");
        }
        boolean done =
                switch (object) {
                    case InstanceValue instance -> setOnInstance(instance, name, value);
                    case ClassValue type
                    when !type.isBuiltin() -> {
                        machine.allocate(Footprint.VARIABLE);
                        type.attributes().put(name, value);
                        yield true;
                    }
                    case HostObject host -> host.setAttribute(name, value, machine);
                    case HostType type when machine.host().brings(type) -> plugIn(type, name, value);
                    default -> false;
                };
        if (!done) {
            throw refused(object, name);
        }
    }

    private boolean setOnInstance(InstanceValue instance, String name, Value value) {
        Optional<Value> shared = instance.type().find(name);
        if (shared.isPresent() && shared.get() instanceof Descriptor.Property property) {
            if (property.setter() == NoneValue.NONE) {
                throw PythonError.attributeError(
                        "property '" + name + "' of '" + instance.typeName() + "' object has no setter", "");
            }
            machine.call(property.setter(), List.of(instance, value));
            return true;
        }
        if (instance.type().find(DataClasses.FROZEN).isPresent()) {
            throw PythonError.attributeError("cannot assign to field '" + name + "'", "");
        }
        machine.allocate(Footprint.VARIABLE);
        instance.attributes().put(name, value);
        return true;
    }

    private PythonError refused(Value object, String name) {
        boolean exists = find(object, name).isPresent();
        String message = exists
                ? "'" + object.typeName() + "' object attribute '" + name + "' is read-only"
                : "'" + object.typeName() + "' object has no attribute '" + name + "'";
        return PythonError.attributeError(message, exists ? "" : NearestName.hint(name, known(object)));
    }

    void delete(Value object, String name) {
        Value removed =
                switch (object) {
                    case InstanceValue instance -> instance.attributes().remove(name);
                    case ClassValue type
                    when !type.isBuiltin() -> type.attributes().remove(name);
                    default -> null;
                };
        if (removed == null) {
            missing(object, name);
        }
    }
}
