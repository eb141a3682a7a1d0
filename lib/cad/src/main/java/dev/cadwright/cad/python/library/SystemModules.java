package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.List;
import java.util.Map;

/** Modules of which programs use a name or two, none of which reaches outside. */
final class SystemModules {
    static final ModuleValue COPY = new ModuleValue(
            "copy",
            Map.of(
                    "copy", HostFunction.of("copy", "x", call -> Copies.shallow(call.at(0), call.runtime())),
                    "deepcopy",
                            HostFunction.of(
                                    "deepcopy", "x, memo=None", call -> Copies.deep(call.at(0), call.runtime()))));

    static final ModuleValue ENUM = new ModuleValue(
            "enum",
            Map.of("Enum", Enums.ENUM, "auto", Auto.TYPE, "unique", FunctoolsModule.IDENTITY),
            Map.of("IntEnum", "", "Flag", "", "IntFlag", "", "StrEnum", ""));

    static final ModuleValue ABC = new ModuleValue(
            "abc",
            Map.of(
                    "ABC",
                    ClassValue.builtin("ABC", List.of(ExceptionTypes.OBJECT)),
                    "abstractmethod",
                    FunctoolsModule.IDENTITY));

    static final ModuleValue FUTURE =
            new ModuleValue("__future__", Map.of("annotations", NoneValue.NONE, "division", NoneValue.NONE));

    /** Warnings are for a person who watches: nobody does. */
    static final ModuleValue WARNINGS = new ModuleValue(
            "warnings",
            Map.of(
                    "warn", ignored("warn"),
                    "filterwarnings", ignored("filterwarnings"),
                    "simplefilter", ignored("simplefilter")));

    /** Clocks that stand still: a program makes the same shape at any time. */
    static final ModuleValue TIME = new ModuleValue(
            "time",
            Map.of(
                    "time", zero("time"),
                    "perf_counter", zero("perf_counter"),
                    "monotonic", zero("monotonic"),
                    "process_time", zero("process_time"),
                    "sleep", ignored("sleep")));

    static final ModuleValue SYS = new ModuleValue(
            "sys",
            Map.of(
                    "exit", HostFunction.of("exit", "code=None, /", ObjectFunctions::exit),
                    "argv", TupleValue.of(new StrValue("program.py")),
                    "float_info", new FloatInformation(),
                    "maxsize", IntValue.of(Long.MAX_VALUE)),
            Map.of(
                    "path", "there are no files",
                    "modules", "",
                    "stdout", "use print",
                    "stderr", "use print",
                    "stdin", "there is no input",
                    "setrecursionlimit", "the depth of calls is fixed"));

    private SystemModules() {}

    private static HostFunction ignored(String name) {
        return HostFunction.of(name, "*arguments, **options", call -> NoneValue.NONE);
    }

    private static HostFunction zero(String name) {
        Value zero = new FloatValue(0);
        return HostFunction.of(name, "", call -> zero);
    }

    /** {@code sys.float_info}. */
    private record FloatInformation() implements HostObject {
        private static final HostType TYPE = HostType.named("sys.float_info", FloatInformation.class)
                .constant("epsilon", new FloatValue(Math.ulp(1.0)))
                .constant("max", new FloatValue(Double.MAX_VALUE))
                .constant("min", new FloatValue(Double.MIN_NORMAL))
                .build();

        @Override
        public HostType type() {
            return TYPE;
        }
    }
}
