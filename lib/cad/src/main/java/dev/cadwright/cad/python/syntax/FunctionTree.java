package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A function or a lambda as it is written.
 *
 * @param name {@code <lambda>} for a lambda
 * @param qualifiedName as in messages: {@code Gear.area}, {@code outer.<locals>.inner}
 * @param generator whether the body yields
 */
public record FunctionTree(
        String name,
        String qualifiedName,
        List<Parameter> parameters,
        List<Statement> body,
        Scope scope,
        boolean generator,
        SourceSpan span) {
    public FunctionTree {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }

    public record Parameter(String name, Kind kind, Optional<Expression> defaultValue, SourceSpan span) {}

    /** How arguments reach a parameter. */
    public enum Kind {
        POSITIONAL_ONLY,
        POSITIONAL_OR_KEYWORD,
        VAR_POSITIONAL,
        KEYWORD_ONLY,
        VAR_KEYWORD
    }
}
