package dev.cadwright.cad.python.value;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The running interpreter as the values that it works on see it: Python's protocols, and the budgets. Every method may
 * throw {@link PythonError}, {@link UnsupportedConstruct} and {@link BudgetExhausted}; hosts let them pass.
 */
public interface Runtime {
    /** Where in the program the operation stands that is running now. */
    SourceSpan span();

    /** Counts work. @throws BudgetExhausted when too much was done or the time is over */
    void step(long count);

    /** Counts memory, in bytes, before it is taken. @throws BudgetExhausted when too much was taken */
    void allocate(long bytes);

    /** Asks for an int of so many bits before it is made. @throws BudgetExhausted when it is too large */
    void requireBits(long bits);

    /** Calls a function of the program, or anything else that can be called, with positional arguments. */
    Value call(Value callee, List<Value> arguments);

    /** Calls with any arguments. */
    Value call(Value callee, Call call);

    /** {@code object.name}. */
    Value attribute(Value object, String name);

    /** {@code object.name} if it has it. */
    Optional<Value> findAttribute(Value object, String name);

    /** {@code object.name = value}. */
    void setAttribute(Value object, String name, Value value);

    /** {@code object[key]}. */
    Value index(Value object, Value key);

    Value binary(BinaryOperator operator, Value left, Value right);

    boolean compare(ComparisonOperator operator, Value left, Value right);

    /** What {@code for} sees; each value taken counts as a step. @throws PythonError (TypeError) if not iterable */
    Iterator<Value> iterate(Value value);

    /** {@link #iterate} to its end. */
    List<Value> list(Value iterable);

    boolean truth(Value value);

    /** {@code len(value)}. */
    long length(Value value);

    String str(Value value);

    String repr(Value value);

    /** {@code format(value, specification)}. */
    String format(Value value, String specification);

    /** The class of a value, as {@code type(value)}: a {@link HostType} or a {@link ClassValue}. */
    Value typeOf(Value value);

    /** Whether a value is an instance of a type, or of one of a tuple of types. */
    boolean isInstance(Value value, Value type);

    /** Adds to what the program printed. */
    void print(String text);

    /** What a host keeps for this run alone, made on first use: a recorder of {@code show_object}, a random generator. */
    <T> T state(Class<T> type, Supplier<? extends T> initial);
}
