package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.openscad.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Text to tokens, following the lexer of OpenSCAD. */
final class ScadLexer {
    static final int MOST_TOKENS = 2_000_000;

    static final Set<String> WORDS = Set.of(
            "module", "function", "if", "else", "let", "assert", "echo", "for", "each", "true", "false", "undef");
    private static final List<String> PAIRS = List.of("<=", ">=", "==", "!=", "&&", "||", "<<", ">>");
    private static final String SINGLES = "+-*/%^<>!~&|?:=;,.()[]{}#";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private ScadLexer(String text) {
        this.text = text;
    }

    /** Ends with a token of kind {@link Kind#END}. */
    static List<Token> read(String text) {
        ScadLexer lexer = new ScadLexer(text);
        while (lexer.skipSpace()) {
            lexer.next();
            if (lexer.tokens.size() > MOST_TOKENS) {
                throw Refusal.at(lexer.here(1), "limit.tokens", "the program is too long", "", "");
            }
        }
        lexer.tokens.add(new Token(Kind.END, "", 0, lexer.here(0)));
        return lexer.tokens;
    }

    private void next() {
        char character = text.charAt(at);
        if (character == '"') {
            string();
        } else if (isDigit(character) || (character == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            number();
        } else if (isNameStart(character)) {
            name();
        } else {
            symbol();
        }
    }

    /** Passes white space and comments; false at the end. */
    private boolean skipSpace() {
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '\n') {
                newLine(at++);
            } else if (" \t\r\u00a0\ufeff".indexOf(character) >= 0) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (character == '\u0003') {
                // The tool stops reading here.
                return false;
            } else {
                return true;
            }
        }
        return false;
    }

    private void comment() {
        SourceSpan start = here(2);
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw Refusal.at(start, "syntax.comment", "the comment has no end", "*/", "");
        }
        countLines(at, end);
        at = end + 2;
    }

    private void string() {
        SourceSpan start = here(1);
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char character = text.charAt(at);
            if (character == '\\') {
                at += ScadEscapes.read(text, at, value);
            } else {
                if (character == '\n') {
                    newLine(at);
                }
                value.append(character);
                at++;
            }
        }
        if (at >= text.length()) {
            throw Refusal.at(start, "syntax.text", "the text has no end", "\"", "");
        }
        at++;
        add(Kind.STRING, value.toString(), 0, start);
    }

    private void number() {
        int begin = at;
        SourceSpan start = here(1);
        if (text.startsWith("0x", at) && at + 2 < text.length() && Character.digit(text.charAt(at + 2), 16) >= 0) {
            at += 2;
            double value = 0;
            for (; at < text.length() && Character.digit(text.charAt(at), 16) >= 0; at++) {
                value = 16 * value + Character.digit(text.charAt(at), 16);
            }
            add(Kind.NUMBER, text.substring(begin, at), value, start);
            return;
        }
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        exponent();
        if (at < text.length()
                && isNameStart(text.charAt(at))
                && !text.substring(begin, at).contains(".")) {
            // Names may begin with a digit, though the tool says that they will not for long.
            passName();
            add(Kind.NAME, text.substring(begin, at), 0, start);
            return;
        }
        String digits = text.substring(begin, at);
        add(Kind.NUMBER, digits, Double.parseDouble(digits), start);
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private void exponent() {
        int mark = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            if (at < text.length() && isDigit(text.charAt(at))) {
                digits();
            } else {
                at = mark;
            }
        }
    }

    private void name() {
        int begin = at;
        SourceSpan start = here(1);
        at++;
        passName();
        String name = text.substring(begin, at);
        if (name.equals("include") || name.equals("use")) {
            int bracket = at;
            while (bracket < text.length() && " \t\r\n".indexOf(text.charAt(bracket)) >= 0) {
                bracket++;
            }
            if (bracket < text.length() && text.charAt(bracket) == '<') {
                path(name, start, bracket);
                return;
            }
        }
        add(WORDS.contains(name) ? Kind.WORD : Kind.NAME, name, 0, start);
    }

    private void path(String word, SourceSpan start, int bracket) {
        int end = text.indexOf('>', bracket);
        if (end < 0) {
            throw Refusal.at(start, "syntax.path", "the name of the file has no end", ">", word + " <file.scad>");
        }
        countLines(at, end);
        at = end + 1;
        String path = text.substring(bracket + 1, end).strip();
        add(word.equals("use") ? Kind.USE : Kind.INCLUDE, path, 0, start);
    }

    private void symbol() {
        int begin = at;
        SourceSpan start = here(1);
        String pair = at + 2 <= text.length() ? text.substring(at, at + 2) : "";
        if (PAIRS.contains(pair)) {
            at += 2;
        } else if (SINGLES.indexOf(text.charAt(at)) >= 0) {
            at++;
        } else {
            String shown = Character.toString(text.codePointAt(at));
            String hint = "‘’“”".contains(shown) ? "texts stand between straight quotation marks" : "";
            throw Refusal.at(start, "syntax.character", "\"" + shown + "\" means nothing here", "", hint);
        }
        add(Kind.SYMBOL, text.substring(begin, at), 0, start);
    }

    private void passName() {
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
    }

    private void add(Kind kind, String value, double number, SourceSpan start) {
        tokens.add(new Token(
                kind,
                value,
                number,
                new SourceSpan(start.line(), start.column(), line, Math.max(1, at - lineStart + 1))));
    }

    private void countLines(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                newLine(i);
            }
        }
    }

    private void newLine(int end) {
        line++;
        lineStart = end + 1;
    }

    private SourceSpan here(int length) {
        int column = at - lineStart + 1;
        return new SourceSpan(line, column, line, column + length);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isNameStart(char character) {
        return character == '$' || isNamePart(character) && !isDigit(character);
    }

    private static boolean isNamePart(char character) {
        return character == '_'
                || isDigit(character)
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }
}
