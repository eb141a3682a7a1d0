package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * An expression of a program. Chains ({@code a.b(c)[d]}) and runs of operators of one rank ({@code a + b - c}) are flat
 * lists, so that the depth of a tree is bounded by the depth of the text's brackets, never by its length.
 */
public sealed interface Expression {
    SourceSpan span();

    /** A name that is read. */
    record Name(String name, SourceSpan span) implements Expression {}

    /** {@code None}, {@code True}, {@code False} or {@code ...}. */
    record Keyword(Word word, SourceSpan span) implements Expression {
        public enum Word {
            NONE,
            TRUE,
            FALSE,
            ELLIPSIS
        }
    }

    record IntLiteral(BigInteger value, SourceSpan span) implements Expression {}

    record FloatLiteral(double value, SourceSpan span) implements Expression {}

    /** A string, or several that stand side by side. */
    record StringLiteral(String value, SourceSpan span) implements Expression {}

    /** An f-string: texts and replacement fields in turn. */
    record FormattedString(List<Piece> pieces, SourceSpan span) implements Expression {
        public sealed interface Piece {}

        public record Text(String text) implements Piece {}

        /** {@code {value!conversion:specification}}; the conversion is s, r, a or a space for none. */
        public record Field(Expression value, char conversion, List<Piece> specification) implements Piece {}
    }

    record TupleDisplay(List<Expression> items, SourceSpan span) implements Expression {}

    record ListDisplay(List<Expression> items, SourceSpan span) implements Expression {}

    record SetDisplay(List<Expression> items, SourceSpan span) implements Expression {}

    record DictDisplay(List<Entry> entries, SourceSpan span) implements Expression {
        /** {@code key: value}, or {@code **value} where the key is empty. */
        public record Entry(Optional<Expression> key, Expression value) {}
    }

    /** {@code *value} in a call, a display or a target. */
    record Starred(Expression value, SourceSpan span) implements Expression {}

    /** {@code [element for … in … if …]} and its kin; {@code value} only in a dict. */
    record Comprehension(
            Kind kind,
            Expression element,
            Optional<Expression> value,
            List<Clause> clauses,
            Scope scope,
            SourceSpan span)
            implements Expression {
        public enum Kind {
            LIST,
            SET,
            DICT,
            GENERATOR
        }

        public record Clause(Target target, Expression iterable, List<Expression> conditions) {}
    }

    /** {@code start} followed by attributes, calls and subscripts, from left to right. */
    record Chain(Expression start, List<Trailer> trailers, SourceSpan span) implements Expression {}

    /** Operators of one rank from left to right. */
    record Arithmetic(Expression first, List<Arithmetic.Step> steps, SourceSpan span) implements Expression {
        /** {@code operator right}; the span is that of the whole from the first operand to here. */
        public record Step(BinaryOperator operator, Expression right, SourceSpan span) {}
    }

    record Unary(UnaryOperator operator, Expression operand, SourceSpan span) implements Expression {}

    record Not(Expression operand, SourceSpan span) implements Expression {}

    /** {@code a and b and c}: all of them the same word. */
    record Logical(boolean and, List<Expression> operands, SourceSpan span) implements Expression {}

    /** {@code a < b <= c}. */
    record Comparison(Expression first, List<Comparison.Step> steps, SourceSpan span) implements Expression {
        public record Step(ComparisonOperator operator, Expression right, SourceSpan span) {}
    }

    record Conditional(Expression condition, Expression then, Expression otherwise, SourceSpan span)
            implements Expression {}

    record Lambda(FunctionTree function, SourceSpan span) implements Expression {}

    /** {@code (name := value)}. */
    record Assigning(String name, Expression value, SourceSpan span) implements Expression {}

    /** {@code yield value} or {@code yield from value}; only as a statement or as the right side of an assignment. */
    record Yield(Optional<Expression> value, boolean from, SourceSpan span) implements Expression {}

    /** {@code start:stop:step} in a subscript. */
    record Slice(Optional<Expression> start, Optional<Expression> stop, Optional<Expression> step, SourceSpan span)
            implements Expression {}
}
