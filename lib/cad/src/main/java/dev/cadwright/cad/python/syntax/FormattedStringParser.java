package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Expression.FormattedString;
import dev.cadwright.cad.python.syntax.Expression.FormattedString.Piece;
import java.util.ArrayList;
import java.util.List;

/** Takes f-strings apart. Their fields follow the rules of Python 3.11: no backslash and no quote of the string's own. */
final class FormattedStringParser {
    private static final int DEEPEST_SPECIFICATION = 2;

    private final String text;
    private final Scopes scopes;
    private final Depth depth;
    private SourceText source;
    private boolean raw;
    private SourceSpan whole;

    FormattedStringParser(String text, Scopes scopes, Depth depth) {
        this.text = text;
        this.scopes = scopes;
        this.depth = depth;
    }

    List<Piece> pieces(Token token) {
        Token.Body body = token.body();
        source = new SourceText(text, body.start(), body.end(), body.line(), body.column());
        raw = body.raw();
        whole = token.span();
        return pieces(0);
    }

    /** Up to the end of the string, or within a specification up to the brace that closes the field. */
    private List<Piece> pieces(int level) {
        List<Piece> pieces = new ArrayList<>();
        int start = source.position();
        StringBuilder literal = new StringBuilder();
        while (!source.atEnd() && !(level > 0 && source.peek() == '}')) {
            char here = source.peek();
            if (here == '\\' && !raw && source.peek(1) == 'N' && source.peek(2) == '{') {
                source.skip(3);
                while (!source.atEnd() && source.peek() != '}') {
                    source.advance();
                }
            } else if ((here == '{' || here == '}') && source.peek(1) == here && level == 0) {
                literal.append(decoded(start)).append(here);
                source.skip(2);
                start = source.position();
                continue;
            } else if (here == '{') {
                literal.append(decoded(start));
                addText(pieces, literal);
                field(pieces, level);
                start = source.position();
                continue;
            } else if (here == '}') {
                throw Refusal.syntax(source.here(), "string", "a single } in an f-string", "", "write }}");
            }
            if (!source.atEnd()) {
                source.advance();
            }
        }
        literal.append(decoded(start));
        addText(pieces, literal);
        return pieces;
    }

    private String decoded(int start) {
        String part = StringReader.lines(source.since(start));
        return raw ? part : Escapes.decode(part, whole);
    }

    private static void addText(List<Piece> pieces, StringBuilder literal) {
        if (!literal.isEmpty()) {
            pieces.add(new FormattedString.Text(literal.toString()));
            literal.setLength(0);
        }
    }

    private void field(List<Piece> pieces, int level) {
        if (level >= DEEPEST_SPECIFICATION) {
            throw Refusal.limit(source.here(), "nesting", "the fields of an f-string are nested too deep");
        }
        source.skip(1);
        int start = source.position();
        SourceText field = new SourceText(text, start, FieldEnd.find(source, whole), source.line(), source.column());
        Expression value = expression(field);
        while (source.position() < field.position() || isBlank(source.peek())) {
            source.advance();
        }
        boolean shown = source.peek() == '=';
        if (shown) {
            source.skip(1);
            while (isBlank(source.peek())) {
                source.advance();
            }
            pieces.add(new FormattedString.Text(StringReader.lines(source.since(start))));
        }
        char conversion = conversion();
        List<Piece> specification = List.of();
        boolean specified = source.peek() == ':';
        if (specified) {
            source.skip(1);
            specification = pieces(level + 1);
        }
        if (source.peek() != '}') {
            throw Refusal.syntax(source.here(), "string", "this field of an f-string does not end", "\"}\"", "");
        }
        source.skip(1);
        boolean plain = shown && !specified && conversion == ' ';
        pieces.add(new FormattedString.Field(value, plain ? 'r' : conversion, specification));
    }

    private char conversion() {
        if (source.peek() != '!') {
            return ' ';
        }
        char conversion = source.peek(1);
        if (conversion != 'r' && conversion != 's' && conversion != 'a') {
            throw Refusal.syntax(source.here(), "string", "an unknown conversion", "!r, !s or !a", "");
        }
        source.skip(2);
        return conversion;
    }

    private Expression expression(SourceText field) {
        if (field.atEnd()) {
            throw Refusal.syntax(whole, "string", "an f-string has an empty field", "an expression", "");
        }
        Tokens tokens = new Tokens(Lexer.ofExpression(field));
        depth.enter(whole);
        Expression value = new ExpressionParser(tokens, scopes, text, depth).tupleOrSingle();
        depth.leave();
        if (!tokens.at(Token.Kind.END)) {
            throw tokens.unexpected("the end of the field", "");
        }
        return value;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
