package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.openscad.Expression.Case;
import dev.cadwright.cad.openscad.Expression.Suffix;
import dev.cadwright.cad.openscad.Expression.Term;
import dev.cadwright.cad.openscad.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads expressions by recursive descent, with the ranks of OpenSCAD's grammar. */
final class ExpressionReader {
    private final TokenStream tokens;
    private final ListReader lists;

    ExpressionReader(TokenStream tokens) {
        this.tokens = tokens;
        this.lists = new ListReader(tokens, this);
    }

    Expression read() {
        tokens.enter();
        Expression expression = expression();
        tokens.leave();
        return expression;
    }

    private Expression expression() {
        SourceSpan start = tokens.peek().span();
        List<Case> cases = new ArrayList<>();
        for (; ; ) {
            boolean prefix = isPrefix(tokens.peek());
            Expression value = prefix ? prefixed() : chain(0);
            if (prefix || !tokens.takeIf("?")) {
                return cases.isEmpty() ? value : new Expression.Conditional(cases, value, tokens.since(start));
            }
            Expression then = read();
            tokens.expect(":");
            cases.add(new Case(value, then));
        }
    }

    private static boolean isPrefix(Token token) {
        return token.is("function") || token.is("let") || token.is("assert") || token.is("echo");
    }

    private Expression prefixed() {
        Token word = tokens.take();
        if (word.text().equals("function")) {
            List<Parameter> parameters = parameters();
            return new Expression.Lambda(parameters, read(), tokens.since(word.span()));
        }
        List<Argument> arguments = arguments();
        boolean hasBody = word.text().equals("let") || startsExpression(tokens.peek());
        Optional<Expression> body = hasBody ? Optional.of(read()) : Optional.empty();
        return new Expression.Prefixed(word.text(), arguments, body, tokens.since(word.span()));
    }

    private static boolean startsExpression(Token token) {
        return switch (token.kind()) {
            case NUMBER, STRING, NAME -> true;
            case WORD -> !token.is("else") && !token.is("module");
            case SYMBOL -> "([-+!~".contains(token.text());
            case INCLUDE, USE, END -> false;
        };
    }

    private Expression chain(int rank) {
        if (rank == Ranks.BINARY.size()) {
            return unary();
        }
        SourceSpan start = tokens.peek().span();
        Expression first = chain(rank + 1);
        List<Term> rest = new ArrayList<>();
        while (tokens.peek().kind() == Kind.SYMBOL
                && Ranks.BINARY.get(rank).contains(tokens.peek().text())) {
            String operator = tokens.take().text();
            rest.add(new Term(operator, chain(rank + 1)));
        }
        refuseNewer(tokens.peek());
        return rest.isEmpty() ? first : new Expression.Chain(first, rest, tokens.since(start));
    }

    private static void refuseNewer(Token token) {
        if (token.kind() == Kind.SYMBOL && Ranks.NEWER.contains(token.text())) {
            throw Refusal.at(
                    token.span(),
                    "unsupported.operator",
                    "\"" + token.text() + "\" works on bits, which OpenSCAD 2025.01 does not know",
                    "",
                    "use arithmetic: 1 << n is 2 ^ n, x & 1 is x % 2");
        }
    }

    private Expression unary() {
        Token token = tokens.peek();
        refuseNewer(token);
        if (!Ranks.isUnary(token)) {
            return power();
        }
        tokens.enter();
        tokens.take();
        Expression operand = unary();
        tokens.leave();
        return new Expression.Unary(token.text(), operand, tokens.since(token.span()));
    }

    private Expression power() {
        SourceSpan start = tokens.peek().span();
        Expression base = access();
        if (!tokens.takeIf("^")) {
            return base;
        }
        tokens.enter();
        Expression exponent = unary();
        tokens.leave();
        return new Expression.Power(base, exponent, tokens.since(start));
    }

    private Expression access() {
        SourceSpan start = tokens.peek().span();
        Expression target = primary();
        List<Suffix> suffixes = new ArrayList<>();
        for (; ; ) {
            if (tokens.peek().is("(")) {
                suffixes.add(new Suffix.Call(arguments()));
            } else if (tokens.takeIf("[")) {
                suffixes.add(new Suffix.Index(read()));
                tokens.expect("]");
            } else if (tokens.takeIf(".")) {
                suffixes.add(new Suffix.Member(tokens.expectName("x, y, z or the name of a member")));
            } else {
                return suffixes.isEmpty() ? target : new Expression.Access(target, suffixes, tokens.since(start));
            }
        }
    }

    private Expression primary() {
        Token token = tokens.peek();
        switch (token.kind()) {
            case NUMBER:
                return new Expression.Literal(tokens.take().number(), token.span());
            case STRING:
                return new Expression.Text(tokens.take().text(), token.span());
            case NAME:
                return new Expression.Name(tokens.take().text(), token.span());
            case WORD, SYMBOL, INCLUDE, USE, END:
                break;
        }
        if (token.is("true") || token.is("false")) {
            return new Expression.Truth(tokens.take().is("true"), token.span());
        }
        if (tokens.takeIf("undef")) {
            return new Expression.Undefined(token.span());
        }
        if (tokens.takeIf("(")) {
            Expression inner = read();
            tokens.expect(")");
            return inner;
        }
        if (token.is("[")) {
            return lists.read();
        }
        throw tokens.unexpected("a value");
    }

    /** In parentheses; a comma may follow the last. */
    List<Argument> arguments() {
        tokens.expect("(");
        List<Argument> arguments = argumentsUntil(")");
        tokens.expect(")");
        return arguments;
    }

    List<Argument> argumentsUntil(String end) {
        List<Argument> arguments = new ArrayList<>();
        while (!tokens.peek().is(end) && !tokens.peek().is(")")) {
            SourceSpan start = tokens.peek().span();
            boolean named = tokens.peek().kind() == Kind.NAME && tokens.second().is("=");
            Optional<String> name = named ? Optional.of(tokens.take().text()) : Optional.empty();
            if (named) {
                tokens.take();
            }
            arguments.add(new Argument(name, read(), tokens.since(start)));
            if (!tokens.takeIf(",")) {
                break;
            }
        }
        return arguments;
    }

    /** In parentheses; a comma may follow the last. */
    List<Parameter> parameters() {
        tokens.expect("(");
        List<Parameter> parameters = new ArrayList<>();
        while (!tokens.peek().is(")")) {
            SourceSpan start = tokens.peek().span();
            String name = tokens.expectName("the name of a parameter or )");
            Optional<Expression> value = tokens.takeIf("=") ? Optional.of(read()) : Optional.empty();
            parameters.add(new Parameter(name, value, tokens.since(start)));
            if (!tokens.takeIf(",")) {
                break;
            }
        }
        tokens.expect(")");
        return parameters;
    }
}
