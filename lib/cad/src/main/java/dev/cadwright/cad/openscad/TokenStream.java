package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.openscad.Token.Kind;
import java.util.List;

/** The tokens of one program, read from front to back, and how deep the reader is nested. */
final class TokenStream {
    /** Deeper than people nest; shallow enough for every thread's stack. */
    static final int DEEPEST = 200;

    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token second() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean takeIf(String symbolOrWord) {
        if (peek().is(symbolOrWord)) {
            at++;
            return true;
        }
        return false;
    }

    Token expect(String symbol) {
        if (!peek().is(symbol)) {
            throw unexpected(symbol);
        }
        return take();
    }

    String expectName(String what) {
        if (peek().kind() != Kind.NAME) {
            throw unexpected(what);
        }
        return take().text();
    }

    Refusal unexpected(String expectation) {
        return Refusal.at(
                peek().span(),
                "syntax.unexpected",
                peek().shown() + " cannot stand here",
                expectation,
                hint(expectation));
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw Refusal.at(
                    peek().span(), "limit.depth", "nested deeper than " + DEEPEST + " levels", "", "name parts of it");
        }
    }

    void leave() {
        depth--;
    }

    /** From the start of one token to the end of the last one taken. */
    SourceSpan since(SourceSpan start) {
        SourceSpan last = tokens.get(Math.max(0, at - 1)).span();
        return new SourceSpan(start.line(), start.column(), last.endLine(), last.endColumn());
    }

    private String hint(String expectation) {
        if (expectation.contains(";")
                && at > 0
                && tokens.get(at - 1).span().endLine() < peek().span().line()) {
            return "the statement before may lack its \";\"";
        }
        if (peek().kind() == Kind.END) {
            return "something is not closed";
        }
        return peek().is("=") ? "\"==\" compares" : "";
    }
}
