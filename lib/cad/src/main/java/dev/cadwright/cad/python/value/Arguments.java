package dev.cadwright.cad.python.value;

import dev.cadwright.cad.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The arguments of a call, bound to the parameters of a {@link Signature}. The typed accessors raise Python's TypeError
 * where a value is of another type; an accessor that is asked for a name that is no parameter is a mistake of the host.
 */
public final class Arguments {
    private final String function;
    private final Signature signature;
    private final Value[] values;
    private final Call call;

    Arguments(String function, Signature signature, Value[] values, Call call) {
        this.function = function;
        this.signature = signature;
        this.values = values;
        this.call = call;
    }

    public String function() {
        return function;
    }

    /** The arguments as they were given. */
    public Call call() {
        return call;
    }

    public SourceSpan span() {
        return call.span();
    }

    public Runtime runtime() {
        return call.runtime();
    }

    /** The value of a parameter by its place in the signature: given or default; null for a required one not given. */
    public Value at(int index) {
        return values[index];
    }

    /** Whether the call itself gave the parameter a value. */
    public boolean isGiven(String parameter) {
        int index = index(parameter);
        return call.keywords().containsKey(parameter)
                || index < call.positional().size();
    }

    public Value value(String parameter) {
        return values[index(parameter)];
    }

    /** Whether the parameter is {@code None}. */
    public boolean isNone(String parameter) {
        return value(parameter) == NoneValue.NONE;
    }

    /** The value, empty for {@code None}. */
    public Optional<Value> optional(String parameter) {
        return isNone(parameter) ? Optional.empty() : Optional.of(value(parameter));
    }

    /** An int, a float or a bool as a double. */
    public double number(String parameter) {
        return Conversions.number(value(parameter), place(parameter));
    }

    /** A number that is neither infinite nor NaN: a size, an angle. @throws PythonError (ValueError) if it is */
    public double finite(String parameter) {
        return Conversions.finite(value(parameter), place(parameter));
    }

    /** As {@link #finite}, empty for {@code None}. */
    public Optional<Double> optionalFinite(String parameter) {
        return isNone(parameter) ? Optional.empty() : Optional.of(finite(parameter));
    }

    /** An int that fits 64 bits; a float with a fraction is a TypeError, as is one without. */
    public long integer(String parameter) {
        return Conversions.integer(value(parameter), place(parameter));
    }

    /** An int that fits 32 bits. @throws PythonError (OverflowError) that names the parameter */
    public int int32(String parameter) {
        long value = integer(parameter);
        if (value != (int) value) {
            throw PythonError.of(ExceptionTypes.OVERFLOW_ERROR, place(parameter) + " must fit 32 bits");
        }
        return (int) value;
    }

    public String text(String parameter) {
        return Conversions.text(value(parameter), place(parameter));
    }

    public Optional<String> optionalText(String parameter) {
        return isNone(parameter) ? Optional.empty() : Optional.of(text(parameter));
    }

    /** Python's truth of any value. */
    public boolean truth(String parameter) {
        return runtime().truth(value(parameter));
    }

    /** The items of any iterable. */
    public List<Value> list(String parameter) {
        return runtime().list(value(parameter));
    }

    /** The numbers of an iterable of numbers, such as a point. */
    public double[] numbers(String parameter) {
        return Conversions.numbers(value(parameter), place(parameter), runtime());
    }

    /** An iterable of iterables of numbers, such as a list of points. */
    public List<double[]> points(String parameter) {
        List<double[]> points = new ArrayList<>();
        for (Value point : list(parameter)) {
            points.add(Conversions.numbers(point, place(parameter), runtime()));
        }
        return points;
    }

    /** A host value of a Java class. @throws PythonError (TypeError) for any other value */
    public <T extends Value> T instance(String parameter, Class<T> type, String typeName) {
        return Conversions.instance(value(parameter), type, typeName, place(parameter));
    }

    /** What {@code *name} took. */
    public List<Value> rest(String parameter) {
        return ((TupleValue) value(parameter)).items();
    }

    /** What {@code **name} took; live only in this call. */
    public Map<Value, Value> keywords(String parameter) {
        return ((DictValue) value(parameter)).entries();
    }

    /** A TypeError that names the function and the parameter. */
    public PythonError wrongType(String parameter, String expected) {
        return PythonError.typeError(place(parameter) + " must be " + expected + ", not "
                + value(parameter).typeName());
    }

    /** A ValueError that names the function and the parameter. */
    public PythonError wrongValue(String parameter, String expected) {
        return PythonError.valueError(place(parameter) + " must be " + expected);
    }

    private String place(String parameter) {
        return function + "() argument '" + parameter + "'";
    }

    private int index(String parameter) {
        int index = signature.indexOf(Objects.requireNonNull(parameter, "parameter"));
        if (index < 0) {
            throw new IllegalArgumentException(function + " has no parameter " + parameter);
        }
        return index;
    }
}
