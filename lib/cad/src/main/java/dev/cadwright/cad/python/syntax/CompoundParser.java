package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code if}, {@code for}, {@code while}, {@code try} and {@code with}. */
final class CompoundParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final TargetReader targets;
    private final DisplayParser displays;

    CompoundParser(Tokens tokens, Scopes scopes, ExpressionParser expressions, StatementParser statements) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.expressions = expressions;
        this.statements = statements;
        this.targets = new TargetReader(scopes);
        this.displays = new DisplayParser(tokens, scopes, expressions);
    }

    Optional<Statement> find() {
        Token token = tokens.peek();
        if (token.kind() == Kind.NAME && token.text().equals("match")) {
            requireNoMatch(token);
            return Optional.empty();
        }
        if (token.kind() != Kind.KEYWORD) {
            return Optional.empty();
        }
        return switch (token.text()) {
            case "if" -> Optional.of(branches());
            case "for" -> Optional.of(forLoop());
            case "while" -> Optional.of(whileLoop());
            case "try" -> Optional.of(attempt());
            case "with" -> Optional.of(with());
            case "async" -> throw Refusal.unsupported(token.span(), "async", "");
            case "elif", "else", "except", "finally" ->
                throw tokens.unexpected("a statement", "there is no block before it that it could belong to");
            default -> Optional.empty();
        };
    }

    private void requireNoMatch(Token token) {
        Kind next = tokens.peekSecond().kind();
        if (next == Kind.NAME || next == Kind.NUMBER || next == Kind.STRING || next == Kind.FORMATTED_STRING) {
            throw Refusal.unsupported(token.span(), "match", "write if and elif");
        }
    }

    private Statement branches() {
        SourceSpan start = tokens.span();
        List<Statement.If.Branch> branches = new ArrayList<>();
        String word = "if";
        while (tokens.takeWord(word)) {
            Expression condition = expressions.named();
            requireNoAssignment();
            branches.add(new Statement.If.Branch(Optional.of(condition), statements.block(word)));
            word = "elif";
        }
        if (tokens.takeWord("else")) {
            if (tokens.atWord("if")) {
                throw tokens.unexpected("\":\"", "write elif");
            }
            branches.add(new Statement.If.Branch(Optional.empty(), statements.block("else")));
        }
        return new Statement.If(branches, tokens.since(start));
    }

    private Statement forLoop() {
        SourceSpan start = tokens.next().span();
        Target target = targets.read(displays.targetList());
        tokens.expectWord("in");
        Expression iterable = expressions.tupleOrSingle();
        List<Statement> body = loopBody("for");
        return new Statement.For(target, iterable, body, otherwise(), tokens.since(start));
    }

    private Statement whileLoop() {
        SourceSpan start = tokens.next().span();
        Expression condition = expressions.named();
        requireNoAssignment();
        List<Statement> body = loopBody("while");
        return new Statement.While(condition, body, otherwise(), tokens.since(start));
    }

    private void requireNoAssignment() {
        if (tokens.at("=")) {
            throw tokens.unexpected("\":\"", "write == to compare");
        }
    }

    private List<Statement> loopBody(String owner) {
        scopes.enterLoop();
        List<Statement> body = statements.block(owner);
        scopes.leaveLoop();
        return body;
    }

    private List<Statement> otherwise() {
        return tokens.takeWord("else") ? statements.block("else") : List.of();
    }

    private Statement attempt() {
        SourceSpan start = tokens.next().span();
        List<Statement> body = statements.block("try");
        List<Statement.Try.Handler> handlers = new ArrayList<>();
        while (tokens.atWord("except")) {
            if (!handlers.isEmpty() && handlers.getLast().type().isEmpty()) {
                throw tokens.unexpected("\"else\" or \"finally\"", "an \"except\" without a type comes last");
            }
            handlers.add(handler());
        }
        List<Statement> otherwise = handlers.isEmpty() ? List.of() : otherwise();
        List<Statement> last = tokens.takeWord("finally") ? statements.block("finally") : List.of();
        if (handlers.isEmpty() && last.isEmpty()) {
            throw tokens.unexpected("\"except\" or \"finally\"", "");
        }
        return new Statement.Try(body, handlers, otherwise, last, tokens.since(start));
    }

    private Statement.Try.Handler handler() {
        SourceSpan start = tokens.next().span();
        if (tokens.at("*")) {
            throw Refusal.unsupported(tokens.span(), "except*", "");
        }
        Optional<Expression> type = Optional.empty();
        Optional<String> name = Optional.empty();
        if (!tokens.at(":")) {
            type = Optional.of(expressions.expression());
            if (tokens.at(",")) {
                throw tokens.unexpected("\":\" or \"as\"", "put several types in parentheses");
            }
            if (tokens.takeWord("as")) {
                name = Optional.of(tokens.expectName("a name"));
                scopes.bind(name.get());
            }
        }
        SourceSpan span = tokens.since(start);
        return new Statement.Try.Handler(type, name, statements.block("except"), span);
    }

    private Statement with() {
        SourceSpan start = tokens.next().span();
        List<Statement.With.Item> items = new ArrayList<>();
        do {
            Expression context = expressions.expression();
            Optional<Target> target = tokens.takeWord("as")
                    ? Optional.of(targets.read(expressions.primaries().primary()))
                    : Optional.empty();
            items.add(new Statement.With.Item(context, target));
        } while (tokens.take(","));
        SourceSpan span = tokens.since(start);
        return new Statement.With(items, statements.block("with"), span);
    }
}
