package dev.cadwright.neural.tokenizer.jinja;

import dev.cadwright.neural.tokenizer.jinja.Token.Kind;
import java.util.List;

/** The tokens of a template, read once, with a bound on how deeply what is read may nest. */
final class TokenStream {
    private static final int DEEPEST = 100;

    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(at);
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    boolean isOperator(String text) {
        return current().is(Kind.OPERATOR, text);
    }

    boolean isName(String text) {
        return current().is(Kind.NAME, text);
    }

    boolean is(Kind kind) {
        return current().kind() == kind;
    }

    boolean skipOperator(String text) {
        boolean there = isOperator(text);
        if (there) {
            next();
        }
        return there;
    }

    boolean skipName(String text) {
        boolean there = isName(text);
        if (there) {
            next();
        }
        return there;
    }

    void expectOperator(String text) {
        if (!skipOperator(text)) {
            throw unexpected("\"" + text + "\"");
        }
    }

    void expectName(String text) {
        if (!skipName(text)) {
            throw unexpected("\"" + text + "\"");
        }
    }

    String name() {
        if (!is(Kind.NAME)) {
            throw unexpected("a name");
        }
        return next().text();
    }

    void expect(Kind kind) {
        if (!is(kind)) {
            throw unexpected(kind == Kind.BLOCK_END ? "\"%}\"" : "\"}}\"");
        }
        next();
    }

    TemplateException unexpected(String wanted) {
        Token token = current();
        String found = token.kind() == Kind.END ? "the end of the template" : "\"" + token.text() + "\"";
        return TemplateException.syntax(token.line(), "expected " + wanted + ", found " + found);
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw TemplateException.syntax(current().line(), "nested too deeply");
        }
    }

    void leave() {
        depth--;
    }
}
