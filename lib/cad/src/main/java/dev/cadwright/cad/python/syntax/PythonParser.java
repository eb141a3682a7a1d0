package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.python.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads programs of the Python subset, with the grammar of Python 3.11. Outside of it, and {@code unsupported} by name:
 * bytes and imaginary literals, {@code match}, {@code async} and {@code await}, {@code except*}, and {@code yield} within
 * an expression. Time and memory are linear in the text.
 */
public final class PythonParser {
    /** The longest program, in UTF-16 units. */
    public static final int LONGEST_PROGRAM = 1 << 20;

    private PythonParser() {}

    /**
     * Reads a program. Text that does not read gives a diagnostic, never an exception: {@code syntax.*} for what is no
     * Python, {@code unsupported.python} for what is, {@code limit.*} for what is too long or nested too deep.
     */
    public static Parse<ModuleTree> parse(String text) {
        if (text.length() > LONGEST_PROGRAM) {
            return Parse.failed(
                    new Diagnostic("limit.size", "a program has at most " + LONGEST_PROGRAM + " characters", 1, 1, ""));
        }
        try {
            return new Parse.Ok<>(module(text));
        } catch (Refusal refusal) {
            return Parse.failed(refusal.diagnostic());
        }
    }

    /**
     * What is a program, for constrained decoding, as far as rules can say it: blocks are indented by four spaces and at
     * most {@value PythonGrammar#DEEPEST} deep, names are of ASCII letters, the fields of f-strings are simple.
     */
    public static Grammar grammar() {
        return PythonGrammar.grammar();
    }

    private static ModuleTree module(String text) {
        Tokens tokens = new Tokens(Lexer.ofProgram(text));
        Scopes scopes = new Scopes();
        ExpressionParser expressions = new ExpressionParser(tokens, scopes, text, new Depth());
        StatementParser statements = new StatementParser(tokens, scopes, expressions);
        List<Statement> body = new ArrayList<>();
        while (!tokens.at(Kind.END)) {
            if (tokens.at(Kind.INDENT)) {
                SourceSpan span = tokens.span();
                throw Refusal.syntax(span, "indentation", "this line is indented without a block to belong to");
            }
            statements.statement(body);
        }
        return new ModuleTree(body, scopes.definesCode());
    }
}
