package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Token.Kind;

/** The tokens of a text as the parser reads them, with one token of foresight. */
final class Tokens {
    private final Lexer lexer;
    private Token current;
    private Token following;
    private SourceSpan last = SourceSpan.NONE;

    Tokens(Lexer lexer) {
        this.lexer = lexer;
        this.current = lexer.next();
    }

    Token peek() {
        return current;
    }

    Token peekSecond() {
        if (following == null) {
            following = lexer.next();
        }
        return following;
    }

    Token next() {
        Token token = current;
        last = token.span();
        current = following == null ? lexer.next() : following;
        following = null;
        return token;
    }

    boolean at(String operator) {
        return current.isOperator(operator);
    }

    boolean atWord(String keyword) {
        return current.isKeyword(keyword);
    }

    boolean at(Kind kind) {
        return current.kind() == kind;
    }

    boolean take(String operator) {
        if (current.isOperator(operator)) {
            next();
            return true;
        }
        return false;
    }

    boolean takeWord(String keyword) {
        if (current.isKeyword(keyword)) {
            next();
            return true;
        }
        return false;
    }

    Token expect(String operator, String hint) {
        if (!current.isOperator(operator)) {
            throw unexpected("\"" + operator + "\"", hint);
        }
        return next();
    }

    void expectWord(String keyword) {
        if (!takeWord(keyword)) {
            throw unexpected("\"" + keyword + "\"", "");
        }
    }

    String expectName(String expectation) {
        if (current.kind() == Kind.KEYWORD) {
            throw unexpected(expectation, "\"" + current.text() + "\" is a word of the language");
        }
        if (current.kind() != Kind.NAME) {
            throw unexpected(expectation, "");
        }
        return next().text();
    }

    Refusal unexpected(String expectation, String hint) {
        return Refusal.syntax(
                current.span(), "unexpected", current.describe() + " cannot stand here", expectation, hint);
    }

    SourceSpan span() {
        return current.span();
    }

    /** From a beginning to the end of the token that was read last. */
    SourceSpan since(SourceSpan start) {
        return new SourceSpan(start.line(), start.column(), last.endLine(), last.endColumn());
    }
}
