package dev.cadwright.neural.tokenizer.jinja;

import dev.cadwright.neural.tokenizer.jinja.Statement.Assign;
import dev.cadwright.neural.tokenizer.jinja.Statement.Branch;
import dev.cadwright.neural.tokenizer.jinja.Statement.Parameter;
import dev.cadwright.neural.tokenizer.jinja.Statement.Target;
import dev.cadwright.neural.tokenizer.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The whole template: data, outputs and blocks. */
final class StatementParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private int loops;

    private StatementParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
    }

    static List<Statement> parse(String source) {
        StatementParser parser = new StatementParser(new TokenStream(Lexer.tokens(source)));
        List<Statement> statements = parser.body(Set.of());
        if (!parser.tokens.is(Kind.END)) {
            throw parser.tokens.unexpected("the end of the template");
        }
        return statements;
    }

    /** Statements up to a block whose name is one of these; its {@code {%} is consumed, its name is not. */
    private List<Statement> body(Set<String> ends) {
        tokens.enter();
        List<Statement> statements = new ArrayList<>();
        while (!tokens.is(Kind.END)) {
            if (tokens.is(Kind.DATA)) {
                statements.add(new Statement.Data(tokens.next().text()));
            } else if (tokens.is(Kind.VARIABLE_BEGIN)) {
                tokens.next();
                statements.add(new Statement.Output(expressions.tuple()));
                tokens.expect(Kind.VARIABLE_END);
            } else if (ends.contains(tokens.ahead().text())) {
                tokens.next();
                tokens.leave();
                return List.copyOf(statements);
            } else {
                tokens.next();
                statements.add(block());
            }
        }
        if (!ends.isEmpty()) {
            throw tokens.unexpected("one of " + ends);
        }
        tokens.leave();
        return List.copyOf(statements);
    }

    private List<Statement> bodyToEnd(String end) {
        tokens.expect(Kind.BLOCK_END);
        List<Statement> body = body(Set.of(end));
        tokens.next();
        tokens.expect(Kind.BLOCK_END);
        return body;
    }

    private Statement block() {
        Token name = tokens.next();
        return switch (name.text()) {
            case "for" -> loop();
            case "if" -> condition();
            case "set" -> assignment();
            case "macro" -> macro();
            case "call" -> call();
            case "filter" -> filterBlock();
            case "with" -> with();
            case "generation" -> new Statement.Generation(bodyToEnd("endgeneration"));
            case "break" -> inLoop(name, new Statement.Break());
            case "continue" -> inLoop(name, new Statement.Continue());
            default ->
                throw TemplateException.syntax(
                        name.line(), "\"" + name.text() + "\" is no statement of a chat template");
        };
    }

    private Statement inLoop(Token name, Statement statement) {
        if (loops == 0) {
            throw TemplateException.syntax(name.line(), name.text() + " outside of a loop");
        }
        tokens.expect(Kind.BLOCK_END);
        return statement;
    }

    private Statement loop() {
        Target target = targets("in");
        tokens.expectName("in");
        Expression in = expressions.withoutCondition();
        Expression filter = tokens.skipName("if") ? expressions.expression() : null;
        if (tokens.isName("recursive")) {
            throw TemplateException.syntax(tokens.current().line(), "recursive loops are not supported");
        }
        tokens.expect(Kind.BLOCK_END);
        loops++;
        List<Statement> body = body(Set.of("endfor", "else"));
        loops--;
        boolean otherwise = tokens.next().text().equals("else");
        List<Statement> alternative = otherwise ? bodyToEnd("endfor") : List.of();
        if (!otherwise) {
            tokens.expect(Kind.BLOCK_END);
        }
        return new Statement.For(target, in, filter, body, alternative);
    }

    private Statement condition() {
        List<Branch> branches = new ArrayList<>();
        while (true) {
            Expression condition = expressions.tuple();
            tokens.expect(Kind.BLOCK_END);
            branches.add(new Branch(condition, body(Set.of("elif", "else", "endif"))));
            switch (tokens.next().text()) {
                case "elif" -> {}
                case "else" -> {
                    return new Statement.If(List.copyOf(branches), bodyToEnd("endif"));
                }
                default -> {
                    tokens.expect(Kind.BLOCK_END);
                    return new Statement.If(List.copyOf(branches), List.of());
                }
            }
        }
    }

    private Statement assignment() {
        Target target = targets("=");
        if (tokens.skipOperator("=")) {
            Expression value = expressions.tuple();
            tokens.expect(Kind.BLOCK_END);
            return new Assign(target, value);
        }
        Expression filter = filterChain();
        return new Statement.AssignBlock(target, filter, bodyToEnd("endset"));
    }

    private Expression filterChain() {
        Expression filter = null;
        while (tokens.skipOperator("|")) {
            filter = expressions.filter(filter);
        }
        return filter;
    }

    private Target targets(String end) {
        List<Target> targets = new ArrayList<>();
        boolean several = false;
        do {
            if (tokens.isName(end) || tokens.isOperator(end)) {
                break;
            }
            targets.add(target());
            several |= tokens.isOperator(",");
        } while (tokens.skipOperator(","));
        if (targets.isEmpty()) {
            throw tokens.unexpected("a name");
        }
        return several ? new Target.Several(List.copyOf(targets)) : targets.getFirst();
    }

    private Target target() {
        if (tokens.skipOperator("(")) {
            Target inner = targets(")");
            tokens.expectOperator(")");
            return inner;
        }
        String name = tokens.name();
        return tokens.skipOperator(".") ? new Target.Member(name, tokens.name()) : new Target.Variable(name);
    }

    private Statement macro() {
        String name = tokens.name();
        List<Parameter> parameters = parameters();
        return new Statement.Macro(name, parameters, loopless("endmacro"));
    }

    private List<Statement> loopless(String end) {
        int outside = loops;
        loops = 0;
        List<Statement> body = bodyToEnd(end);
        loops = outside;
        return body;
    }

    private List<Parameter> parameters() {
        tokens.expectOperator("(");
        List<Parameter> parameters = new ArrayList<>();
        while (!tokens.isOperator(")")) {
            String name = tokens.name();
            parameters.add(new Parameter(name, tokens.skipOperator("=") ? expressions.expression() : null));
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        tokens.expectOperator(")");
        return List.copyOf(parameters);
    }

    private Statement call() {
        List<Parameter> parameters = tokens.isOperator("(") ? parameters() : List.of();
        int line = tokens.current().line();
        if (!(expressions.expression() instanceof Expression.Call call)) {
            throw TemplateException.syntax(line, "a call block needs a call");
        }
        return new Statement.CallBlock(call, new Statement.Macro("caller", parameters, loopless("endcall")));
    }

    private Statement filterBlock() {
        Expression filter = expressions.filter(null);
        while (tokens.skipOperator("|")) {
            filter = expressions.filter(filter);
        }
        return new Statement.FilterBlock(filter, bodyToEnd("endfilter"));
    }

    private Statement with() {
        List<Assign> assignments = new ArrayList<>();
        while (!tokens.is(Kind.BLOCK_END)) {
            Target target = target();
            tokens.expectOperator("=");
            assignments.add(new Assign(target, expressions.expression()));
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        return new Statement.With(List.copyOf(assignments), bodyToEnd("endwith"));
    }
}
