package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Token.Kind;
import java.text.Normalizer;
import java.util.Set;

/** Cuts a program into tokens, one at a time, with Python's rules for lines and indentation. */
final class Lexer {
    static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");
    private static final String[] OPERATORS = {
        "**=", "//=", ">>=", "<<=", "...", "!=", "->", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", ":=", "==",
        "<=", ">=", "<<", ">>", "**", "//", "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[",
        "]", "{", "}", ",", ":", ".", ";", "="
    };

    private final SourceText source;
    private final Brackets brackets;
    private final Indentation indentation;
    private boolean lineBegins;
    private boolean lineHolds;

    private Lexer(SourceText source, boolean expressionOnly) {
        this.source = source;
        this.brackets = new Brackets(expressionOnly);
        this.indentation = new Indentation();
        this.lineBegins = !expressionOnly;
    }

    static Lexer ofProgram(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        return new Lexer(new SourceText(text, start, text.length(), 1, 1), false);
    }

    /** Reads a part of a program as if it stood in parentheses, as the fields of f-strings do. */
    static Lexer ofExpression(SourceText part) {
        return new Lexer(part, true);
    }

    /** The next token; {@link Kind#END} again and again at the end. @throws Refusal for text that is none */
    Token next() {
        if (lineBegins) {
            lineBegins = false;
            indentation.measure(source, brackets);
        }
        if (indentation.pending()) {
            return indentation.next(source.here());
        }
        skipBlanks();
        if (source.atEnd()) {
            return end();
        }
        if (source.atLineEnd()) {
            return newline();
        }
        lineHolds = true;
        return token(source.peek());
    }

    private Token token(char first) {
        int line = source.line();
        int column = source.column();
        if (isDigit(first) || (first == '.' && isDigit(source.peek(1)))) {
            Object number = new NumberReader(source).read();
            return new Token(Kind.NUMBER, "", number, null, source.spanFrom(line, column));
        }
        if (StringReader.startsString(source)) {
            return new StringReader(source).read();
        }
        if (isNameStart(source)) {
            return name(line, column);
        }
        return operator(line, column);
    }

    private Token end() {
        SourceSpan here = source.here();
        brackets.requireClosed(here);
        if (lineHolds && !brackets.expressionOnly()) {
            lineHolds = false;
            indentation.close();
            return new Token(Kind.NEWLINE, "", here);
        }
        return indentation.pending() ? indentation.next(here) : new Token(Kind.END, "", here);
    }

    private Token newline() {
        Token token = new Token(Kind.NEWLINE, "", source.here());
        source.advance();
        lineBegins = true;
        lineHolds = false;
        return token;
    }

    /** Blanks, comments, joined lines, and line ends that mean nothing. */
    private void skipBlanks() {
        while (!source.atEnd()) {
            char here = source.peek();
            if (here == ' ' || here == '\t' || here == '\f') {
                source.skip(1);
            } else if (here == '#') {
                source.skipToLineEnd();
            } else if (here == '\\' && (source.peek(1) == '\n' || source.peek(1) == '\r')) {
                source.skip(1);
                source.advance();
            } else if (source.atLineEnd() && brackets.open()) {
                source.advance();
            } else {
                return;
            }
        }
    }

    private Token name(int line, int column) {
        int start = source.position();
        boolean ascii = true;
        while (isNamePart(source)) {
            int here = source.text().codePointAt(source.position());
            ascii &= here < 128;
            source.skip(Character.charCount(here));
        }
        String name = source.since(start);
        if (!ascii) {
            name = Normalizer.normalize(name, Normalizer.Form.NFKC);
        }
        Kind kind = KEYWORDS.contains(name) ? Kind.KEYWORD : Kind.NAME;
        return new Token(kind, name, source.spanFrom(line, column));
    }

    private Token operator(int line, int column) {
        for (String operator : OPERATORS) {
            if (source.startsWith(operator)) {
                source.skip(operator.length());
                SourceSpan span = source.spanFrom(line, column);
                brackets.see(operator, span);
                return new Token(Kind.OPERATOR, operator, span);
            }
        }
        throw unknown();
    }

    private Refusal unknown() {
        int character = source.text().codePointAt(source.position());
        String hint =
                switch (character) {
                    case '`' -> "leave out the Markdown around the program";
                    case '\u201C', '\u201D' -> "write a straight quote \"";
                    case '\u2018', '\u2019' -> "write a straight quote '";
                    case '\u2013', '\u2212' -> "write a minus sign -";
                    case '\u00D7' -> "write *";
                    case '!' -> "write not";
                    case '\\' -> "a backslash joins lines only at the end of a line";
                    default -> "";
                };
        boolean visible = !Character.isISOControl(character)
                && !Character.isWhitespace(character)
                && Character.getType(character) != Character.SURROGATE;
        String shown = visible ? "\"" + Character.toString(character) + "\"" : "U+%04X".formatted(character);
        return Refusal.syntax(source.here(), "character", "the character " + shown + " has no meaning here", "", hint);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNameStart(SourceText source) {
        char here = source.peek();
        if (here < 128) {
            return (here >= 'a' && here <= 'z') || (here >= 'A' && here <= 'Z') || here == '_';
        }
        return !source.atEnd()
                && Character.isUnicodeIdentifierStart(source.text().codePointAt(source.position()));
    }

    private static boolean isNamePart(SourceText source) {
        char here = source.peek();
        if (here < 128) {
            return isNameStart(source) || isDigit(here);
        }
        if (source.atEnd()) {
            return false;
        }
        int character = source.text().codePointAt(source.position());
        return Character.isUnicodeIdentifierPart(character) && !Character.isIdentifierIgnorable(character);
    }
}
