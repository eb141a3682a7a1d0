package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements of one line; those with blocks are left to {@link CompoundParser} and {@link DefinitionParser}. */
final class StatementParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final TargetReader targets;
    private final ImportParser imports;
    private final CompoundParser compounds;
    private final DefinitionParser definitions;

    StatementParser(Tokens tokens, Scopes scopes, ExpressionParser expressions) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.expressions = expressions;
        this.targets = new TargetReader(scopes);
        this.imports = new ImportParser(tokens, scopes);
        this.compounds = new CompoundParser(tokens, scopes, expressions, this);
        this.definitions = new DefinitionParser(tokens, scopes, expressions, this);
    }

    /** Reads a line of statements, or one statement with its blocks. */
    void statement(List<Statement> into) {
        Optional<Statement> compound = definitions.find().or(compounds::find);
        if (compound.isPresent()) {
            into.add(compound.get());
        } else {
            simpleLine(into);
        }
    }

    private void simpleLine(List<Statement> into) {
        do {
            into.add(simple());
        } while (tokens.take(";") && !tokens.at(Kind.NEWLINE));
        if (!tokens.at(Kind.NEWLINE)) {
            throw tokens.unexpected("the end of the line", hint(into.getLast()));
        }
        tokens.next();
    }

    private String hint(Statement before) {
        if (before instanceof Statement.Evaluate(Expression.Name name, var span)) {
            switch (name.name()) {
                case "print" -> {
                    return "write print(…)";
                }
                case "match" -> throw Refusal.unsupported(span, "match", "write if and elif");
                case "exec" -> throw Refusal.unsupported(span, "exec", "");
                default -> {}
            }
        }
        if (tokens.at(":") && before instanceof Statement.Evaluate evaluate) {
            boolean match = evaluate.expression() instanceof Expression.Chain chain
                    && chain.start() instanceof Expression.Name name
                    && name.name().equals("match");
            if (match) {
                throw Refusal.unsupported(evaluate.span(), "match", "write if and elif");
            }
        }
        return "";
    }

    /** A block: indented lines, or statements on the same line. */
    List<Statement> block(String owner) {
        tokens.expect(":", "a colon begins the block of \"" + owner + "\"");
        List<Statement> body = new ArrayList<>();
        if (!tokens.at(Kind.NEWLINE)) {
            simpleLine(body);
            return body;
        }
        tokens.next();
        if (!tokens.at(Kind.INDENT)) {
            throw Refusal.syntax(
                    tokens.span(),
                    "indentation",
                    "the block of \"" + owner + "\" is missing",
                    "an indented line",
                    "write pass for an empty block");
        }
        tokens.next();
        while (!tokens.at(Kind.DEDENT) && !tokens.at(Kind.END)) {
            if (tokens.at(Kind.INDENT)) {
                throw Refusal.syntax(tokens.span(), "indentation", "this line is indented deeper than its block");
            }
            statement(body);
        }
        if (tokens.at(Kind.DEDENT)) {
            tokens.next();
        }
        return body;
    }

    private Statement simple() {
        SourceSpan start = tokens.span();
        if (!tokens.at(Kind.KEYWORD)) {
            return expressionStatement(start);
        }
        return switch (tokens.peek().text()) {
            case "pass" -> new Statement.Pass(word());
            case "break" -> new Statement.Break(inLoop(word(), "break"));
            case "continue" -> new Statement.Continue(inLoop(word(), "continue"));
            case "return" -> returned(start);
            case "raise" -> raised(start);
            case "assert" -> asserted(start);
            case "del" -> deleted(start);
            case "global", "nonlocal" -> declared(start);
            case "import" -> imports.plain();
            case "from" -> imports.from();
            default -> expressionStatement(start);
        };
    }

    private SourceSpan word() {
        return tokens.next().span();
    }

    private SourceSpan inLoop(SourceSpan span, String word) {
        if (!scopes.inLoop()) {
            throw Refusal.syntax(span, word, "\"" + word + "\" stands outside of a loop");
        }
        return span;
    }

    private Statement returned(SourceSpan start) {
        tokens.next();
        if (!scopes.inFunction()) {
            throw Refusal.syntax(start, "return", "\"return\" stands outside of a function");
        }
        Optional<Expression> value =
                expressions.beginsExpression() ? Optional.of(expressions.tupleOrSingle()) : Optional.empty();
        return new Statement.Return(value, tokens.since(start));
    }

    private Statement raised(SourceSpan start) {
        tokens.next();
        Optional<Expression> exception = Optional.empty();
        Optional<Expression> cause = Optional.empty();
        if (expressions.beginsExpression()) {
            exception = Optional.of(expressions.expression());
            cause = tokens.takeWord("from") ? Optional.of(expressions.expression()) : Optional.empty();
        }
        return new Statement.Raise(exception, cause, tokens.since(start));
    }

    private Statement asserted(SourceSpan start) {
        tokens.next();
        Expression condition = expressions.expression();
        Optional<Expression> message = tokens.take(",") ? Optional.of(expressions.expression()) : Optional.empty();
        return new Statement.Assert(condition, message, tokens.since(start));
    }

    private Statement deleted(SourceSpan start) {
        tokens.next();
        Expression list = expressions.tupleOrSingle();
        Target target = targets.read(list);
        List<Target> all = target instanceof Target.Unpacking unpacking ? unpacking.items() : List.of(target);
        return new Statement.Delete(all, tokens.since(start));
    }

    private Statement declared(SourceSpan start) {
        boolean global = tokens.next().text().equals("global");
        List<String> names = new ArrayList<>();
        do {
            SourceSpan span = tokens.span();
            String name = tokens.expectName("a name");
            names.add(name);
            if (global) {
                scopes.declareGlobal(name);
            } else {
                scopes.declareNonlocal(name, span);
            }
        } while (tokens.take(","));
        return new Statement.DeclareScope(names, tokens.since(start));
    }

    private Statement expressionStatement(SourceSpan start) {
        Expression first = valueOrYield();
        if (tokens.at("=")) {
            return assigned(first, start);
        }
        if (tokens.at(":") && isAnnotatable(first)) {
            return annotated(first, start);
        }
        Optional<BinaryOperator> operator = augmented();
        if (operator.isPresent()) {
            Target target = targets.read(first);
            if (target instanceof Target.Unpacking) {
                throw Refusal.syntax(first.span(), "target", "several values have no sum to assign");
            }
            tokens.next();
            Expression value = valueOrYield();
            return new Statement.AugmentedAssign(target, operator.get(), value, tokens.since(start));
        }
        return new Statement.Evaluate(first, tokens.since(start));
    }

    private static boolean isAnnotatable(Expression first) {
        return first instanceof Expression.Name
                || (first instanceof Expression.Chain chain
                        && !(chain.trailers().getLast() instanceof Trailer.Call));
    }

    private Statement assigned(Expression first, SourceSpan start) {
        List<Target> to = new ArrayList<>();
        Expression value = first;
        while (tokens.take("=")) {
            to.add(targets.read(value));
            value = valueOrYield();
        }
        return new Statement.Assign(to, value, tokens.since(start));
    }

    private Statement annotated(Expression first, SourceSpan start) {
        if (first instanceof Expression.Name name && name.name().equals("match")) {
            throw Refusal.unsupported(start, "match", "write if and elif");
        }
        tokens.next();
        expressions.expression();
        if (tokens.take("=")) {
            Target target = targets.read(first);
            return new Statement.DeclareAndAssign(target, valueOrYield(), tokens.since(start));
        }
        if (first instanceof Expression.Name name) {
            scopes.bind(name.name());
            return new Statement.Declare(name.name(), tokens.since(start));
        }
        return new Statement.Pass(tokens.since(start));
    }

    private Optional<BinaryOperator> augmented() {
        String text = tokens.at(Kind.OPERATOR) ? tokens.peek().text() : "";
        if (text.length() < 2 || !text.endsWith("=")) {
            return Optional.empty();
        }
        return ExpressionParser.operator(text.substring(0, text.length() - 1));
    }

    private Expression valueOrYield() {
        if (!tokens.atWord("yield")) {
            return expressions.tupleOrSingle();
        }
        SourceSpan start = tokens.next().span();
        if (!scopes.inFunction()) {
            throw Refusal.syntax(start, "yield", "\"yield\" stands outside of a function");
        }
        scopes.markGenerator();
        boolean from = tokens.takeWord("from");
        Optional<Expression> value =
                from || expressions.beginsExpression() ? Optional.of(expressions.tupleOrSingle()) : Optional.empty();
        return new Expression.Yield(value, from, tokens.since(start));
    }
}
