package dev.cadwright.cad.python.value;

/**
 * A value of a program. {@code equals} is Python's {@code ==} (so {@code 1 == 1.0 == True}) and {@code hashCode} agrees
 * with it; the hash code of a value that Python cannot hash raises its TypeError.
 */
public sealed interface Value
        permits NoneValue,
                BoolValue,
                IntValue,
                FloatValue,
                StrValue,
                TupleValue,
                ListValue,
                DictValue,
                SetValue,
                RangeValue,
                SliceValue,
                EllipsisValue,
                NotImplementedValue,
                IteratorValue,
                FunctionValue,
                HostFunction,
                HostMethod,
                MethodValue,
                HostType,
                ClassValue,
                InstanceValue,
                ModuleValue,
                HostObject {
    /** The name of its type as in messages: {@code int}, {@code Workplane}. */
    String typeName();
}
