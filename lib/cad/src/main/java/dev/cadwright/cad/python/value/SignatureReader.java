package dev.cadwright.cad.python.value;

import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.FunctionTree;
import dev.cadwright.cad.python.syntax.FunctionTree.Kind;
import dev.cadwright.cad.python.syntax.PythonParser;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.syntax.UnaryOperator;
import dev.cadwright.cad.python.value.Signature.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Signatures from and to text. */
final class SignatureReader {
    private SignatureReader() {}

    static Signature read(String parameters) {
        List<Statement> statements = PythonParser.parse("def signature(" + parameters + "): pass\n")
                .orElseThrow()
                .body();
        if (statements.size() != 1 || !(statements.getFirst() instanceof Statement.Define define)) {
            throw new IllegalArgumentException("no parameters: " + parameters);
        }
        List<Parameter> read = new ArrayList<>();
        for (FunctionTree.Parameter parameter : define.function().parameters()) {
            read.add(new Parameter(
                    parameter.name(), parameter.kind(), parameter.defaultValue().map(SignatureReader::literal)));
        }
        return new Signature(read);
    }

    private static Value literal(Expression expression) {
        return switch (expression) {
            case Expression.Keyword keyword ->
                switch (keyword.word()) {
                    case NONE -> NoneValue.NONE;
                    case TRUE -> BoolValue.TRUE;
                    case FALSE -> BoolValue.FALSE;
                    case ELLIPSIS -> EllipsisValue.ELLIPSIS;
                };
            case Expression.IntLiteral number -> IntValue.of(number.value());
            case Expression.FloatLiteral number -> new FloatValue(number.value());
            case Expression.StringLiteral text -> new StrValue(text.value());
            case Expression.TupleDisplay tuple ->
                new TupleValue(
                        tuple.items().stream().map(SignatureReader::literal).toList());
            case Expression.Unary unary
            when unary.operator() == UnaryOperator.MINUS -> negated(literal(unary.operand()));
            default -> throw new IllegalArgumentException("a default is a literal, not " + expression);
        };
    }

    private static Value negated(Value value) {
        return switch (value) {
            case IntValue number -> IntValue.of(number.toBigInteger().negate());
            case FloatValue(double number) -> new FloatValue(-number);
            default -> throw new IllegalArgumentException("no number: " + value);
        };
    }

    static String write(Signature signature) {
        List<String> written = new ArrayList<>();
        Kind before = null;
        for (Parameter parameter : signature.parameters()) {
            Kind kind = parameter.kind();
            if (before == Kind.POSITIONAL_ONLY && kind != Kind.POSITIONAL_ONLY) {
                written.add("/");
            }
            boolean first = kind == Kind.KEYWORD_ONLY && before != Kind.KEYWORD_ONLY && before != Kind.VAR_POSITIONAL;
            if (first) {
                written.add("*");
            }
            written.add(stars(kind)
                    + parameter.name()
                    + parameter.defaultValue().map(value -> "=" + text(value)).orElse(""));
            before = kind;
        }
        if (before == Kind.POSITIONAL_ONLY) {
            written.add("/");
        }
        return String.join(", ", written);
    }

    private static String stars(Kind kind) {
        return switch (kind) {
            case VAR_POSITIONAL -> "*";
            case VAR_KEYWORD -> "**";
            case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, KEYWORD_ONLY -> "";
        };
    }

    private static String text(Value value) {
        return switch (value) {
            case NoneValue none -> "None";
            case EllipsisValue ellipsis -> "...";
            case StrValue(String text) -> "\"" + text + "\"";
            case TupleValue tuple ->
                "("
                        + String.join(
                                ", ",
                                tuple.items().stream()
                                        .map(SignatureReader::text)
                                        .toList()) + (tuple.size() == 1 ? ",)" : ")");
            default -> value.toString();
        };
    }
}
