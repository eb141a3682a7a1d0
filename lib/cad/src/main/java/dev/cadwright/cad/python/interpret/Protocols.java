package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.library.Comparisons;
import dev.cadwright.cad.python.library.Enums;
import dev.cadwright.cad.python.library.InPlace;
import dev.cadwright.cad.python.library.Operators;
import dev.cadwright.cad.python.library.Sequences;
import dev.cadwright.cad.python.library.Subscripts;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.syntax.UnaryOperator;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.NotImplementedValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.RangeValue;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Python's operators for all values: those of the program's classes by their methods, the rest by the library. */
final class Protocols {
    private final Machine machine;
    private final Iteration iteration;
    private final Text text;

    Protocols(Machine machine) {
        this.machine = machine;
        this.iteration = new Iteration(machine);
        this.text = new Text(machine);
    }

    Iteration iteration() {
        return iteration;
    }

    Text text() {
        return text;
    }

    Value binary(BinaryOperator operator, Value left, Value right, boolean augmented) {
        Optional<Value> result = Optional.empty();
        if (left instanceof InstanceValue || right instanceof InstanceValue) {
            result = ofInstances("__", "__r", SpecialNames.of(operator), left, right);
        }
        if (result.isEmpty() && isType(left) && isType(right) && operator == BinaryOperator.OR) {
            return TupleValue.of(left, right);
        }
        return result.or(() -> Operators.binary(operator, left, right, machine))
                .orElseThrow(() -> Operators.wrongOperands(operator, left, right, augmented));
    }

    private static boolean isType(Value value) {
        return value instanceof HostType || value instanceof ClassValue || value == NoneValue.NONE;
    }

    private Optional<Value> ofInstances(String prefix, String reflected, String name, Value left, Value right) {
        boolean rightFirst = left instanceof InstanceValue a
                && right instanceof InstanceValue b
                && a.type() != b.type()
                && b.type().isSubclassOf(a.type());
        Optional<Value> result = rightFirst ? send(right, reflected + name, left) : Optional.empty();
        return result.or(() -> send(left, prefix + name, right))
                .or(() -> rightFirst ? Optional.empty() : send(right, reflected + name, left));
    }

    /** Asks an instance's method; empty where it has none or answers NotImplemented. */
    private Optional<Value> send(Value object, String method, Value argument) {
        if (!(object instanceof InstanceValue instance)) {
            return Optional.empty();
        }
        return machine.attributes()
                .special(instance, method)
                .map(function -> machine.call(function, List.of(argument)))
                .filter(answer -> answer != NotImplementedValue.NOT_IMPLEMENTED);
    }

    Value unary(UnaryOperator operator, Value operand) {
        Optional<Value> own = operand instanceof InstanceValue instance
                ? machine.attributes()
                        .special(instance, SpecialNames.of(operator))
                        .map(method -> machine.call(method, List.of()))
                : Optional.empty();
        return own.or(() -> Operators.unary(operator, operand, machine))
                .orElseThrow(() -> Operators.wrongOperand(operator, operand));
    }

    /** {@code left operator= right}. */
    Value augmented(BinaryOperator operator, Value left, Value right) {
        return send(left, "__i" + SpecialNames.of(operator), right)
                .or(() -> InPlace.apply(operator, left, right, machine))
                .orElseGet(() -> binary(operator, left, right, true));
    }

    boolean compare(ComparisonOperator operator, Value left, Value right) {
        return machine.truth(comparison(operator, left, right));
    }

    /** A comparison's result: nearly always a bool, but an instance or a host may answer anything. */
    Value comparison(ComparisonOperator operator, Value left, Value right) {
        return switch (operator) {
            case IS -> BoolValue.of(Comparisons.same(left, right));
            case IS_NOT -> BoolValue.of(!Comparisons.same(left, right));
            case IN -> BoolValue.of(contains(right, left));
            case NOT_IN -> BoolValue.of(!contains(right, left));
            case EQUAL -> equality(left, right);
            case NOT_EQUAL ->
                send(left, "__ne__", right).orElseGet(() -> BoolValue.of(!machine.truth(equality(left, right))));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordering(operator, left, right);
        };
    }

    private Value equality(Value left, Value right) {
        if (left instanceof InstanceValue || right instanceof InstanceValue) {
            return send(left, "__eq__", right)
                    .or(() -> send(right, "__eq__", left))
                    .orElseGet(() -> BoolValue.of(left == right));
        }
        if (left instanceof HostObject host) {
            Optional<Value> answer = host.compare(ComparisonOperator.EQUAL, right, machine);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return BoolValue.of(Comparisons.equal(left, right));
    }

    private Value ordering(ComparisonOperator operator, Value left, Value right) {
        Optional<Value> own = send(left, SpecialNames.of(operator), right)
                .or(() -> send(right, SpecialNames.of(operator.mirrored()), left));
        if (own.isPresent()) {
            return own.get();
        }
        if (left instanceof HostObject host) {
            Optional<Value> answer = host.compare(operator, right, machine);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return BoolValue.of(Comparisons.order(operator, left, right, machine)
                .orElseThrow(() -> Comparisons.unordered(operator, left, right)));
    }

    private boolean contains(Value container, Value item) {
        switch (container) {
            case StrValue(String whole) -> {
                if (!(item instanceof StrValue(String part))) {
                    throw PythonError.typeError(
                            "'in <string>' requires string as left operand, not " + item.typeName());
                }
                Sequences.chargeSearch(machine, whole, part);
                return whole.contains(part);
            }
            case DictValue dict -> {
                return dict.entries().containsKey(item);
            }
            case SetValue set -> {
                return set.items().contains(item);
            }
            case RangeValue range -> {
                return machine.truth(machine.call(machine.attribute(range, "count"), List.of(item)));
            }
            case InstanceValue instance
            when machine.attributes().special(instance, "__contains__").isPresent() -> {
                return machine.truth(send(container, "__contains__", item).orElseThrow());
            }
            case HostObject host -> {
                Optional<Value> answer = host.compare(ComparisonOperator.IN, item, machine);
                if (answer.isPresent()) {
                    return machine.truth(answer.get());
                }
            }
            default -> {}
        }
        return iteration.anyEqual(container, item);
    }

    Value index(Value object, Value key) {
        if (object instanceof InstanceValue instance) {
            return machine.attributes()
                    .special(instance, "__getitem__")
                    .map(method -> machine.call(method, List.of(key)))
                    .orElseThrow(() -> notSubscriptable(object));
        }
        if (object instanceof HostType) {
            return object;
        }
        if (object instanceof ClassValue type && type.isSubclassOf(Enums.ENUM)) {
            return Enums.byName(type, key);
        }
        return Subscripts.get(object, key, machine).orElseThrow(() -> notSubscriptable(object));
    }

    private static PythonError notSubscriptable(Value object) {
        return PythonError.typeError("'" + object.typeName() + "' object is not subscriptable");
    }

    boolean truth(Value value) {
        return switch (value) {
            case BoolValue bool -> bool.value();
            case NoneValue none -> false;
            case IntValue number -> number.sign() != 0;
            case FloatValue(double number) -> number != 0;
            case StrValue(String characters) -> !characters.isEmpty();
            case ListValue list -> !list.items().isEmpty();
            case TupleValue tuple -> tuple.size() > 0;
            case DictValue dict -> !dict.entries().isEmpty();
            case SetValue set -> !set.items().isEmpty();
            case RangeValue range -> range.size() > 0;
            case HostObject host -> host.truth(machine);
            case InstanceValue instance -> truth(instance);
            default -> true;
        };
    }

    private boolean truth(InstanceValue instance) {
        Optional<Value> method = machine.attributes().special(instance, "__bool__");
        if (method.isPresent()) {
            return machine.call(method.get(), List.of()) == BoolValue.TRUE;
        }
        return machine.attributes().special(instance, "__len__").isEmpty() || length(instance) > 0;
    }

    long length(Value value) {
        return switch (value) {
            case StrValue(String characters) -> characters.length();
            case ListValue list -> list.items().size();
            case TupleValue tuple -> tuple.size();
            case DictValue dict -> dict.entries().size();
            case SetValue set -> set.items().size();
            case RangeValue range -> range.size();
            case HostObject host -> host.length(machine).orElseThrow(() -> noLength(host));
            case ClassValue type
            when type.isSubclassOf(Enums.ENUM) -> Enums.members(type).size();
            case InstanceValue instance -> {
                Value method = machine.attributes().special(instance, "__len__").orElseThrow(() -> noLength(instance));
                if (machine.call(method, List.of()) instanceof IntValue number && number.isLong()) {
                    yield number.longValue();
                }
                throw PythonError.typeError("__len__() should return an int");
            }
            default -> throw noLength(value);
        };
    }

    private static PythonError noLength(Value value) {
        return PythonError.typeError("object of type '" + value.typeName() + "' has no len()");
    }

    boolean isInstance(Value value, Value type) {
        return switch (type) {
            case HostType host -> host.isInstance(value);
            case ClassValue wanted when wanted == ExceptionTypes.OBJECT -> true;
            case ClassValue wanted ->
                value instanceof InstanceValue instance && instance.type().isSubclassOf(wanted);
            case TupleValue types -> {
                boolean found = false;
                for (Value one : new ArrayList<>(types.items())) {
                    found = found || isInstance(value, one);
                }
                yield found;
            }
            case NoneValue none -> value == NoneValue.NONE;
            case HostObject host -> host.acceptsInstance(value);
            default -> throw PythonError.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
        };
    }
}
