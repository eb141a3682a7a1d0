package dev.cadwright.neural.tokenizer.jinja;

import java.util.List;
import java.util.Map;

/** What has a value. */
sealed interface Expression {
    /** @param value a string, a number, a boolean or null */
    record Literal(Object value) implements Expression {}

    record Name(String name) implements Expression {}

    record ListOf(List<Expression> items, boolean tuple) implements Expression {}

    record DictOf(List<Map.Entry<Expression, Expression>> items) implements Expression {}

    record Attribute(Expression of, String name) implements Expression {}

    record Subscript(Expression of, Expression index) implements Expression {}

    /** Any of the three may be null, for none. */
    record Slice(Expression of, Expression start, Expression stop, Expression step) implements Expression {}

    record Call(Expression function, Arguments arguments) implements Expression {}

    /** @param of null where a filter block gives the value */
    record Filter(Expression of, String name, Arguments arguments) implements Expression {}

    record Test(Expression of, String name, Arguments arguments, boolean negated) implements Expression {}

    /** @param operator {@code -}, {@code +} or {@code not} */
    record Unary(String operator, Expression of) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** @param and whether both must hold, or one */
    record Logic(boolean and, Expression left, Expression right) implements Expression {}

    /** A chain such as {@code a < b <= c}. */
    record Compare(Expression first, List<String> operators, List<Expression> others) implements Expression {}

    /** @param otherwise null for nothing */
    record Conditional(Expression condition, Expression then, Expression otherwise) implements Expression {}

    /** What a function, a filter or a test is called with. */
    record Arguments(List<Expression> positional, Map<String, Expression> named) {
        static final Arguments NONE = new Arguments(List.of(), Map.of());
    }
}
