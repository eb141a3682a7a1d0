package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands in brackets: vectors, ranges and list comprehensions. */
final class ListReader {
    private final TokenStream tokens;
    private final ExpressionReader expressions;

    ListReader(TokenStream tokens, ExpressionReader expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression read() {
        SourceSpan start = tokens.expect("[").span();
        if (tokens.takeIf("]")) {
            return new Expression.Vector(List.of(), tokens.since(start));
        }
        Expression first = element();
        if (tokens.takeIf(":")) {
            return range(start, first);
        }
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (tokens.takeIf(",") && !tokens.peek().is("]")) {
            elements.add(element());
        }
        if (!tokens.takeIf("]")) {
            throw tokens.unexpected(", or ]");
        }
        return new Expression.Vector(elements, tokens.since(start));
    }

    private Expression range(SourceSpan start, Expression begin) {
        Expression second = expressions.read();
        if (tokens.takeIf(":")) {
            Expression end = expressions.read();
            tokens.expect("]");
            return new Expression.Range(begin, Optional.of(second), end, tokens.since(start));
        }
        tokens.expect("]");
        return new Expression.Range(begin, Optional.empty(), second, tokens.since(start));
    }

    private Expression element() {
        tokens.enter();
        Expression element = comprehension().orElseGet(expressions::read);
        tokens.leave();
        return element;
    }

    private Optional<Expression> comprehension() {
        SourceSpan start = tokens.peek().span();
        // What may stand after a let in a list covers expressions too: there is no need to look ahead.
        if (tokens.peek().is("let")) {
            tokens.take();
            List<Argument> arguments = expressions.arguments();
            Expression body = element();
            return Optional.of(new Expression.Prefixed("let", arguments, Optional.of(body), tokens.since(start)));
        }
        if (tokens.peek().is("(") && isComprehension(tokens.second())) {
            tokens.take();
            Expression inner = element();
            tokens.expect(")");
            return Optional.of(inner);
        }
        if (tokens.takeIf("each")) {
            return Optional.of(new Expression.Each(element(), tokens.since(start)));
        }
        if (tokens.takeIf("if")) {
            return Optional.of(condition(start));
        }
        return tokens.takeIf("for") ? Optional.of(loop(start)) : Optional.empty();
    }

    private static boolean isComprehension(Token token) {
        return token.is("for") || token.is("if") || token.is("each");
    }

    private Expression condition(SourceSpan start) {
        tokens.expect("(");
        Expression condition = expressions.read();
        tokens.expect(")");
        Expression then = element();
        Optional<Expression> otherwise = tokens.takeIf("else") ? Optional.of(element()) : Optional.empty();
        return new Expression.When(condition, then, otherwise, tokens.since(start));
    }

    private Expression loop(SourceSpan start) {
        tokens.expect("(");
        List<Argument> first = expressions.argumentsUntil(";");
        if (!tokens.takeIf(";")) {
            if (!tokens.takeIf(")")) {
                throw tokens.unexpected(", ; or )");
            }
            return new Expression.For(first, element(), tokens.since(start));
        }
        Expression condition = expressions.read();
        tokens.expect(";");
        List<Argument> step = expressions.argumentsUntil(")");
        tokens.expect(")");
        return new Expression.Loop(first, condition, step, element(), tokens.since(start));
    }
}
