package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import java.util.List;
import java.util.Optional;

/** An expression, or an element of a list comprehension. Chains of equal rank are flat, so that trees stay shallow. */
public sealed interface Expression {
    SourceSpan span();

    /** Finite, or infinite where the text states more than a double holds; never negative. */
    record Literal(double value, SourceSpan span) implements Expression {}

    record Text(String value, SourceSpan span) implements Expression {}

    record Truth(boolean value, SourceSpan span) implements Expression {}

    record Undefined(SourceSpan span) implements Expression {}

    record Name(String name, SourceSpan span) implements Expression {}

    /** One of {@code - + ! ~}. */
    record Unary(String operator, Expression operand, SourceSpan span) implements Expression {}

    /** {@code base ^ exponent}, which groups to the right. */
    record Power(Expression base, Expression exponent, SourceSpan span) implements Expression {}

    /** Operators of one rank, which group to the left. */
    record Chain(Expression first, List<Term> rest, SourceSpan span) implements Expression {
        public Chain {
            rest = List.copyOf(rest);
        }
    }

    /** One more operand of a chain. */
    record Term(String operator, Expression operand) {}

    /** {@code condition ? value : condition ? value : … : otherwise}. */
    record Conditional(List<Case> cases, Expression otherwise, SourceSpan span) implements Expression {
        public Conditional {
            cases = List.copyOf(cases);
        }
    }

    record Case(Expression condition, Expression value) {}

    /** {@code target(…)[…].x …}. */
    record Access(Expression target, List<Suffix> suffixes, SourceSpan span) implements Expression {
        public Access {
            suffixes = List.copyOf(suffixes);
        }
    }

    /** One step from a value to another. */
    sealed interface Suffix {
        record Call(List<Argument> arguments) implements Suffix {
            public Call {
                arguments = List.copyOf(arguments);
            }
        }

        record Index(Expression index) implements Suffix {}

        record Member(String name) implements Suffix {}
    }

    /** {@code [a, b, …]}; elements may be comprehensions. */
    record Vector(List<Expression> elements, SourceSpan span) implements Expression {
        public Vector {
            elements = List.copyOf(elements);
        }
    }

    /** {@code [begin : step : end]}. */
    record Range(Expression begin, Optional<Expression> step, Expression end, SourceSpan span) implements Expression {}

    /** {@code function(…) body}. */
    record Lambda(List<Parameter> parameters, Expression body, SourceSpan span) implements Expression {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code let(…) body}, {@code assert(…) body} or {@code echo(…) body}; the last two may lack the body. */
    record Prefixed(String word, List<Argument> arguments, Optional<Expression> body, SourceSpan span)
            implements Expression {
        public Prefixed {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code each vector}, in a list. */
    record Each(Expression vector, SourceSpan span) implements Expression {}

    /** {@code for(i = …) body}, in a list. */
    record For(List<Argument> ranges, Expression body, SourceSpan span) implements Expression {
        public For {
            ranges = List.copyOf(ranges);
        }
    }

    /** {@code for(initial; condition; step) body}, in a list. */
    record Loop(List<Argument> initial, Expression condition, List<Argument> step, Expression body, SourceSpan span)
            implements Expression {
        public Loop {
            initial = List.copyOf(initial);
            step = List.copyOf(step);
        }
    }

    /** {@code if(condition) then else otherwise}, in a list. */
    record When(Expression condition, Expression then, Optional<Expression> otherwise, SourceSpan span)
            implements Expression {}
}
