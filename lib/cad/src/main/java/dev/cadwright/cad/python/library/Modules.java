package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.numpy.NumpyModule;
import dev.cadwright.cad.python.value.ModuleValue;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of Python's library that programs may import. */
public final class Modules {
    /** By name. */
    public static final Map<String, ModuleValue> ALL = Stream.concat(
                    Stream.of(
                            MathModule.MODULE,
                            RandomModule.MODULE,
                            IterToolsModule.MODULE,
                            FunctoolsModule.MODULE,
                            CollectionsModule.MODULE,
                            DataClasses.MODULE,
                            SystemModules.COPY,
                            SystemModules.ENUM,
                            SystemModules.ABC,
                            SystemModules.FUTURE,
                            SystemModules.WARNINGS,
                            SystemModules.TIME,
                            SystemModules.SYS,
                            TypingModule.TYPING,
                            TypingModule.COLLECTIONS_ABC),
                    NumpyModule.MODULES.stream())
            .collect(Collectors.toUnmodifiableMap(ModuleValue::name, Function.identity()));

    private Modules() {}

    /** Whether a name, with or without dots, is of a module that comes with Python and is not executed here. */
    public static boolean isAbsent(String name) {
        return !ALL.containsKey(name) && StandardLibrary.NAMES.contains(first(name));
    }

    private static String first(String name) {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    /** Why a module is not there. */
    public static String reason(String name) {
        return switch (first(name)) {
            case "os", "subprocess", "socket", "shutil", "pathlib", "io", "importlib", "ctypes", "builtins" ->
                "a program reaches nothing outside of itself";
            default -> "";
        };
    }
}
