package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.syntax.UnaryOperator;

/** The methods by which a class defines operators. */
final class SpecialNames {
    private SpecialNames() {}

    /** Without its prefix, so that {@code __}, {@code __r} and {@code __i} may stand before it: {@code add__}. */
    static String of(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> "add__";
            case SUBTRACT -> "sub__";
            case MULTIPLY -> "mul__";
            case DIVIDE -> "truediv__";
            case FLOOR_DIVIDE -> "floordiv__";
            case MODULO -> "mod__";
            case POWER -> "pow__";
            case MATRIX_MULTIPLY -> "matmul__";
            case SHIFT_LEFT -> "lshift__";
            case SHIFT_RIGHT -> "rshift__";
            case AND -> "and__";
            case OR -> "or__";
            case XOR -> "xor__";
        };
    }

    static String of(UnaryOperator operator) {
        return switch (operator) {
            case PLUS -> "__pos__";
            case MINUS -> "__neg__";
            case INVERT -> "__invert__";
        };
    }

    static String of(ComparisonOperator operator) {
        return switch (operator) {
            case LESS -> "__lt__";
            case LESS_OR_EQUAL -> "__le__";
            case GREATER -> "__gt__";
            case GREATER_OR_EQUAL -> "__ge__";
            case EQUAL -> "__eq__";
            case NOT_EQUAL -> "__ne__";
            case IN, NOT_IN -> "__contains__";
            case IS, IS_NOT -> throw new IllegalArgumentException(operator.symbol());
        };
    }
}
