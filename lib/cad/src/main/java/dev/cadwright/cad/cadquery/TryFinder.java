package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.syntax.Statement;
import java.util.List;

/** Whether a program catches exceptions anywhere. */
final class TryFinder {
    private TryFinder() {}

    static boolean hasTry(List<Statement> body) {
        return body.stream().anyMatch(TryFinder::hasTry);
    }

    private static boolean hasTry(Statement statement) {
        return switch (statement) {
            case Statement.Try caught -> !caught.handlers().isEmpty() || hasTry(caught.body()) || hasTry(caught.last());
            case Statement.If choice -> choice.branches().stream().anyMatch(branch -> hasTry(branch.body()));
            case Statement.For loop -> hasTry(loop.body()) || hasTry(loop.otherwise());
            case Statement.While loop -> hasTry(loop.body()) || hasTry(loop.otherwise());
            case Statement.With with -> hasTry(with.body());
            case Statement.Define define -> hasTry(define.function().body());
            case Statement.DefineClass type -> hasTry(type.body());
            default -> false;
        };
    }
}
