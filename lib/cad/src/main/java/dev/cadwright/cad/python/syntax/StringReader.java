package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Token.Kind;
import java.util.Locale;

/** Reads string literals with their prefixes, in one quote or three. */
final class StringReader {
    private static final int LONGEST_PREFIX = 2;

    private final SourceText source;
    private final int line;
    private final int column;

    StringReader(SourceText source) {
        this.source = source;
        this.line = source.line();
        this.column = source.column();
    }

    /** Whether a quote stands here, or a prefix and a quote. */
    static boolean startsString(SourceText source) {
        int length = 0;
        while (length <= LONGEST_PREFIX) {
            char here = source.peek(length);
            if (here == '"' || here == '\'') {
                return true;
            }
            if ("rRbBuUfF".indexOf(here) < 0 || here == SourceText.NONE) {
                return false;
            }
            length++;
        }
        return false;
    }

    Token read() {
        int start = source.position();
        while (source.peek() != '"' && source.peek() != '\'') {
            source.skip(1);
        }
        String prefix = source.since(start).toLowerCase(Locale.ROOT);
        boolean raw = prefix.contains("r");
        boolean formatted = prefix.contains("f");
        requireKnown(prefix);
        char quote = source.peek();
        String quotes = source.startsWith(String.valueOf(quote).repeat(3))
                ? String.valueOf(quote).repeat(3)
                : "" + quote;
        source.skip(quotes.length());
        Token.Body body = body(quotes, raw);
        SourceSpan span = source.spanFrom(line, column);
        if (formatted) {
            return new Token(Kind.FORMATTED_STRING, "", null, body, span);
        }
        String text = source.text().substring(body.start(), body.end());
        return new Token(Kind.STRING, raw ? lines(text) : Escapes.decode(lines(text), span), span);
    }

    private void requireKnown(String prefix) {
        switch (prefix) {
            case "", "r", "u", "f", "fr", "rf" -> {}
            case "b", "br", "rb" -> throw Refusal.unsupported(source.here(), "b\"…\"", "there are no bytes");
            default -> throw Refusal.syntax(source.here(), "string", "\"" + prefix + "\" is no prefix of a string");
        }
    }

    private Token.Body body(String quotes, boolean raw) {
        int bodyLine = source.line();
        int bodyColumn = source.column();
        int start = source.position();
        while (!source.startsWith(quotes)) {
            if (source.atEnd() || (quotes.length() == 1 && source.atLineEnd())) {
                throw Refusal.syntax(
                        source.spanFrom(line, column),
                        "string",
                        quotes.length() == 1 ? "this string does not end on its line" : "this string does not end",
                        quotes,
                        "");
            }
            if (source.peek() == '\\' && source.peek(1) != SourceText.NONE) {
                source.skip(1);
            }
            source.advance();
        }
        int end = source.position();
        source.skip(quotes.length());
        return new Token.Body(start, end, bodyLine, bodyColumn, raw);
    }

    /** Line ends as Python sees them. */
    static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
