package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Expression.Comprehension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands in brackets: tuples, lists, sets, dicts and comprehensions. */
final class DisplayParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final TargetReader targets;

    DisplayParser(Tokens tokens, Scopes scopes, ExpressionParser expressions) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.expressions = expressions;
        this.targets = new TargetReader(scopes);
    }

    Expression parenthesised() {
        SourceSpan start = tokens.next().span();
        if (tokens.take(")")) {
            return new Expression.TupleDisplay(List.of(), tokens.since(start));
        }
        Expression first = expressions.starredOrNamed();
        if (tokens.atWord("for")) {
            Expression generator = comprehension(Comprehension.Kind.GENERATOR, first, Optional.empty(), start);
            tokens.expect(")", "");
            return generator;
        }
        if (!tokens.at(",")) {
            close(")");
            if (first instanceof Expression.Starred) {
                throw Refusal.syntax(first.span(), "starred", "a starred expression needs a list around it");
            }
            return first;
        }
        List<Expression> items = rest(first, ")");
        return new Expression.TupleDisplay(items, tokens.since(start));
    }

    Expression list() {
        SourceSpan start = tokens.next().span();
        if (tokens.take("]")) {
            return new Expression.ListDisplay(List.of(), tokens.since(start));
        }
        Expression first = expressions.starredOrNamed();
        if (tokens.atWord("for")) {
            Expression list = comprehension(Comprehension.Kind.LIST, first, Optional.empty(), start);
            tokens.expect("]", "");
            return list;
        }
        List<Expression> items = rest(first, "]");
        return new Expression.ListDisplay(items, tokens.since(start));
    }

    Expression braces() {
        SourceSpan start = tokens.next().span();
        if (tokens.take("}")) {
            return new Expression.DictDisplay(List.of(), tokens.since(start));
        }
        if (tokens.at("**")) {
            return dict(start, entry());
        }
        Expression first = expressions.starredOrNamed();
        if (tokens.take(":")) {
            return dict(start, new Expression.DictDisplay.Entry(Optional.of(first), expressions.expression()));
        }
        if (tokens.atWord("for")) {
            Expression set = comprehension(Comprehension.Kind.SET, first, Optional.empty(), start);
            tokens.expect("}", "");
            return set;
        }
        List<Expression> items = rest(first, "}");
        return new Expression.SetDisplay(items, tokens.since(start));
    }

    private Expression dict(SourceSpan start, Expression.DictDisplay.Entry first) {
        if (tokens.atWord("for") && first.key().isPresent()) {
            Expression dict =
                    comprehension(Comprehension.Kind.DICT, first.key().get(), Optional.of(first.value()), start);
            tokens.expect("}", "");
            return dict;
        }
        List<Expression.DictDisplay.Entry> entries = new ArrayList<>(List.of(first));
        while (tokens.take(",") && !tokens.at("}")) {
            entries.add(entry());
        }
        close("}");
        return new Expression.DictDisplay(entries, tokens.since(start));
    }

    private Expression.DictDisplay.Entry entry() {
        if (tokens.take("**")) {
            return new Expression.DictDisplay.Entry(Optional.empty(), expressions.binary(1));
        }
        Expression key = expressions.expression();
        tokens.expect(":", "");
        return new Expression.DictDisplay.Entry(Optional.of(key), expressions.expression());
    }

    /** The other items up to the closing bracket, which is read too. */
    private List<Expression> rest(Expression first, String closing) {
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.take(",") && !tokens.at(closing)) {
            items.add(expressions.starredOrNamed());
        }
        close(closing);
        return items;
    }

    private void close(String closing) {
        if (!tokens.at(closing)) {
            throw tokens.unexpected("\",\" or \"" + closing + "\"", "");
        }
        tokens.next();
    }

    /** The clauses of a comprehension whose element was read. */
    Expression comprehension(
            Comprehension.Kind kind, Expression element, Optional<Expression> value, SourceSpan start) {
        if (element instanceof Expression.Starred) {
            throw Refusal.syntax(element.span(), "starred", "a comprehension unpacks nothing");
        }
        List<Comprehension.Clause> clauses = new ArrayList<>();
        scopes.enter(Scopes.Kind.COMPREHENSION, "<comprehension>");
        while (tokens.takeWord("for")) {
            Target target = targets.read(targetList());
            tokens.expectWord("in");
            Expression iterable = expressions.disjunction();
            List<Expression> conditions = new ArrayList<>();
            while (tokens.takeWord("if")) {
                conditions.add(condition());
            }
            clauses.add(new Comprehension.Clause(target, iterable, conditions));
        }
        return new Comprehension(kind, element, value, clauses, scopes.leave(), tokens.since(start));
    }

    private Expression condition() {
        return tokens.peek().kind() == Token.Kind.NAME && tokens.peekSecond().isOperator(":=")
                ? expressions.named()
                : expressions.disjunction();
    }

    /** What a loop assigns to: it ends before {@code in}. */
    Expression targetList() {
        SourceSpan start = tokens.span();
        Expression first = starredTarget();
        if (!tokens.at(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.take(",") && expressions.beginsExpression()) {
            items.add(starredTarget());
        }
        return new Expression.TupleDisplay(items, tokens.since(start));
    }

    private Expression starredTarget() {
        SourceSpan start = tokens.span();
        if (tokens.take("*")) {
            return new Expression.Starred(expressions.primaries().primary(), tokens.since(start));
        }
        return expressions.primaries().primary();
    }
}
