package dev.cadwright.neural.tokenizer.jinja;

import dev.cadwright.neural.tokenizer.jinja.Expression.Arguments;
import dev.cadwright.neural.tokenizer.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Expressions by precedence, from the conditional down to names, as Jinja orders them. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> NO_ARGUMENT = Set.of("else", "or", "and");
    /** Longer chains of operators than this would be walked too deeply. */
    private static final int LONGEST_CHAIN = 200;

    private final TokenStream tokens;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** With the conditional {@code a if b else c}. */
    Expression expression() {
        tokens.enter();
        Expression value = or();
        for (int links = 0; tokens.skipName("if"); links++) {
            chain(links);
            Expression condition = or();
            Expression otherwise = tokens.skipName("else") ? expression() : null;
            value = new Expression.Conditional(condition, value, otherwise);
        }
        tokens.leave();
        return value;
    }

    /** What {@code for} runs over: an {@code if} that follows is the loop's. */
    Expression withoutCondition() {
        return tuple(false, Set.of("recursive", "if"));
    }

    /** One expression, or several parted by commas. */
    Expression tuple() {
        return tuple(true, Set.of());
    }

    private Expression tuple(boolean conditional, Set<String> ends) {
        List<Expression> items = new ArrayList<>();
        boolean tuple = false;
        do {
            boolean ended = tokens.is(Kind.BLOCK_END)
                    || tokens.is(Kind.VARIABLE_END)
                    || tokens.isOperator(")")
                    || (tokens.is(Kind.NAME) && ends.contains(tokens.current().text()));
            if (ended) {
                break;
            }
            items.add(conditional ? expression() : or());
            tuple |= tokens.isOperator(",");
        } while (tokens.skipOperator(","));
        if (items.isEmpty()) {
            throw tokens.unexpected("an expression");
        }
        return tuple ? new Expression.ListOf(List.copyOf(items), true) : items.getFirst();
    }

    private Expression or() {
        Expression left = and();
        for (int links = 0; tokens.skipName("or"); links++) {
            chain(links);
            left = new Expression.Logic(false, left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        for (int links = 0; tokens.skipName("and"); links++) {
            chain(links);
            left = new Expression.Logic(true, left, not());
        }
        return left;
    }

    private Expression not() {
        if (!tokens.isName("not")) {
            return comparison();
        }
        tokens.enter();
        tokens.next();
        Expression negated = new Expression.Unary("not", not());
        tokens.leave();
        return negated;
    }

    private Expression comparison() {
        Expression first = sum();
        List<String> operators = new ArrayList<>();
        List<Expression> others = new ArrayList<>();
        while (true) {
            if (tokens.is(Kind.OPERATOR)
                    && COMPARISONS.contains(tokens.current().text())) {
                operators.add(tokens.next().text());
            } else if (tokens.isName("in")) {
                operators.add(tokens.next().text());
            } else if (tokens.isName("not") && tokens.ahead().is(Kind.NAME, "in")) {
                tokens.next();
                tokens.next();
                operators.add("not in");
            } else {
                return others.isEmpty() ? first : new Expression.Compare(first, operators, others);
            }
            others.add(sum());
        }
    }

    private Expression sum() {
        Expression left = concatenation();
        for (int links = 0; tokens.isOperator("+") || tokens.isOperator("-"); links++) {
            chain(links);
            left = new Expression.Binary(tokens.next().text(), left, concatenation());
        }
        return left;
    }

    private Expression concatenation() {
        Expression left = product();
        for (int links = 0; tokens.skipOperator("~"); links++) {
            chain(links);
            left = new Expression.Binary("~", left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        for (int links = 0;
                tokens.is(Kind.OPERATOR)
                        && Set.of("*", "/", "//", "%").contains(tokens.current().text());
                links++) {
            chain(links);
            left = new Expression.Binary(tokens.next().text(), left, power());
        }
        return left;
    }

    private Expression power() {
        Expression left = unary(true);
        for (int links = 0; tokens.skipOperator("**"); links++) {
            chain(links);
            left = new Expression.Binary("**", left, unary(true));
        }
        return left;
    }

    private Expression unary(boolean withFilters) {
        tokens.enter();
        Expression value;
        if (tokens.isOperator("-") || tokens.isOperator("+")) {
            value = new Expression.Unary(tokens.next().text(), unary(false));
        } else {
            value = postfix(primary());
        }
        if (withFilters) {
            value = filters(value);
        }
        tokens.leave();
        return value;
    }

    private Expression primary() {
        Token token = tokens.current();
        return switch (token.kind()) {
            case NAME -> name(tokens.next().text());
            case STRING -> strings();
            case INTEGER, FLOAT -> number(tokens.next());
            case OPERATOR -> bracketed();
            case DATA, BLOCK_BEGIN, BLOCK_END, VARIABLE_BEGIN, VARIABLE_END, END ->
                throw tokens.unexpected("an expression");
        };
    }

    private static Expression name(String name) {
        return switch (name) {
            case "true", "True" -> new Expression.Literal(true);
            case "false", "False" -> new Expression.Literal(false);
            case "none", "None" -> new Expression.Literal(null);
            default -> new Expression.Name(name);
        };
    }

    private Expression strings() {
        StringBuilder text = new StringBuilder();
        while (tokens.is(Kind.STRING)) {
            text.append(tokens.next().text());
        }
        return new Expression.Literal(text.toString());
    }

    private static Expression number(Token token) {
        try {
            return token.kind() == Kind.INTEGER
                    ? new Expression.Literal(Long.parseLong(token.text()))
                    : new Expression.Literal(Double.parseDouble(token.text()));
        } catch (NumberFormatException e) {
            throw TemplateException.syntax(token.line(), "the number " + token.text() + " is too large");
        }
    }

    private Expression bracketed() {
        if (tokens.skipOperator("(")) {
            if (tokens.skipOperator(")")) {
                return new Expression.ListOf(List.of(), true);
            }
            Expression inside = tuple();
            tokens.expectOperator(")");
            return inside;
        }
        if (tokens.skipOperator("[")) {
            List<Expression> items = new ArrayList<>();
            while (!tokens.isOperator("]")) {
                items.add(expression());
                if (!tokens.skipOperator(",")) {
                    break;
                }
            }
            tokens.expectOperator("]");
            return new Expression.ListOf(List.copyOf(items), false);
        }
        tokens.expectOperator("{");
        List<Map.Entry<Expression, Expression>> entries = new ArrayList<>();
        while (!tokens.isOperator("}")) {
            Expression key = expression();
            tokens.expectOperator(":");
            entries.add(Map.entry(key, expression()));
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        tokens.expectOperator("}");
        return new Expression.DictOf(List.copyOf(entries));
    }

    private Expression postfix(Expression of) {
        Expression value = of;
        for (int links = 0; ; links++) {
            chain(links);
            if (tokens.skipOperator(".")) {
                value = tokens.is(Kind.INTEGER)
                        ? new Expression.Subscript(value, number(tokens.next()))
                        : new Expression.Attribute(value, tokens.name());
            } else if (tokens.skipOperator("[")) {
                value = subscript(value);
            } else if (tokens.isOperator("(")) {
                value = new Expression.Call(value, arguments());
            } else {
                return value;
            }
        }
    }

    private Expression subscript(Expression of) {
        Expression start = tokens.isOperator(":") ? null : expression();
        if (!tokens.skipOperator(":")) {
            tokens.expectOperator("]");
            return new Expression.Subscript(of, start);
        }
        Expression stop = tokens.isOperator(":") || tokens.isOperator("]") ? null : expression();
        boolean stepped = tokens.skipOperator(":") && !tokens.isOperator("]");
        Expression step = stepped ? expression() : null;
        tokens.expectOperator("]");
        return new Expression.Slice(of, start, stop, step);
    }

    /** Filters, tests, and calls of what they give. */
    private Expression filters(Expression of) {
        Expression value = of;
        for (int links = 0; ; links++) {
            chain(links);
            if (tokens.skipOperator("|")) {
                value = filter(value);
            } else if (tokens.skipName("is")) {
                value = test(value);
            } else if (tokens.isOperator("(")) {
                value = new Expression.Call(value, arguments());
            } else {
                return value;
            }
        }
    }

    /** The filter whose name comes next. */
    Expression filter(Expression of) {
        String name = dotted();
        Filters.require(name, tokens.current().line());
        return new Expression.Filter(of, name, tokens.isOperator("(") ? arguments() : Arguments.NONE);
    }

    private Expression test(Expression of) {
        boolean negated = tokens.skipName("not");
        String name = dotted();
        Tests.require(name, tokens.current().line());
        if (tokens.isOperator("(")) {
            return new Expression.Test(of, name, arguments(), negated);
        }
        Token next = tokens.current();
        boolean argument =
                switch (next.kind()) {
                    case NAME ->
                        !NO_ARGUMENT.contains(next.text()) && !next.text().equals("is");
                    case STRING, INTEGER, FLOAT -> true;
                    case OPERATOR -> next.text().equals("[") || next.text().equals("{");
                    case DATA, BLOCK_BEGIN, BLOCK_END, VARIABLE_BEGIN, VARIABLE_END, END -> false;
                };
        Arguments arguments = argument && Tests.takesArgument(name)
                ? new Arguments(List.of(postfix(primary())), Map.of())
                : Arguments.NONE;
        return new Expression.Test(of, name, arguments, negated);
    }

    private String dotted() {
        StringBuilder name = new StringBuilder(tokens.name());
        while (tokens.skipOperator(".")) {
            name.append('.').append(tokens.name());
        }
        return name.toString();
    }

    Arguments arguments() {
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.isOperator(")")) {
            if (tokens.is(Kind.NAME) && tokens.ahead().is(Kind.OPERATOR, "=")) {
                String name = tokens.name();
                tokens.next();
                named.put(name, expression());
            } else {
                positional.add(expression());
            }
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        tokens.expectOperator(")");
        return new Arguments(List.copyOf(positional), named);
    }

    private void chain(int links) {
        if (links > LONGEST_CHAIN) {
            throw TemplateException.syntax(tokens.current().line(), "an expression is too long");
        }
    }
}
