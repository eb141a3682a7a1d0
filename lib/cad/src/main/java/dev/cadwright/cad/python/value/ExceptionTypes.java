package dev.cadwright.cad.python.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The built-in classes of exceptions. */
public final class ExceptionTypes {
    private static final Map<String, ClassValue> ALL = new LinkedHashMap<>();

    public static final ClassValue OBJECT = ClassValue.builtin("object", List.of());
    public static final ClassValue BASE_EXCEPTION = define("BaseException", OBJECT);
    public static final ClassValue EXCEPTION = define("Exception", BASE_EXCEPTION);
    public static final ClassValue SYSTEM_EXIT = define("SystemExit", BASE_EXCEPTION);
    public static final ClassValue KEYBOARD_INTERRUPT = define("KeyboardInterrupt", BASE_EXCEPTION);
    public static final ClassValue GENERATOR_EXIT = define("GeneratorExit", BASE_EXCEPTION);
    public static final ClassValue ARITHMETIC_ERROR = define("ArithmeticError", EXCEPTION);
    public static final ClassValue ZERO_DIVISION_ERROR = define("ZeroDivisionError", ARITHMETIC_ERROR);
    public static final ClassValue OVERFLOW_ERROR = define("OverflowError", ARITHMETIC_ERROR);
    public static final ClassValue FLOATING_POINT_ERROR = define("FloatingPointError", ARITHMETIC_ERROR);
    public static final ClassValue ASSERTION_ERROR = define("AssertionError", EXCEPTION);
    public static final ClassValue ATTRIBUTE_ERROR = define("AttributeError", EXCEPTION);
    public static final ClassValue BUFFER_ERROR = define("BufferError", EXCEPTION);
    public static final ClassValue EOF_ERROR = define("EOFError", EXCEPTION);
    public static final ClassValue IMPORT_ERROR = define("ImportError", EXCEPTION);
    public static final ClassValue MODULE_NOT_FOUND_ERROR = define("ModuleNotFoundError", IMPORT_ERROR);
    public static final ClassValue LOOKUP_ERROR = define("LookupError", EXCEPTION);
    public static final ClassValue INDEX_ERROR = define("IndexError", LOOKUP_ERROR);
    public static final ClassValue KEY_ERROR = define("KeyError", LOOKUP_ERROR);
    public static final ClassValue MEMORY_ERROR = define("MemoryError", EXCEPTION);
    public static final ClassValue NAME_ERROR = define("NameError", EXCEPTION);
    public static final ClassValue UNBOUND_LOCAL_ERROR = define("UnboundLocalError", NAME_ERROR);
    public static final ClassValue OS_ERROR = define("OSError", EXCEPTION);
    public static final ClassValue FILE_NOT_FOUND_ERROR = define("FileNotFoundError", OS_ERROR);
    public static final ClassValue PERMISSION_ERROR = define("PermissionError", OS_ERROR);
    public static final ClassValue TIMEOUT_ERROR = define("TimeoutError", OS_ERROR);
    public static final ClassValue RUNTIME_ERROR = define("RuntimeError", EXCEPTION);
    public static final ClassValue RECURSION_ERROR = define("RecursionError", RUNTIME_ERROR);
    public static final ClassValue NOT_IMPLEMENTED_ERROR = define("NotImplementedError", RUNTIME_ERROR);
    public static final ClassValue STOP_ITERATION = define("StopIteration", EXCEPTION);
    public static final ClassValue SYNTAX_ERROR = define("SyntaxError", EXCEPTION);
    public static final ClassValue TYPE_ERROR = define("TypeError", EXCEPTION);
    public static final ClassValue VALUE_ERROR = define("ValueError", EXCEPTION);
    public static final ClassValue UNICODE_ERROR = define("UnicodeError", VALUE_ERROR);
    public static final ClassValue WARNING = define("Warning", EXCEPTION);
    public static final ClassValue USER_WARNING = define("UserWarning", WARNING);
    public static final ClassValue DEPRECATION_WARNING = define("DeprecationWarning", WARNING);
    public static final ClassValue RUNTIME_WARNING = define("RuntimeWarning", WARNING);

    private ExceptionTypes() {}

    /** All of them by name; {@code object} is not among them. */
    public static Map<String, ClassValue> all() {
        return Map.copyOf(ALL);
    }

    private static ClassValue define(String name, ClassValue base) {
        ClassValue type = ClassValue.builtin(name, List.of(base));
        ALL.put(name, type);
        return type;
    }
}
