package dev.cadwright.cad.python.value;

import dev.cadwright.cad.SourceSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An exception of the program on its way up; {@code except} catches it. Hosts throw it to raise. */
public final class PythonError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient InstanceValue exception;
    private final String hint;
    private transient SourceSpan span;

    public PythonError(InstanceValue exception) {
        this(exception, "");
    }

    private PythonError(InstanceValue exception, String hint) {
        super(exception.typeName(), null, false, false);
        this.exception = Objects.requireNonNull(exception, "exception");
        this.hint = hint;
    }

    /**
     * An exception of a built-in class with a message.
     *
     * @param type one of {@link ExceptionTypes}
     */
    public static PythonError of(ClassValue type, String message) {
        return of(type, message, "");
    }

    /**
     * An exception with a hint.
     *
     * @param hint what to do about it, for the diagnostic; not part of the message
     */
    public static PythonError of(ClassValue type, String message, String hint) {
        InstanceValue exception = new InstanceValue(type);
        exception.attributes().put("args", TupleValue.of(new StrValue(message)));
        return new PythonError(exception, hint);
    }

    public static PythonError typeError(String message) {
        return of(ExceptionTypes.TYPE_ERROR, message);
    }

    public static PythonError valueError(String message) {
        return of(ExceptionTypes.VALUE_ERROR, message);
    }

    public static PythonError attributeError(String message, String hint) {
        return of(ExceptionTypes.ATTRIBUTE_ERROR, message, hint);
    }

    public static PythonError indexError(String message) {
        return of(ExceptionTypes.INDEX_ERROR, message);
    }

    /** {@code KeyError}, whose message is the key itself. */
    public static PythonError keyError(Value key) {
        InstanceValue exception = new InstanceValue(ExceptionTypes.KEY_ERROR);
        exception.attributes().put("args", new TupleValue(List.of(key)));
        return new PythonError(exception, "");
    }

    public InstanceValue exception() {
        return exception;
    }

    public String hint() {
        return hint;
    }

    /** Where it was raised, once it is known. */
    public Optional<SourceSpan> span() {
        return Optional.ofNullable(span);
    }

    /** Notes where it was raised; the first note stays. */
    public PythonError locate(SourceSpan place) {
        if (span == null) {
            span = place;
        }
        return this;
    }
}
