package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.EllipsisValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.NotImplementedValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names that every program has. */
public final class Builtins {
    /** Names that reach outside of a program or into the interpreter; using one is unsupported. */
    public static final Set<String> UNSUPPORTED = Set.of(
            "eval",
            "exec",
            "compile",
            "open",
            "__import__",
            "globals",
            "locals",
            "vars",
            "input",
            "breakpoint",
            "dir",
            "help",
            "memoryview",
            "bytes",
            "bytearray",
            "complex",
            "__builtins__",
            "__file__",
            "__loader__",
            "__spec__",
            "__doc__",
            "aiter",
            "anext");

    /** By name. */
    public static final Map<String, Value> ALL = all();

    private Builtins() {}

    private static Map<String, Value> all() {
        Map<String, Value> all = new LinkedHashMap<>(ExceptionTypes.all());
        all.put("IOError", ExceptionTypes.OS_ERROR);
        all.put("EnvironmentError", ExceptionTypes.OS_ERROR);
        all.put("object", ExceptionTypes.OBJECT);
        all.put("int", ScalarTypes.INT);
        all.put("float", ScalarTypes.FLOAT);
        all.put("bool", ScalarTypes.BOOL);
        all.put("str", StrType.TYPE);
        all.put("list", ListType.LIST);
        all.put("tuple", ListType.TUPLE);
        all.put("dict", DictType.TYPE);
        all.put("set", SetType.SET);
        all.put("frozenset", SetType.FROZEN_SET);
        all.put("range", Types.RANGE);
        all.put("slice", Types.SLICE);
        all.put("type", Types.TYPE);
        all.put("property", Descriptor.Property.TYPE);
        all.put("staticmethod", Descriptor.StaticMethod.TYPE);
        all.put("classmethod", Descriptor.ClassMethod.TYPE);
        all.put("Ellipsis", EllipsisValue.ELLIPSIS);
        all.put("NotImplemented", NotImplementedValue.NOT_IMPLEMENTED);
        all.put("__name__", new StrValue("__main__"));
        for (HostFunction function : NumberFunctions.ALL) {
            all.put(function.name(), function);
        }
        for (HostFunction function : IterationFunctions.ALL) {
            all.put(function.name(), function);
        }
        for (HostFunction function : ObjectFunctions.ALL) {
            all.put(function.name(), function);
        }
        return Collections.unmodifiableMap(all);
    }
}
