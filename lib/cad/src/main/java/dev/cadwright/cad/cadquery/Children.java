package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.syntax.Trailer;
import java.util.ArrayList;
import java.util.List;

/** The direct parts of statements and expressions. */
final class Children {
    private Children() {}

    static List<Expression> of(Statement statement) {
        return switch (statement) {
            case Statement.Evaluate evaluate -> List.of(evaluate.expression());
            case Statement.Assign assign -> List.of(assign.value());
            case Statement.AugmentedAssign assign -> List.of(assign.value());
            case Statement.DeclareAndAssign assign -> List.of(assign.value());
            case Statement.If choice ->
                choice.branches().stream()
                        .flatMap(branch -> branch.condition().stream())
                        .toList();
            case Statement.For loop -> List.of(loop.iterable());
            case Statement.While loop -> List.of(loop.condition());
            case Statement.Return back -> back.value().stream().toList();
            case Statement.With with ->
                with.items().stream().map(Statement.With.Item::context).toList();
            case Statement.Define define -> define.decorators();
            default -> List.of();
        };
    }

    static List<List<Statement>> blocks(Statement statement) {
        return switch (statement) {
            case Statement.If choice ->
                choice.branches().stream().map(Statement.If.Branch::body).toList();
            case Statement.For loop -> List.of(loop.body(), loop.otherwise());
            case Statement.While loop -> List.of(loop.body(), loop.otherwise());
            case Statement.With with -> List.of(with.body());
            case Statement.Define define -> List.of(define.function().body());
            case Statement.DefineClass type -> List.of(type.body());
            case Statement.Try caught -> {
                List<List<Statement>> blocks =
                        new ArrayList<>(List.of(caught.body(), caught.otherwise(), caught.last()));
                caught.handlers().forEach(handler -> blocks.add(handler.body()));
                yield blocks;
            }
            default -> List.of();
        };
    }

    static List<Expression> of(Expression expression) {
        return switch (expression) {
            case Expression.TupleDisplay display -> display.items();
            case Expression.ListDisplay display -> display.items();
            case Expression.SetDisplay display -> display.items();
            case Expression.Starred starred -> List.of(starred.value());
            case Expression.Chain chain -> ofChain(chain);
            case Expression.Arithmetic arithmetic -> {
                List<Expression> parts = new ArrayList<>(List.of(arithmetic.first()));
                arithmetic.steps().forEach(step -> parts.add(step.right()));
                yield parts;
            }
            case Expression.Unary unary -> List.of(unary.operand());
            case Expression.Not not -> List.of(not.operand());
            case Expression.Logical logical -> logical.operands();
            case Expression.Conditional choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Expression.Assigning assigning -> List.of(assigning.value());
            default -> List.of();
        };
    }

    private static List<Expression> ofChain(Expression.Chain chain) {
        List<Expression> parts = new ArrayList<>(List.of(chain.start()));
        for (Trailer trailer : chain.trailers()) {
            switch (trailer) {
                case Trailer.Call call -> call.arguments().forEach(argument -> parts.add(argument.value()));
                case Trailer.Index index -> parts.add(index.key());
                case Trailer.Attribute attribute -> {}
            }
        }
        return parts;
    }
}
