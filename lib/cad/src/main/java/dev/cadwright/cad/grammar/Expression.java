package dev.cadwright.cad.grammar;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a rule of a grammar stands for: texts over characters. */
public sealed interface Expression {
    /** This text. */
    record Literal(String text) implements Expression {
        public Literal {
            Objects.requireNonNull(text, "text");
        }
    }

    /** One character of a range, both ends included. */
    record Range(char first, char last) implements Expression {
        public Range {
            if (first > last) {
                throw new IllegalArgumentException("the range from " + first + " to " + last);
            }
        }
    }

    record Sequence(List<Expression> items) implements Expression {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** One of several. */
    record Choice(List<Expression> options) implements Expression {
        public Choice {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("a choice of nothing");
            }
        }
    }

    /** @param most {@link #UNBOUNDED} for any number */
    record Repetition(Expression of, int least, int most) implements Expression {
        public static final int UNBOUNDED = Integer.MAX_VALUE;

        public Repetition {
            Objects.requireNonNull(of, "of");
            if (least < 0 || most < least) {
                throw new IllegalArgumentException("from " + least + " to " + most + " times");
            }
        }
    }

    /** What a rule of the grammar stands for. */
    record Reference(String rule) implements Expression {
        public Reference {
            Objects.requireNonNull(rule, "rule");
        }
    }

    static Expression text(String text) {
        return new Literal(text);
    }

    static Expression rule(String name) {
        return new Reference(name);
    }

    /** Expressions one after the other; texts stand for literals. */
    static Expression sequence(Object... items) {
        return new Sequence(Stream.of(items).map(Expression::of).toList());
    }

    /** One of several expressions; texts stand for literals. */
    static Expression choice(Object... options) {
        return new Choice(Stream.of(options).map(Expression::of).toList());
    }

    static Expression optional(Object... items) {
        return new Repetition(sequence(items), 0, 1);
    }

    static Expression any(Object... items) {
        return new Repetition(sequence(items), 0, Repetition.UNBOUNDED);
    }

    static Expression some(Object... items) {
        return new Repetition(sequence(items), 1, Repetition.UNBOUNDED);
    }

    private static Expression of(Object item) {
        return switch (item) {
            case Expression expression -> expression;
            case String text -> new Literal(text);
            default -> throw new IllegalArgumentException("no expression: " + item);
        };
    }
}
