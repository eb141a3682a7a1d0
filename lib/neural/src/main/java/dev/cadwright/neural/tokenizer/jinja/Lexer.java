package dev.cadwright.neural.tokenizer.jinja;

import dev.cadwright.neural.tokenizer.jinja.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a template into data and tokens, as Jinja does with {@code trim_blocks} and {@code lstrip_blocks}: a newline
 * behind a block is dropped, and so is the space before a block that begins its line; {@code -} drops all space on its
 * side, {@code +} keeps it.
 */
final class Lexer {
    private static final String[] OPERATORS = {
        "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<", "=",
        ".", ":", "|", ",", ";"
    };

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    /** Whether the data that follows loses all its leading space. */
    private boolean stripNext;
    /** Whether the data that follows loses one leading newline. */
    private boolean trimNext;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        String lines = source.replace("\r\n", "\n").replace('\r', '\n');
        // Jinja drops one newline at the end of a template.
        return new Lexer(lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines).run();
    }

    private List<Token> run() {
        while (at < source.length()) {
            int open = nextOpening();
            data(open);
            if (at < source.length()) {
                switch (source.charAt(at + 1)) {
                    case '#' -> comment();
                    case '%' -> block();
                    default -> variable();
                }
            }
        }
        tokens.add(new Token(Kind.END, "", line));
        return tokens;
    }

    private int nextOpening() {
        for (int i = at; i + 1 < source.length(); i++) {
            if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return source.length();
    }

    private void data(int end) {
        String text = source.substring(at, end);
        int lines = lines(text);
        boolean lineBegins = at == 0 || source.charAt(at - 1) == '\n';
        if (stripNext) {
            String stripped = Text.leftStrip(text);
            lineBegins |= lines(text) > lines(stripped) || (trimNext && text.startsWith("\n"));
            text = stripped;
        } else if (trimNext && text.startsWith("\n")) {
            text = text.substring(1);
            lineBegins = true;
        }
        stripNext = false;
        trimNext = false;
        at = end;
        if (at < source.length()) {
            text = beforeTag(text, lineBegins);
        }
        if (!text.isEmpty()) {
            tokens.add(new Token(Kind.DATA, text, line));
        }
        line += lines;
    }

    private String beforeTag(String text, boolean lineBegins) {
        char sign = at + 2 < source.length() ? source.charAt(at + 2) : ' ';
        if (sign == '-') {
            return Text.rightStrip(text);
        }
        if (sign == '+' || source.charAt(at + 1) == '{') {
            return text;
        }
        int begin = text.lastIndexOf('\n') + 1;
        boolean wholeLine = begin > 0 || lineBegins;
        return wholeLine && text.substring(begin).isBlank() ? text.substring(0, begin) : text;
    }

    private void comment() {
        int begin = at + 2 + (sign(at + 2) ? 1 : 0);
        int end = source.indexOf("#}", begin);
        if (end < 0) {
            throw TemplateException.syntax(line, "a comment is not closed");
        }
        line += lines(source.substring(at, end));
        stripNext = end > begin && source.charAt(end - 1) == '-';
        trimNext = end == begin || source.charAt(end - 1) != '+';
        at = end + 2;
    }

    private void block() {
        int inside = at + 2 + (sign(at + 2) ? 1 : 0);
        if (word(inside).equals("raw")) {
            raw(inside);
            return;
        }
        tokens.add(new Token(Kind.BLOCK_BEGIN, "{%", line));
        at = inside;
        expression("%}", Kind.BLOCK_END);
    }

    private void variable() {
        tokens.add(new Token(Kind.VARIABLE_BEGIN, "{{", line));
        at += 2 + (sign(at + 2) ? 1 : 0);
        expression("}}", Kind.VARIABLE_END);
    }

    private boolean sign(int place) {
        return place < source.length() && (source.charAt(place) == '-' || source.charAt(place) == '+');
    }

    private String word(int from) {
        int begin = from;
        while (begin < source.length() && Character.isWhitespace(source.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < source.length() && Character.isLetter(source.charAt(end))) {
            end++;
        }
        return source.substring(begin, end);
    }

    private void raw(int inside) {
        int open = source.indexOf("%}", inside);
        int search = open;
        while (search >= 0) {
            int close = source.indexOf("{%", search);
            if (close < 0) {
                break;
            }
            int name = close + 2 + (sign(close + 2) ? 1 : 0);
            if (word(name).equals("endraw")) {
                rawText(open, close);
                return;
            }
            search = close + 2;
        }
        throw TemplateException.syntax(line, "raw is not closed");
    }

    private void rawText(int open, int close) {
        stripNext = source.charAt(open - 1) == '-';
        at = open + 2;
        data(close);
        int end = source.indexOf("%}", close);
        if (end < 0) {
            throw TemplateException.syntax(line, "raw is not closed");
        }
        stripNext = source.charAt(end - 1) == '-';
        trimNext = source.charAt(end - 1) != '+';
        at = end + 2;
    }

    /** Tokens up to the closing mark, which brackets hide. */
    private void expression(String closing, Kind end) {
        Deque<Character> brackets = new ArrayDeque<>();
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\n') {
                line++;
            }
            if (Character.isWhitespace(c)) {
                at++;
            } else if (brackets.isEmpty() && closes(closing, end)) {
                return;
            } else if (Character.isLetter(c) || c == '_') {
                name();
            } else if (c >= '0' && c <= '9') {
                number();
            } else if (c == '"' || c == '\'') {
                string(c);
            } else {
                operator(brackets);
            }
        }
        throw TemplateException.syntax(line, "\"" + closing + "\" is missing");
    }

    private boolean closes(String closing, Kind end) {
        int mark = sign(at) && source.startsWith(closing, at + 1) ? at + 1 : at;
        if (!source.startsWith(closing, mark)) {
            return false;
        }
        stripNext = mark > at && source.charAt(at) == '-';
        trimNext = end == Kind.BLOCK_END && !(mark > at && source.charAt(at) == '+');
        tokens.add(new Token(end, closing, line));
        at = mark + 2;
        return true;
    }

    private void name() {
        int begin = at;
        while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
            at++;
        }
        tokens.add(new Token(Kind.NAME, source.substring(begin, at), line));
    }

    private void number() {
        int begin = at;
        digits();
        boolean fraction = at + 1 < source.length() && source.charAt(at) == '.' && digit(at + 1);
        if (fraction) {
            at++;
            digits();
        }
        boolean exponent = exponent();
        String text = source.substring(begin, at).replace("_", "");
        tokens.add(new Token(fraction || exponent ? Kind.FLOAT : Kind.INTEGER, text, line));
    }

    private boolean exponent() {
        if (at >= source.length() || Character.toLowerCase(source.charAt(at)) != 'e') {
            return false;
        }
        int digits = at + 1 + (sign(at + 1) ? 1 : 0);
        if (!digit(digits)) {
            return false;
        }
        at = digits;
        digits();
        return true;
    }

    private boolean digit(int place) {
        return place < source.length() && source.charAt(place) >= '0' && source.charAt(place) <= '9';
    }

    private void digits() {
        while (digit(at) || (at < source.length() && source.charAt(at) == '_' && digit(at + 1))) {
            at++;
        }
    }

    private void string(char quote) {
        int begin = ++at;
        while (at < source.length() && source.charAt(at) != quote) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= source.length()) {
            throw TemplateException.syntax(line, "a string is not closed");
        }
        String text = source.substring(begin, at);
        tokens.add(new Token(Kind.STRING, Text.unescape(text, line), line));
        line += lines(text);
        at++;
    }

    private void operator(Deque<Character> brackets) {
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, at)) {
                balance(operator.charAt(0), brackets);
                tokens.add(new Token(Kind.OPERATOR, operator, line));
                at += operator.length();
                return;
            }
        }
        throw TemplateException.syntax(line, "unexpected '" + source.charAt(at) + "'");
    }

    private void balance(char c, Deque<Character> brackets) {
        int opening = "([{".indexOf(c);
        int closing = ")]}".indexOf(c);
        if (opening >= 0) {
            brackets.push(")]}".charAt(opening));
        } else if (closing >= 0 && (brackets.isEmpty() || brackets.pop() != c)) {
            throw TemplateException.syntax(line, "unexpected '" + c + "'");
        }
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
