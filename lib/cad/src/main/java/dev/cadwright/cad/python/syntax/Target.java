package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import java.util.List;

/** What an assignment, a loop, {@code with} or {@code del} names. */
public sealed interface Target {
    SourceSpan span();

    record Name(String name, SourceSpan span) implements Target {}

    /** {@code object.name}. */
    record Attribute(Expression object, String name, SourceSpan span) implements Target {}

    /** {@code object[key]}. */
    record Index(Expression object, Expression key, SourceSpan span) implements Target {}

    /** {@code a, b, *c}: {@code starred} is the index of the starred one, −1 for none. */
    record Unpacking(List<Target> items, int starred, SourceSpan span) implements Target {}
}
