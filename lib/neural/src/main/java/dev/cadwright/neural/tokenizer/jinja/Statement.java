package dev.cadwright.neural.tokenizer.jinja;

import java.util.List;

/** What writes text or changes what names mean. */
sealed interface Statement {
    record Data(String text) implements Statement {}

    record Output(Expression value) implements Statement {}

    /** @param filter null for none */
    record For(Target target, Expression in, Expression filter, List<Statement> body, List<Statement> otherwise)
            implements Statement {}

    record If(List<Branch> branches, List<Statement> otherwise) implements Statement {}

    record Branch(Expression condition, List<Statement> body) {}

    record Assign(Target target, Expression value) implements Statement {}

    /** @param filter applied to the text of the body; null for none */
    record AssignBlock(Target target, Expression filter, List<Statement> body) implements Statement {}

    record Macro(String name, List<Parameter> parameters, List<Statement> body) implements Statement {}

    /** @param byDefault null where a missing argument is undefined */
    record Parameter(String name, Expression byDefault) {}

    record CallBlock(Expression.Call call, Macro caller) implements Statement {}

    record FilterBlock(Expression filter, List<Statement> body) implements Statement {}

    record With(List<Assign> assignments, List<Statement> body) implements Statement {}

    /** The assistant's own words, which training looks for. */
    record Generation(List<Statement> body) implements Statement {}

    record Break() implements Statement {}

    record Continue() implements Statement {}

    /** What a value is bound to. */
    sealed interface Target {
        record Variable(String name) implements Target {}

        record Member(String namespace, String name) implements Target {}

        record Several(List<Target> targets) implements Target {}
    }
}
