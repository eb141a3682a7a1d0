package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads expressions from the loosest operators down to signs and powers. */
final class ExpressionParser {
    private static final int LOOSEST_RANK = 1;
    static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("|", 1),
            Map.entry("^", 2),
            Map.entry("&", 3),
            Map.entry("<<", 4),
            Map.entry(">>", 4),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("/", 6),
            Map.entry("//", 6),
            Map.entry("%", 6),
            Map.entry("@", 6));
    private static final Map<String, BinaryOperator> OPERATORS = operators();

    private final Tokens tokens;
    private final Scopes scopes;
    private final PrimaryParser primaries;
    private final Depth depth;

    ExpressionParser(Tokens tokens, Scopes scopes, String text, Depth depth) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.depth = depth;
        this.primaries = new PrimaryParser(tokens, scopes, text, this, depth);
    }

    private static Map<String, BinaryOperator> operators() {
        Map<String, BinaryOperator> operators = new java.util.HashMap<>();
        for (BinaryOperator operator : BinaryOperator.values()) {
            operators.put(operator.symbol(), operator);
        }
        return Map.copyOf(operators);
    }

    static Optional<BinaryOperator> operator(String symbol) {
        return Optional.ofNullable(OPERATORS.get(symbol));
    }

    PrimaryParser primaries() {
        return primaries;
    }

    /** One expression, or several with commas between them, which make a tuple; {@code *x} may be among them. */
    Expression tupleOrSingle() {
        SourceSpan start = tokens.span();
        Expression first = starredOrNamed();
        if (!tokens.at(",")) {
            if (first instanceof Expression.Starred) {
                throw Refusal.syntax(first.span(), "starred", "a starred expression needs a list around it");
            }
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.take(",") && beginsExpression()) {
            items.add(starredOrNamed());
        }
        return new Expression.TupleDisplay(items, tokens.since(start));
    }

    Expression starredOrNamed() {
        SourceSpan start = tokens.span();
        if (tokens.take("*")) {
            return new Expression.Starred(binary(LOOSEST_RANK), tokens.since(start));
        }
        return named();
    }

    /** An expression that may be {@code name := value}. */
    Expression named() {
        if (tokens.at(Kind.NAME) && tokens.peekSecond().isOperator(":=")) {
            SourceSpan start = tokens.span();
            String name = tokens.next().text();
            tokens.next();
            scopes.bindOutsideComprehension(name);
            return new Expression.Assigning(name, expression(), tokens.since(start));
        }
        return expression();
    }

    Expression expression() {
        if (tokens.atWord("lambda")) {
            return primaries.lambda();
        }
        depth.enter(tokens.span());
        SourceSpan start = tokens.span();
        Expression value = disjunction();
        if (tokens.takeWord("if")) {
            Expression condition = disjunction();
            tokens.expectWord("else");
            value = new Expression.Conditional(condition, value, expression(), tokens.since(start));
        }
        depth.leave();
        return value;
    }

    Expression disjunction() {
        SourceSpan start = tokens.span();
        Expression first = conjunction();
        if (!tokens.atWord("or")) {
            return first;
        }
        List<Expression> operands = new ArrayList<>(List.of(first));
        while (tokens.takeWord("or")) {
            operands.add(conjunction());
        }
        return new Expression.Logical(false, operands, tokens.since(start));
    }

    private Expression conjunction() {
        SourceSpan start = tokens.span();
        Expression first = inversion();
        if (!tokens.atWord("and")) {
            return first;
        }
        List<Expression> operands = new ArrayList<>(List.of(first));
        while (tokens.takeWord("and")) {
            operands.add(inversion());
        }
        return new Expression.Logical(true, operands, tokens.since(start));
    }

    private Expression inversion() {
        SourceSpan start = tokens.span();
        if (!tokens.takeWord("not")) {
            return comparison();
        }
        depth.enter(start);
        Expression not = new Expression.Not(inversion(), tokens.since(start));
        depth.leave();
        return not;
    }

    private Expression comparison() {
        SourceSpan start = tokens.span();
        Expression first = binary(LOOSEST_RANK);
        Optional<ComparisonOperator> operator = comparisonOperator();
        if (operator.isEmpty()) {
            return first;
        }
        List<Expression.Comparison.Step> steps = new ArrayList<>();
        while (operator.isPresent()) {
            Expression right = binary(LOOSEST_RANK);
            steps.add(new Expression.Comparison.Step(operator.get(), right, tokens.since(start)));
            operator = comparisonOperator();
        }
        return new Expression.Comparison(first, steps, tokens.since(start));
    }

    private Optional<ComparisonOperator> comparisonOperator() {
        Token token = tokens.peek();
        ComparisonOperator operator =
                switch (token.kind() == Kind.OPERATOR || token.kind() == Kind.KEYWORD ? token.text() : "") {
                    case "==" -> ComparisonOperator.EQUAL;
                    case "!=" -> ComparisonOperator.NOT_EQUAL;
                    case "<" -> ComparisonOperator.LESS;
                    case "<=" -> ComparisonOperator.LESS_OR_EQUAL;
                    case ">" -> ComparisonOperator.GREATER;
                    case ">=" -> ComparisonOperator.GREATER_OR_EQUAL;
                    case "in" -> ComparisonOperator.IN;
                    case "is" -> ComparisonOperator.IS;
                    case "not" -> tokens.peekSecond().isKeyword("in") ? ComparisonOperator.NOT_IN : null;
                    default -> null;
                };
        if (operator == null) {
            return Optional.empty();
        }
        tokens.next();
        if (operator == ComparisonOperator.NOT_IN) {
            tokens.next();
        } else if (operator == ComparisonOperator.IS && tokens.takeWord("not")) {
            operator = ComparisonOperator.IS_NOT;
        }
        return Optional.of(operator);
    }

    /** Operators of this rank and of tighter ones; those of one rank make one flat run. */
    Expression binary(int loosest) {
        SourceSpan start = tokens.span();
        Expression left = unary();
        while (true) {
            int rank = rank();
            if (rank < loosest) {
                return left;
            }
            List<Expression.Arithmetic.Step> steps = new ArrayList<>();
            while (rank() == rank) {
                BinaryOperator operator = OPERATORS.get(tokens.next().text());
                Expression right = binary(rank + 1);
                steps.add(new Expression.Arithmetic.Step(operator, right, tokens.since(start)));
            }
            left = new Expression.Arithmetic(left, steps, tokens.since(start));
        }
    }

    private int rank() {
        return tokens.at(Kind.OPERATOR) ? RANKS.getOrDefault(tokens.peek().text(), 0) : 0;
    }

    private Expression unary() {
        SourceSpan start = tokens.span();
        UnaryOperator operator = tokens.at("-")
                ? UnaryOperator.MINUS
                : tokens.at("+") ? UnaryOperator.PLUS : tokens.at("~") ? UnaryOperator.INVERT : null;
        if (operator == null) {
            return power();
        }
        tokens.next();
        depth.enter(start);
        Expression unary = new Expression.Unary(operator, unary(), tokens.since(start));
        depth.leave();
        return unary;
    }

    private Expression power() {
        SourceSpan start = tokens.span();
        Expression base = primaries.primary();
        if (!tokens.take("**")) {
            return base;
        }
        depth.enter(start);
        Expression exponent = unary();
        depth.leave();
        SourceSpan span = tokens.since(start);
        return new Expression.Arithmetic(
                base, List.of(new Expression.Arithmetic.Step(BinaryOperator.POWER, exponent, span)), span);
    }

    /** Whether the next token can begin an expression: after a trailing comma it often does not. */
    boolean beginsExpression() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME, NUMBER, STRING, FORMATTED_STRING -> true;
            case KEYWORD ->
                switch (token.text()) {
                    case "None", "True", "False", "lambda", "not", "await" -> true;
                    default -> false;
                };
            case OPERATOR ->
                switch (token.text()) {
                    case "(", "[", "{", "-", "+", "~", "...", "*" -> true;
                    default -> false;
                };
            case NEWLINE, INDENT, DEDENT, END -> false;
        };
    }
}
