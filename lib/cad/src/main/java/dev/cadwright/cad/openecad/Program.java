package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.syntax.Target;
import dev.cadwright.cad.python.syntax.Trailer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the statements of a program. Curves go into the list of curves that was begun last, and loops into that of
 * loops, when they are assigned to names that begin with Line, Arc, Circle or Loop: the programs of the data set rely on
 * that and append nothing themselves. A program that does append is taken at its word.
 */
final class Program {
    private static final int MAX_NAMES = 100_000;

    private final Map<String, Value> names = new HashMap<>();
    private final Calls calls = new Calls();
    private final Evaluator evaluator = new Evaluator(names, calls);
    private final boolean appends;
    private Optional<Value.Items> curves = Optional.empty();
    private Optional<Value.Items> loops = Optional.empty();

    private Program(boolean appends) {
        this.appends = appends;
    }

    /** @throws Refusal if a statement means nothing */
    static Construction follow(List<Statement> statements) {
        Program program = new Program(statements.stream().anyMatch(Program::isAppend));
        statements.forEach(program::execute);
        return new Construction(program.calls.features());
    }

    private void execute(Statement statement) {
        switch (statement) {
            case Statement.Import imported -> {}
            case Statement.ImportFrom imported -> {}
            case Statement.Pass pass -> {}
            case Statement.Assign(List<Target> targets, Expression value, SourceSpan span) -> {
                if (targets.size() != 1 || !(targets.getFirst() instanceof Target.Name(String name, var _))) {
                    throw Refusal.unsupported(span, "an assignment to anything but one name");
                }
                assign(name, evaluator.value(value), span);
            }
            case Statement.Evaluate(Expression expression, SourceSpan span) -> {
                if (isAppend(statement)) {
                    append((Expression.Chain) expression, span);
                } else {
                    evaluator.value(expression);
                }
            }
            default -> throw Refusal.unsupported(statement.span(), "this statement");
        }
    }

    private void assign(String name, Value value, SourceSpan span) {
        if (names.size() >= MAX_NAMES) {
            throw new Refusal(span, "limit.names", "more than " + MAX_NAMES + " names", "");
        }
        names.put(name, value);
        if (value instanceof Value.Items list && name.startsWith("Curves")) {
            curves = Optional.of(list);
        } else if (value instanceof Value.Items list && name.startsWith("Loops")) {
            loops = Optional.of(list);
        } else if (!appends && value instanceof Value.Curve && isCurve(name)) {
            curves.ifPresent(list -> list.add(value, span));
        } else if (!appends && value instanceof Value.Loop && name.startsWith("Loop")) {
            loops.ifPresent(list -> list.add(value, span));
        }
    }

    private static boolean isCurve(String name) {
        return name.startsWith("Line") || name.startsWith("Arc") || name.startsWith("Circle");
    }

    private static boolean isAppend(Statement statement) {
        return statement instanceof Statement.Evaluate(Expression.Chain chain, var _)
                && chain.trailers().size() == 2
                && chain.trailers().getFirst() instanceof Trailer.Attribute(String name, var _)
                && name.equals("append")
                && chain.trailers().getLast() instanceof Trailer.Call(List<Trailer.Argument> arguments, var _)
                && arguments.size() == 1;
    }

    private void append(Expression.Chain chain, SourceSpan span) {
        if (!(evaluator.value(chain.start()) instanceof Value.Items list)) {
            throw new Refusal(span, "syntax.type", "only lists can be appended to", "a list");
        }
        Trailer.Call call = (Trailer.Call) chain.trailers().getLast();
        list.add(evaluator.value(call.arguments().getFirst().value()), span);
    }
}
