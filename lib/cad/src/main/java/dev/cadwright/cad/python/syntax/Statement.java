package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A statement of a program. */
public sealed interface Statement {
    SourceSpan span();

    record Evaluate(Expression expression, SourceSpan span) implements Statement {}

    /** {@code a = b = value}. */
    record Assign(List<Target> targets, Expression value, SourceSpan span) implements Statement {}

    record AugmentedAssign(Target target, BinaryOperator operator, Expression value, SourceSpan span)
            implements Statement {}

    /** {@code name: annotation} without a value: only a dataclass reads it. */
    record Declare(String name, SourceSpan span) implements Statement {}

    /** {@code name: annotation = value}. */
    record DeclareAndAssign(Target target, Expression value, SourceSpan span) implements Statement {}

    record Delete(List<Target> targets, SourceSpan span) implements Statement {}

    record Pass(SourceSpan span) implements Statement {}

    /** Branches are tried in order; the last may have no condition. */
    record If(List<Branch> branches, SourceSpan span) implements Statement {
        public record Branch(Optional<Expression> condition, List<Statement> body) {}
    }

    record For(Target target, Expression iterable, List<Statement> body, List<Statement> otherwise, SourceSpan span)
            implements Statement {}

    record While(Expression condition, List<Statement> body, List<Statement> otherwise, SourceSpan span)
            implements Statement {}

    record Break(SourceSpan span) implements Statement {}

    record Continue(SourceSpan span) implements Statement {}

    record Return(Optional<Expression> value, SourceSpan span) implements Statement {}

    record Define(FunctionTree function, List<Expression> decorators, SourceSpan span) implements Statement {}

    record DefineClass(
            String name,
            List<Trailer.Argument> bases,
            List<Statement> body,
            Scope scope,
            List<Expression> decorators,
            SourceSpan span)
            implements Statement {}

    record Try(
            List<Statement> body,
            List<Handler> handlers,
            List<Statement> otherwise,
            List<Statement> last,
            SourceSpan span)
            implements Statement {
        /** {@code except type as name}. */
        public record Handler(
                Optional<Expression> type, Optional<String> name, List<Statement> body, SourceSpan span) {}
    }

    record Raise(Optional<Expression> exception, Optional<Expression> cause, SourceSpan span) implements Statement {}

    record Assert(Expression condition, Optional<Expression> message, SourceSpan span) implements Statement {}

    record With(List<Item> items, List<Statement> body, SourceSpan span) implements Statement {
        public record Item(Expression context, Optional<Target> target) {}
    }

    /** {@code import module as name}. */
    record Import(List<Imported> modules, SourceSpan span) implements Statement {}

    /** {@code from module import name as alias}; a name {@code *} imports all. */
    record ImportFrom(String module, List<Imported> names, SourceSpan span) implements Statement {}

    /** A dotted or simple name and what it is to be called. */
    record Imported(String name, Optional<String> alias, SourceSpan span) {}

    /** {@code global a, b} and {@code nonlocal a, b}: their effect lies in the {@link Scope}. */
    record DeclareScope(List<String> names, SourceSpan span) implements Statement {}
}
