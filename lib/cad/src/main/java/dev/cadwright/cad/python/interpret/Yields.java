package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which statements of a generator yield. */
final class Yields {
    private final Map<Statement, Boolean> known = new IdentityHashMap<>();

    boolean in(Statement statement) {
        Boolean yields = known.get(statement);
        if (yields == null) {
            yields = find(statement);
            known.put(statement, yields);
        }
        return yields;
    }

    private boolean find(Statement statement) {
        return switch (statement) {
            case Statement.Evaluate evaluate -> evaluate.expression() instanceof Expression.Yield;
            case Statement.Assign assign -> assign.value() instanceof Expression.Yield;
            case Statement.AugmentedAssign assign -> assign.value() instanceof Expression.Yield;
            case Statement.DeclareAndAssign assign -> assign.value() instanceof Expression.Yield;
            case Statement.If branches -> branches.branches().stream().anyMatch(branch -> any(branch.body()));
            case Statement.For loop -> any(loop.body()) || any(loop.otherwise());
            case Statement.While loop -> any(loop.body()) || any(loop.otherwise());
            case Statement.With with -> any(with.body());
            case Statement.Try attempt ->
                Stream.of(attempt.body(), attempt.otherwise(), attempt.last()).anyMatch(this::any)
                        || attempt.handlers().stream().anyMatch(handler -> any(handler.body()));
            default -> false;
        };
    }

    private boolean any(List<Statement> block) {
        return block.stream().anyMatch(this::in);
    }
}
