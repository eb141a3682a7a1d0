package dev.cadwright.cad.python.syntax;

import java.util.ArrayList;
import java.util.List;

/** Turns an expression that turns out to be assigned to into a target. */
final class TargetReader {
    private final Scopes scopes;

    TargetReader(Scopes scopes) {
        this.scopes = scopes;
    }

    /** What an assignment or a loop may assign to; its names become names of the scope. */
    Target read(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> {
                scopes.bind(name.name());
                yield new Target.Name(name.name(), name.span());
            }
            case Expression.Chain chain -> last(chain);
            case Expression.TupleDisplay tuple -> unpacking(tuple.items(), tuple);
            case Expression.ListDisplay list -> unpacking(list.items(), list);
            default -> throw wrong(expression);
        };
    }

    private static Target last(Expression.Chain chain) {
        List<Trailer> trailers = chain.trailers();
        Expression object = trailers.size() == 1
                ? chain.start()
                : new Expression.Chain(chain.start(), trailers.subList(0, trailers.size() - 1), chain.span());
        return switch (trailers.getLast()) {
            case Trailer.Attribute attribute -> new Target.Attribute(object, attribute.name(), chain.span());
            case Trailer.Index index -> new Target.Index(object, index.key(), chain.span());
            case Trailer.Call call ->
                throw Refusal.syntax(call.span(), "target", "a call cannot be assigned to", "", "write == to compare");
        };
    }

    private Target unpacking(List<Expression> items, Expression whole) {
        List<Target> targets = new ArrayList<>();
        int starred = -1;
        for (Expression item : items) {
            if (item instanceof Expression.Starred star) {
                if (starred >= 0) {
                    throw Refusal.syntax(star.span(), "target", "only one name of an assignment takes the rest");
                }
                starred = targets.size();
                targets.add(read(star.value()));
            } else {
                targets.add(read(item));
            }
        }
        return new Target.Unpacking(List.copyOf(targets), starred, whole.span());
    }

    private static Refusal wrong(Expression expression) {
        String what =
                switch (expression) {
                    case Expression.Keyword keyword -> "a constant";
                    case Expression.IntLiteral number -> "a number";
                    case Expression.FloatLiteral number -> "a number";
                    case Expression.StringLiteral text -> "a string";
                    case Expression.FormattedString text -> "a string";
                    case Expression.Starred star -> "a starred name alone";
                    default -> "this expression";
                };
        return Refusal.syntax(
                expression.span(), "target", what + " cannot be assigned to", "a name", "write == to compare");
    }
}
