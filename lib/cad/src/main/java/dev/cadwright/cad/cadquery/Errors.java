package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.shape.ModellingException;
import java.util.List;

/** The exceptions of CadQuery and of the libraries below it, as programs see them. */
final class Errors {
    /** What a refusal of the kernel raises in the program. */
    static final ClassValue NOT_DONE = ClassValue.builtin("StdFail_NotDone", List.of(ExceptionTypes.RUNTIME_ERROR));

    private static final ClassValue CONSTRUCTION =
            ClassValue.builtin("Standard_ConstructionError", List.of(ExceptionTypes.RUNTIME_ERROR));
    private static final ClassValue PARSE = ClassValue.builtin("ParseException", List.of(ExceptionTypes.EXCEPTION));

    private Errors() {}

    static PythonError refused(ModellingException refusal) {
        return PythonError.of(NOT_DONE, refusal.code() + ": " + refusal.getMessage())
                .locate(refusal.span());
    }

    static PythonError construction(String message) {
        return PythonError.of(CONSTRUCTION, message);
    }

    static PythonError parse(String message) {
        return PythonError.of(PARSE, message);
    }

    static PythonError value(String message) {
        return PythonError.valueError(message);
    }

    static UnsupportedConstruct unsupported(String construct, String reason) {
        return new UnsupportedConstruct(construct, reason);
    }
}
