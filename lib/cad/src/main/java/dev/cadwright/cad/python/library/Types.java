package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.EllipsisValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.IteratorValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.MethodValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.NotImplementedValue;
import dev.cadwright.cad.python.value.RangeValue;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;

/** The class of every value. */
public final class Types {
    static final HostType RANGE = HostType.named("range", RangeValue.class)
            .constructor("*bounds", IterationTypes::range)
            .property("start", self -> IntValue.of(self.start()))
            .property("stop", self -> IntValue.of(self.stop()))
            .property("step", self -> IntValue.of(self.step()))
            .method("index", "value, /", IterationTypes::indexInRange)
            .method("count", "value, /", IterationTypes::countInRange)
            .build();
    static final HostType SLICE = HostType.named("slice", SliceValue.class)
            .constructor("*bounds", IterationTypes::slice)
            .property("start", SliceValue::start)
            .property("stop", SliceValue::stop)
            .property("step", SliceValue::step)
            .build();
    static final HostType TYPE = HostType.named("type", Value.class)
            .instances(value -> value instanceof HostType || value instanceof ClassValue)
            .constructor("object, /", call -> call.runtime().typeOf(call.at(0)))
            .build();
    private static final HostType FUNCTION =
            HostType.named("function", FunctionValue.class).build();
    private static final HostType BUILTIN_FUNCTION = HostType.named("builtin_function_or_method", Value.class)
            .instances(value -> value instanceof HostFunction || value instanceof HostMethod)
            .build();
    private static final HostType METHOD =
            HostType.named("method", MethodValue.class).build();
    private static final HostType MODULE =
            HostType.named("module", ModuleValue.class).build();
    private static final HostType ITERATOR =
            HostType.named("iterator", IteratorValue.class).build();

    private Types() {}

    /** {@code type(value)}. */
    public static Value of(Value value) {
        return switch (value) {
            case NoneValue none -> ScalarTypes.NONE;
            case EllipsisValue ellipsis -> ScalarTypes.ELLIPSIS;
            case NotImplementedValue notImplemented -> ScalarTypes.NOT_IMPLEMENTED;
            case BoolValue bool -> ScalarTypes.BOOL;
            case IntValue number -> ScalarTypes.INT;
            case FloatValue number -> ScalarTypes.FLOAT;
            case StrValue text -> StrType.TYPE;
            case TupleValue tuple when tuple.form() != null -> NamedTuples.typeOf(tuple.form());
            case TupleValue tuple -> ListType.TUPLE;
            case ListValue list -> ListType.LIST;
            case DictValue dict -> DictType.TYPE;
            case SetValue set -> set.frozen() ? SetType.FROZEN_SET : SetType.SET;
            case RangeValue range -> RANGE;
            case SliceValue slice -> SLICE;
            case IteratorValue iterator -> ITERATOR;
            case FunctionValue function -> FUNCTION;
            case HostFunction function -> BUILTIN_FUNCTION;
            case HostMethod method -> BUILTIN_FUNCTION;
            case MethodValue method -> METHOD;
            case HostType type -> TYPE;
            case ClassValue type -> TYPE;
            case InstanceValue instance -> instance.type();
            case ModuleValue module -> MODULE;
            case HostObject host -> host.type();
        };
    }
}
