package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads functions and classes with their decorators. */
final class DefinitionParser {
    private final Tokens tokens;
    private final Scopes scopes;
    private final ExpressionParser expressions;
    private final StatementParser statements;

    DefinitionParser(Tokens tokens, Scopes scopes, ExpressionParser expressions, StatementParser statements) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.expressions = expressions;
        this.statements = statements;
    }

    Optional<Statement> find() {
        if (tokens.at("@")) {
            return Optional.of(decorated());
        }
        if (tokens.atWord("def")) {
            return Optional.of(function(List.of()));
        }
        return tokens.atWord("class") ? Optional.of(definedClass(List.of())) : Optional.empty();
    }

    private Statement decorated() {
        List<Expression> decorators = new ArrayList<>();
        while (tokens.take("@")) {
            decorators.add(expressions.named());
            if (!tokens.at(Kind.NEWLINE)) {
                throw tokens.unexpected("the end of the line", "");
            }
            tokens.next();
        }
        if (tokens.atWord("def")) {
            return function(decorators);
        }
        if (tokens.atWord("class")) {
            return definedClass(decorators);
        }
        if (tokens.atWord("async")) {
            throw Refusal.unsupported(tokens.span(), "async", "");
        }
        throw tokens.unexpected("\"def\" or \"class\"", "a decorator stands before a function or a class");
    }

    private Statement function(List<Expression> decorators) {
        SourceSpan start = tokens.next().span();
        String name = tokens.expectName("the name of the function");
        scopes.bind(name);
        String qualified = scopes.qualified(name);
        tokens.expect("(", "");
        List<FunctionTree.Parameter> parameters =
                expressions.primaries().parameters().untilParenthesis();
        tokens.expect(")", "");
        if (tokens.take("->")) {
            expressions.expression();
        }
        SourceSpan span = tokens.since(start);
        scopes.enter(Scopes.Kind.FUNCTION, name);
        parameters.forEach(parameter -> scopes.bind(parameter.name()));
        List<Statement> body = statements.block("def");
        boolean generator = scopes.isGenerator();
        FunctionTree function = new FunctionTree(name, qualified, parameters, body, scopes.leave(), generator, span);
        return new Statement.Define(function, decorators, span);
    }

    private Statement definedClass(List<Expression> decorators) {
        SourceSpan start = tokens.next().span();
        String name = tokens.expectName("the name of the class");
        scopes.bind(name);
        List<Trailer.Argument> bases = tokens.at("(") ? expressions.primaries().arguments() : List.of();
        SourceSpan span = tokens.since(start);
        scopes.enter(Scopes.Kind.CLASS, name);
        List<Statement> body = statements.block("class");
        return new Statement.DefineClass(name, bases, body, scopes.leave(), decorators, span);
    }
}
