package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import java.util.Iterator;
import java.util.List;

/** Executes statements. */
final class Executor {
    private final Machine machine;
    private final Assignments assignments;
    private final ExceptionHandling exceptions;
    private final Imports imports;
    private final Definitions definitions;

    Executor(Machine machine) {
        this.machine = machine;
        this.assignments = new Assignments(machine);
        this.exceptions = new ExceptionHandling(machine, this);
        this.imports = new Imports(machine);
        this.definitions = new Definitions(machine);
    }

    Assignments assignments() {
        return assignments;
    }

    ExceptionHandling exceptions() {
        return exceptions;
    }

    Completion run(List<Statement> block, Frame frame) {
        for (Statement statement : block) {
            Completion completion = execute(statement, frame);
            if (completion != Completion.NORMAL) {
                return completion;
            }
        }
        return Completion.NORMAL;
    }

    private Completion execute(Statement statement, Frame frame) {
        machine.step(1);
        machine.at(statement.span());
        switch (statement) {
            case Statement.If branches -> {
                return run(chosen(branches, frame), frame);
            }
            case Statement.For loop -> {
                return forLoop(loop, frame);
            }
            case Statement.While loop -> {
                return whileLoop(loop, frame);
            }
            case Statement.Try attempt -> {
                return exceptions.attempt(attempt, frame);
            }
            case Statement.With with -> {
                return new ContextManagers(machine).run(with, frame);
            }
            case Statement.Return returned -> {
                frame.setResult(returned.value()
                        .map(expression -> evaluate(expression, frame))
                        .orElse(NoneValue.NONE));
                return Completion.RETURN;
            }
            case Statement.Break end -> {
                return Completion.BREAK;
            }
            case Statement.Continue next -> {
                return Completion.CONTINUE;
            }
            default -> simple(statement, frame);
        }
        return Completion.NORMAL;
    }

    private void simple(Statement statement, Frame frame) {
        switch (statement) {
            case Statement.Evaluate evaluated -> evaluate(evaluated.expression(), frame);
            case Statement.Assign assign -> {
                Value value = evaluate(assign.value(), frame);
                assign.targets().forEach(target -> assignments.assign(target, value, frame));
            }
            case Statement.AugmentedAssign assign -> assignments.augment(assign, frame);
            case Statement.DeclareAndAssign assign ->
                assignments.assign(assign.target(), evaluate(assign.value(), frame), frame);
            case Statement.Delete delete -> delete.targets().forEach(target -> assignments.delete(target, frame));
            case Statement.Import imported -> imports.plain(imported, frame);
            case Statement.ImportFrom imported -> imports.from(imported, frame);
            case Statement.Define define -> definitions.function(define, frame);
            case Statement.DefineClass define -> definitions.classOf(define, frame);
            case Statement.Raise raise -> exceptions.raise(raise, frame);
            case Statement.Assert assertion -> check(assertion, frame);
            default -> {}
        }
    }

    List<Statement> chosen(Statement.If branches, Frame frame) {
        for (Statement.If.Branch branch : branches.branches()) {
            if (branch.condition().isEmpty()
                    || machine.truth(evaluate(branch.condition().get(), frame))) {
                return branch.body();
            }
        }
        return List.of();
    }

    private Completion forLoop(Statement.For loop, Frame frame) {
        Value iterable = evaluate(loop.iterable(), frame);
        machine.at(loop.iterable().span());
        Iterator<Value> values = machine.iterate(iterable);
        while (values.hasNext()) {
            Value value = values.next();
            machine.at(loop.span());
            assignments.assign(loop.target(), value, frame);
            Completion completion = run(loop.body(), frame);
            if (completion == Completion.BREAK) {
                return Completion.NORMAL;
            }
            if (completion == Completion.RETURN) {
                return completion;
            }
            machine.at(loop.span());
        }
        return run(loop.otherwise(), frame);
    }

    private Completion whileLoop(Statement.While loop, Frame frame) {
        while (machine.truth(evaluate(loop.condition(), frame))) {
            machine.step(1);
            Completion completion = run(loop.body(), frame);
            if (completion == Completion.BREAK) {
                return Completion.NORMAL;
            }
            if (completion == Completion.RETURN) {
                return completion;
            }
        }
        return run(loop.otherwise(), frame);
    }

    private void check(Statement.Assert assertion, Frame frame) {
        if (machine.truth(evaluate(assertion.condition(), frame))) {
            return;
        }
        Value message = assertion
                .message()
                .map(expression -> evaluate(expression, frame))
                .orElse(null);
        machine.at(assertion.span());
        throw message == null
                ? new PythonError(exceptions.make(ExceptionTypes.ASSERTION_ERROR, List.of()))
                : new PythonError(exceptions.make(ExceptionTypes.ASSERTION_ERROR, List.of(message)));
    }

    Value evaluate(Expression expression, Frame frame) {
        return machine.evaluator().evaluate(expression, frame);
    }
}
