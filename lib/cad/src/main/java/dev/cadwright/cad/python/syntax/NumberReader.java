package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import java.math.BigInteger;
import java.util.List;

/** Reads number literals: a {@link BigInteger} or a {@link Double}. */
final class NumberReader {
    private static final int MOST_DIGITS = 4300;
    private static final List<String> WORDS_THAT_MAY_FOLLOW =
            List.of("and", "else", "for", "if", "in", "is", "not", "or");

    private final SourceText source;
    private final int line;
    private final int column;

    NumberReader(SourceText source) {
        this.source = source;
        this.line = source.line();
        this.column = source.column();
    }

    Object read() {
        Object number = source.peek() == '0' ? radix(source.peek(1)) : 0;
        number = number instanceof BigInteger ? number : decimal();
        char next = source.peek();
        if (next == 'j' || next == 'J') {
            throw Refusal.unsupported(source.here(), "j", "there are no imaginary numbers");
        }
        if (Lexer.isDigit(next) || next == '_' || (Lexer.isNameStart(source) && !wordFollows())) {
            throw wrong();
        }
        return number;
    }

    private Object radix(char letter) {
        return switch (letter) {
            case 'x', 'X' -> whole(16);
            case 'o', 'O' -> whole(8);
            case 'b', 'B' -> whole(2);
            default -> 0;
        };
    }

    private BigInteger whole(int radix) {
        source.skip(2);
        int start = source.position();
        boolean empty = true;
        while (true) {
            char here = source.peek();
            if (here == '_' && Character.digit(source.peek(1), radix) >= 0) {
                source.skip(1);
            } else if (here < 128 && Character.digit(here, radix) >= 0) {
                source.skip(1);
            } else {
                break;
            }
            empty = false;
        }
        if (empty) {
            throw wrong();
        }
        String text = source.since(start).replace("_", "");
        if (text.length() > MOST_DIGITS) {
            throw Refusal.limit(span(), "size", "an int literal has at most " + MOST_DIGITS + " digits");
        }
        return new BigInteger(text, radix);
    }

    private Object decimal() {
        int start = source.position();
        digits();
        boolean real = false;
        if (source.peek() == '.') {
            real = true;
            source.skip(1);
            if (Lexer.isDigit(source.peek())) {
                digits();
            }
        }
        real |= exponent();
        String text = source.since(start).replace("_", "");
        if (real) {
            return Double.valueOf(text);
        }
        if (text.length() > MOST_DIGITS) {
            throw Refusal.syntax(span(), "number", "an int literal has at most " + MOST_DIGITS + " digits");
        }
        BigInteger number = new BigInteger(text);
        boolean imaginary = source.peek() == 'j' || source.peek() == 'J';
        if (text.length() > 1 && text.charAt(0) == '0' && number.signum() != 0 && !imaginary) {
            throw Refusal.syntax(span(), "number", "an int does not begin with 0", "", "write 0o for an octal number");
        }
        return number;
    }

    private boolean exponent() {
        if (source.peek() != 'e' && source.peek() != 'E') {
            return false;
        }
        int sign = source.peek(1) == '+' || source.peek(1) == '-' ? 1 : 0;
        if (!Lexer.isDigit(source.peek(1 + sign))) {
            return false;
        }
        source.skip(1 + sign);
        digits();
        return true;
    }

    private void digits() {
        while (Lexer.isDigit(source.peek()) || (source.peek() == '_' && Lexer.isDigit(source.peek(1)))) {
            source.skip(1);
        }
    }

    private boolean wordFollows() {
        return WORDS_THAT_MAY_FOLLOW.stream().anyMatch(source::startsWith);
    }

    private Refusal wrong() {
        source.skip(1);
        return Refusal.syntax(span(), "number", "this is no number", "digits", "");
    }

    private SourceSpan span() {
        return source.spanFrom(line, column);
    }
}
