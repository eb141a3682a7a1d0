package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.openscad.Statement.Branch;
import dev.cadwright.cad.openscad.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads statements. */
final class StatementReader {
    static final Set<String> MODULE_WORDS = Set.of("for", "let", "assert", "echo", "each");

    private final TokenStream tokens;
    private final ExpressionReader expressions;

    StatementReader(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionReader(tokens);
    }

    ScadProgram program() {
        List<Statement> statements = new ArrayList<>();
        while (tokens.peek().kind() != Kind.END) {
            statement().ifPresent(statements::add);
        }
        return new ScadProgram(statements);
    }

    /** Empty for a lone semicolon. */
    private Optional<Statement> statement() {
        Token first = tokens.peek();
        if (tokens.takeIf(";")) {
            return Optional.empty();
        }
        tokens.enter();
        Statement statement;
        if (first.kind() == Kind.INCLUDE || first.kind() == Kind.USE) {
            statement = file(tokens.take());
        } else if (tokens.takeIf("{")) {
            statement = new Statement.Block(block(), tokens.since(first.span()));
        } else if (tokens.takeIf("module")) {
            statement = module(first.span());
        } else if (tokens.takeIf("function")) {
            statement = function(first.span());
        } else if (first.kind() == Kind.NAME && tokens.second().is("=")) {
            statement = assignment();
        } else {
            statement = instantiation();
        }
        tokens.leave();
        return Optional.of(statement);
    }

    private static Statement file(Token token) {
        return token.kind() == Kind.USE
                ? new Statement.Use(token.text(), token.span())
                : new Statement.Include(token.text(), token.span());
    }

    /** After the opening brace. */
    private List<Statement> block() {
        List<Statement> statements = new ArrayList<>();
        while (!tokens.takeIf("}")) {
            if (tokens.peek().kind() == Kind.END) {
                throw tokens.unexpected("}");
            }
            statement().ifPresent(statements::add);
        }
        return statements;
    }

    private Statement module(SourceSpan start) {
        String name = tokens.expectName("the name of the module");
        List<Parameter> parameters = expressions.parameters();
        List<Statement> body =
                tokens.takeIf("{") ? block() : statement().map(List::of).orElse(List.of());
        return new Statement.ModuleDefinition(name, parameters, body, tokens.since(start));
    }

    private Statement function(SourceSpan start) {
        String name = tokens.expectName("the name of the function");
        List<Parameter> parameters = expressions.parameters();
        tokens.expect("=");
        Expression body = expressions.read();
        tokens.expect(";");
        return new Statement.FunctionDefinition(name, parameters, body, tokens.since(start));
    }

    private Statement assignment() {
        Token name = tokens.take();
        tokens.expect("=");
        Expression value = expressions.read();
        tokens.expect(";");
        return new Statement.Assignment(name.text(), value, tokens.since(name.span()));
    }

    private Statement instantiation() {
        SourceSpan start = tokens.peek().span();
        StringBuilder modifiers = new StringBuilder();
        while (tokens.peek().kind() == Kind.SYMBOL
                && "!#%*".contains(tokens.peek().text())) {
            modifiers.append(tokens.take().text());
        }
        if (tokens.takeIf("if")) {
            return choice(modifiers.toString(), start);
        }
        Token name = tokens.peek();
        boolean named = name.kind() == Kind.NAME || (name.kind() == Kind.WORD && MODULE_WORDS.contains(name.text()));
        if (!named) {
            throw tokens.unexpected("a statement");
        }
        tokens.take();
        if (!tokens.peek().is("(")) {
            throw tokens.unexpected("( or =");
        }
        List<Argument> arguments = expressions.arguments();
        List<Statement> children = children();
        return new Statement.Instantiation(modifiers.toString(), name.text(), arguments, children, tokens.since(start));
    }

    private Statement choice(String modifiers, SourceSpan start) {
        List<Branch> branches = new ArrayList<>();
        branches.add(branch());
        while (tokens.takeIf("else")) {
            if (!tokens.takeIf("if")) {
                List<Statement> otherwise = children();
                return new Statement.Choice(modifiers, branches, Optional.of(otherwise), tokens.since(start));
            }
            branches.add(branch());
        }
        return new Statement.Choice(modifiers, branches, Optional.empty(), tokens.since(start));
    }

    private Branch branch() {
        tokens.expect("(");
        Expression condition = expressions.read();
        tokens.expect(")");
        return new Branch(condition, children());
    }

    /** A semicolon, a block, or one child. */
    private List<Statement> children() {
        if (tokens.takeIf(";")) {
            return List.of();
        }
        tokens.enter();
        List<Statement> children;
        if (tokens.takeIf("{")) {
            children = block();
        } else if (startsChild(tokens.peek())) {
            children = List.of(instantiation());
        } else {
            throw tokens.unexpected("; or { or a child");
        }
        tokens.leave();
        return children;
    }

    private static boolean startsChild(Token token) {
        return switch (token.kind()) {
            case NAME -> true;
            case WORD -> token.is("if") || MODULE_WORDS.contains(token.text());
            case SYMBOL -> "!#%*".contains(token.text());
            case NUMBER, STRING, INCLUDE, USE, END -> false;
        };
    }
}
