package dev.cadwright.cad.sketch;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.sketch.Statement.Argument;
import dev.cadwright.cad.sketch.Statement.Call;
import dev.cadwright.cad.sketch.Statement.Name;
import dev.cadwright.cad.sketch.Statement.Value;
import dev.cadwright.cad.sketch.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recursive descent over the grammar of {@code docs/formats/sketch.md}, one statement at a time. */
final class StatementReader {
    /** Numbers beyond this are refused: a kernel could not compute with them. */
    static final double LARGEST = 1e9;

    private static final int MAX_ARGUMENTS = 16;
    private static final int MAX_ITEMS = 10_000;
    private static final int MAX_DEPTH = 4;

    private final Lexer lexer;
    private Token token;

    StatementReader(String text) {
        this.lexer = new Lexer(text);
        this.token = lexer.next();
    }

    /** The next statement; empty at the end of the program. @throws Refusal if the line is not a statement */
    Optional<Statement> next() {
        while (token.is(Kind.NEWLINE)) {
            advance();
        }
        if (token.is(Kind.END)) {
            return Optional.empty();
        }
        Statement statement = statement();
        if (!token.endsStatement()) {
            throw unexpected("the end of the line", "one statement a line");
        }
        return Optional.of(statement);
    }

    /** Goes on behind the line of an error. */
    void recover() {
        if (!token.endsStatement()) {
            lexer.skipLine();
            advance();
        }
    }

    private Statement statement() {
        Name first = name("a statement such as sketch = Sketch()");
        return switch (token.kind()) {
            case EQUALS -> {
                advance();
                yield new Statement.Assignment(first, call(name("Sketch, Extrude, Revolve, Loft or Sweep")));
            }
            case DOT -> {
                advance();
                yield new Statement.Method(first, call(name("a method such as add_line")));
            }
            case OPEN -> new Statement.Bare(call(first));
            case NAME, NUMBER, TEXT, CLOSE, COMMA, PLUS, MINUS, ELLIPSIS, BAD, NEWLINE, END ->
                throw unexpected("\"=\", \".\" or \"(\" after \"" + Messages.shortened(first.text()) + "\"", "");
        };
    }

    private Call call(Name function) {
        expect(Kind.OPEN);
        List<Argument> arguments = new ArrayList<>();
        while (!token.is(Kind.CLOSE)) {
            if (token.is(Kind.ELLIPSIS)) {
                throw new Refusal(
                        token.span(),
                        "syntax.elided",
                        "the arguments of \"" + Messages.shortened(function.text()) + "\" are left out",
                        "all arguments",
                        "the lossy form does not say the shape; print the complete one");
            }
            requireRoom(arguments.size(), MAX_ARGUMENTS);
            arguments.add(argument());
            separate("an argument");
        }
        SourceSpan start = function.span();
        SourceSpan end = token.span();
        advance();
        return new Call(
                function, arguments, new SourceSpan(start.line(), start.column(), end.endLine(), end.endColumn()));
    }

    private Argument argument() {
        if (!token.is(Kind.NAME)) {
            return new Argument(Optional.empty(), value(0));
        }
        Name name = name("an argument");
        if (token.is(Kind.EQUALS)) {
            advance();
            return new Argument(Optional.of(name), value(0));
        }
        return new Argument(Optional.empty(), named(name));
    }

    private Value value(int depth) {
        return switch (token.kind()) {
            case NAME -> named(name("a value"));
            case NUMBER, PLUS, MINUS -> number();
            case TEXT -> {
                Value text = new Value.Text(token.text(), token.span());
                advance();
                yield text;
            }
            case OPEN -> tuple(depth);
            case CLOSE, COMMA, EQUALS, DOT, ELLIPSIS, BAD, NEWLINE, END -> throw unexpected("a value", "");
        };
    }

    private static Value named(Name name) {
        return switch (name.text()) {
            case "True" -> new Value.Flag(true, name.span());
            case "False" -> new Value.Flag(false, name.span());
            default -> new Value.Reference(name.text(), name.span());
        };
    }

    private Value number() {
        SourceSpan start = token.span();
        double sign = 1;
        if (token.is(Kind.PLUS) || token.is(Kind.MINUS)) {
            sign = token.is(Kind.MINUS) ? -1 : 1;
            advance();
        }
        if (!token.is(Kind.NUMBER)) {
            throw unexpected("a number", "");
        }
        // Adding zero turns −0 into 0, which is equal in every other way.
        double value = sign * Double.parseDouble(token.text()) + 0.0;
        if (!(Math.abs(value) <= LARGEST)) {
            throw new Refusal(
                    start,
                    "limit.number",
                    "the number " + Messages.shortened(token.text()) + " is too large",
                    "at most 1e9",
                    "");
        }
        SourceSpan end = token.span();
        advance();
        return new Value.Numeral(value, new SourceSpan(start.line(), start.column(), end.endLine(), end.endColumn()));
    }

    private Value tuple(int depth) {
        SourceSpan start = token.span();
        if (depth == MAX_DEPTH) {
            throw new Refusal(start, "limit.nesting", "tuples are nested too deeply", "a number", "");
        }
        expect(Kind.OPEN);
        List<Value> items = new ArrayList<>();
        while (!token.is(Kind.CLOSE)) {
            requireRoom(items.size(), MAX_ITEMS);
            items.add(value(depth + 1));
            separate("a number");
        }
        SourceSpan end = token.span();
        advance();
        return new Value.Tuple(items, new SourceSpan(start.line(), start.column(), end.endLine(), end.endColumn()));
    }

    private void requireRoom(int size, int most) {
        if (size == most) {
            throw new Refusal(token.span(), "limit.count", "more than " + most + " items", "\")\"", "");
        }
    }

    /** A comma before the next item, or the closing parenthesis. */
    private void separate(String item) {
        if (token.is(Kind.COMMA)) {
            advance();
        } else if (!token.is(Kind.CLOSE)) {
            throw unexpected("\",\" or \")\" after " + item, "");
        }
    }

    private Name name(String expectation) {
        if (!token.is(Kind.NAME)) {
            throw unexpected(expectation, "");
        }
        Name name = new Name(token.text(), token.span());
        advance();
        return name;
    }

    private void expect(Kind kind) {
        if (!token.is(kind)) {
            throw unexpected(kind.description(), "");
        }
        advance();
    }

    private Refusal unexpected(String expectation, String hint) {
        return token.is(Kind.BAD)
                ? new Refusal(token.span(), "syntax.character", token.text(), expectation, hint)
                : new Refusal(token.span(), "syntax.unexpected", "found " + token.describe(), expectation, hint);
    }

    private void advance() {
        token = lexer.next();
    }
}
