package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import java.util.List;
import java.util.Optional;

/** What follows an expression in a chain. */
public sealed interface Trailer {
    SourceSpan span();

    /** {@code .name}; the span is that of the name. */
    record Attribute(String name, SourceSpan span) implements Trailer {}

    /** {@code (arguments)}; the span reaches from the called name to the closing parenthesis. */
    record Call(List<Argument> arguments, SourceSpan span) implements Trailer {}

    /** {@code [key]}. */
    record Index(Expression key, SourceSpan span) implements Trailer {}

    /** {@code value}, {@code name=value}, {@code *value} ({@link Expression.Starred}) or {@code **value}. */
    record Argument(Optional<String> keyword, boolean unpacksKeywords, Expression value) {}
}
