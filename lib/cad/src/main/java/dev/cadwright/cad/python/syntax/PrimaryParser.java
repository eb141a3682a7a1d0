package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Token.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads atoms and the chains of attributes, calls and subscripts behind them. */
final class PrimaryParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final DisplayParser displays;
    private final ParameterParser parameters;
    private final String text;
    private final Depth depth;

    PrimaryParser(Tokens tokens, Scopes scopes, String text, ExpressionParser expressions, Depth depth) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.text = text;
        this.expressions = expressions;
        this.depth = depth;
        this.displays = new DisplayParser(tokens, scopes, expressions);
        this.parameters = new ParameterParser(tokens, expressions);
    }

    Expression primary() {
        SourceSpan start = tokens.span();
        Expression atom = atom();
        List<Trailer> trailers = new ArrayList<>();
        SourceSpan called = start;
        while (tokens.at(Kind.OPERATOR)) {
            if (tokens.take(".")) {
                called = tokens.span();
                String name = tokens.expectName("the name of an attribute");
                trailers.add(new Trailer.Attribute(name, called));
            } else if (tokens.at("(")) {
                List<Trailer.Argument> arguments = arguments();
                trailers.add(new Trailer.Call(arguments, tokens.since(called)));
            } else if (tokens.at("[")) {
                Expression key = subscript();
                trailers.add(new Trailer.Index(key, tokens.since(start)));
            } else {
                break;
            }
        }
        return trailers.isEmpty() ? atom : new Expression.Chain(atom, trailers, tokens.since(start));
    }

    private Expression atom() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> new Expression.Name(tokens.next().text(), token.span());
            case NUMBER -> number(tokens.next());
            case STRING, FORMATTED_STRING -> strings();
            case KEYWORD -> word(token);
            case OPERATOR ->
                switch (token.text()) {
                    case "(" -> displays.parenthesised();
                    case "[" -> displays.list();
                    case "{" -> displays.braces();
                    case "..." -> keyword(Expression.Keyword.Word.ELLIPSIS);
                    default -> throw unexpected();
                };
            case NEWLINE, INDENT, DEDENT, END -> throw unexpected();
        };
    }

    private Refusal unexpected() {
        String hint = tokens.at("=") ? "write == to compare" : "";
        return tokens.unexpected("an expression", hint);
    }

    private Expression word(Token token) {
        return switch (token.text()) {
            case "None" -> keyword(Expression.Keyword.Word.NONE);
            case "True" -> keyword(Expression.Keyword.Word.TRUE);
            case "False" -> keyword(Expression.Keyword.Word.FALSE);
            case "await", "async" -> throw Refusal.unsupported(token.span(), token.text(), "");
            case "yield" ->
                throw Refusal.unsupported(token.span(), "yield", "assign what it gives to a name of its own");
            case "lambda" -> throw tokens.unexpected("an expression", "put the lambda in parentheses");
            default -> throw tokens.unexpected("an expression", "");
        };
    }

    private Expression keyword(Expression.Keyword.Word word) {
        return new Expression.Keyword(word, tokens.next().span());
    }

    private static Expression number(Token token) {
        return token.number() instanceof BigInteger whole
                ? new Expression.IntLiteral(whole, token.span())
                : new Expression.FloatLiteral((Double) token.number(), token.span());
    }

    /** Strings that stand side by side are one. */
    private Expression strings() {
        SourceSpan start = tokens.span();
        List<Expression.FormattedString.Piece> pieces = new ArrayList<>();
        boolean formatted = false;
        while (tokens.at(Kind.STRING) || tokens.at(Kind.FORMATTED_STRING)) {
            Token token = tokens.next();
            if (token.kind() == Kind.FORMATTED_STRING) {
                formatted = true;
                pieces.addAll(new FormattedStringParser(text, scopes, depth).pieces(token));
            } else if (!formatted && pieces.isEmpty() && !tokens.at(Kind.STRING) && !tokens.at(Kind.FORMATTED_STRING)) {
                return new Expression.StringLiteral(token.text(), token.span());
            } else {
                pieces.add(new Expression.FormattedString.Text(token.text()));
            }
        }
        SourceSpan span = tokens.since(start);
        if (formatted) {
            return new Expression.FormattedString(List.copyOf(pieces), span);
        }
        StringBuilder joined = new StringBuilder();
        pieces.forEach(piece -> joined.append(((Expression.FormattedString.Text) piece).text()));
        return new Expression.StringLiteral(joined.toString(), span);
    }

    Expression lambda() {
        SourceSpan start = tokens.next().span();
        depth.enter(start);
        String name = scopes.qualified("<lambda>");
        List<FunctionTree.Parameter> read = parameters.untilColon();
        scopes.enter(Scopes.Kind.FUNCTION, "<lambda>");
        read.forEach(parameter -> scopes.bind(parameter.name()));
        tokens.expect(":", "");
        Expression value = expressions.expression();
        SourceSpan span = tokens.since(start);
        Statement body = new Statement.Return(Optional.of(value), value.span());
        FunctionTree function = new FunctionTree("<lambda>", name, read, List.of(body), scopes.leave(), false, span);
        depth.leave();
        return new Expression.Lambda(function, span);
    }

    ParameterParser parameters() {
        return parameters;
    }

    /** {@code (…)} of a call or of a class's bases. */
    List<Trailer.Argument> arguments() {
        tokens.expect("(", "");
        List<Trailer.Argument> arguments = new ArrayList<>();
        Set<String> keywords = new HashSet<>();
        while (!tokens.at(")")) {
            arguments.add(argument(arguments, keywords));
            if (!tokens.take(",")) {
                break;
            }
        }
        if (!tokens.at(")")) {
            throw tokens.unexpected("\",\" or \")\"", tokens.at("=") ? "only a plain name names an argument" : "");
        }
        tokens.next();
        return arguments;
    }

    private Trailer.Argument argument(List<Trailer.Argument> before, Set<String> keywords) {
        SourceSpan start = tokens.span();
        if (tokens.take("**")) {
            return new Trailer.Argument(Optional.empty(), true, expressions.expression());
        }
        if (tokens.at(Kind.NAME) && tokens.peekSecond().isOperator("=")) {
            String keyword = tokens.next().text();
            tokens.next();
            if (!keywords.add(keyword)) {
                throw Refusal.syntax(start, "argument", "the argument \"" + keyword + "\" is given twice");
            }
            return new Trailer.Argument(Optional.of(keyword), false, expressions.expression());
        }
        boolean starred = tokens.at("*");
        Expression value = expressions.starredOrNamed();
        if (tokens.atWord("for") && !starred) {
            value = displays.comprehension(Expression.Comprehension.Kind.GENERATOR, value, Optional.empty(), start);
            if (!before.isEmpty() || !tokens.at(")")) {
                throw Refusal.syntax(start, "argument", "a generator beside other arguments needs parentheses");
            }
        }
        boolean late = before.stream()
                .anyMatch(argument -> argument.keyword().isPresent() || (argument.unpacksKeywords() && !starred));
        if (late && !starred) {
            throw Refusal.syntax(start, "argument", "an argument without a name follows one with a name");
        }
        return new Trailer.Argument(Optional.empty(), false, value);
    }

    /** {@code [key]}, {@code [a:b:c]} or several of them. */
    private Expression subscript() {
        tokens.next();
        SourceSpan start = tokens.span();
        Expression first = slice();
        if (!tokens.at(",")) {
            tokens.expect("]", "");
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.take(",") && !tokens.at("]")) {
            items.add(slice());
        }
        Expression tuple = new Expression.TupleDisplay(items, tokens.since(start));
        tokens.expect("]", "");
        return tuple;
    }

    private Expression slice() {
        SourceSpan start = tokens.span();
        Optional<Expression> from = tokens.at(":") ? Optional.empty() : Optional.of(expressions.starredOrNamed());
        if (!tokens.take(":")) {
            return from.orElseThrow();
        }
        Optional<Expression> to = sliceEnd();
        Optional<Expression> step = tokens.take(":") ? sliceEnd() : Optional.empty();
        return new Expression.Slice(from, to, step, tokens.since(start));
    }

    private Optional<Expression> sliceEnd() {
        boolean empty = tokens.at(":") || tokens.at("]") || tokens.at(",");
        return empty ? Optional.empty() : Optional.of(expressions.expression());
    }
}
