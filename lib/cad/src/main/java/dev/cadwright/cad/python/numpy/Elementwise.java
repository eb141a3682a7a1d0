package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.numpy.Array.Kind;
import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Operations item by item. A number goes with every item, a vector with every row, a column with every column. */
final class Elementwise {
    private Elementwise() {}

    static Array map(Array array, DoubleUnaryOperator operator, Kind kind, Runtime runtime) {
        double[] result = Conversion.allocate(array.size(), runtime);
        for (int i = 0; i < result.length; i++) {
            result[i] = operator.applyAsDouble(array.at(i));
        }
        return array.like(result, kind);
    }

    static Array combine(Array a, Array b, DoubleBinaryOperator operator, Kind kind, Runtime runtime) {
        int columns = together(a.columns(), b.columns(), a, b);
        boolean vectors = a.isVector() && b.isVector();
        int rowsA = a.isVector() ? 1 : a.rows();
        int rowsB = b.isVector() ? 1 : b.rows();
        int rows = together(rowsA, rowsB, a, b);
        double[] result = Conversion.allocate((long) rows * columns, runtime);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double x = a.at((rowsA == 1 ? 0 : i) * a.columns() + (a.columns() == 1 ? 0 : j));
                double y = b.at((rowsB == 1 ? 0 : i) * b.columns() + (b.columns() == 1 ? 0 : j));
                result[i * columns + j] = operator.applyAsDouble(x, y);
            }
        }
        return new Array(result, vectors ? -1 : rows, columns, kind);
    }

    /** Puts the result of an operator into the array that stood left of it. */
    static void store(BinaryOperator operator, Array into, Array result) {
        if (!into.hasShapeOf(result)) {
            throw PythonError.valueError("non-broadcastable output operand with shape " + shape(into)
                    + " doesn't match the broadcast shape " + shape(result));
        }
        if (result.kind().compareTo(into.kind()) > 0) {
            throw PythonError.typeError("Cannot cast output of '" + operator.symbol() + "=' from "
                    + ArrayType.typeName(result) + " to " + ArrayType.typeName(into));
        }
        for (int i = 0; i < into.size(); i++) {
            into.put(i, result.at(i));
        }
    }

    private static int together(int a, int b, Array left, Array right) {
        if (a != b && a != 1 && b != 1) {
            throw PythonError.valueError(
                    "operands could not be broadcast together with shapes " + shape(left) + " " + shape(right));
        }
        return a == 1 ? b : a;
    }

    static String shape(Array array) {
        return array.isVector() ? "(" + array.columns() + ",)" : "(" + array.rows() + "," + array.columns() + ")";
    }

    static Optional<Value> binary(
            BinaryOperator operator, Array array, Value other, boolean reflected, Runtime runtime) {
        boolean known = Numbers.isNumber(other)
                || other instanceof Array
                || other instanceof ListValue
                || other instanceof TupleValue;
        if (!known) {
            return Optional.empty();
        }
        Array right = Conversion.array(other, runtime);
        Array a = reflected ? right : array;
        Array b = reflected ? array : right;
        if (operator == BinaryOperator.MATRIX_MULTIPLY) {
            return Optional.of(LinearAlgebra.product(a, b, runtime));
        }
        Kind kind = Conversion.wider(a.kind(), b.kind());
        boolean logical = kind == Kind.BOOL;
        Kind result =
                operator == BinaryOperator.DIVIDE ? Kind.FLOAT : logical && !isBitwise(operator) ? Kind.INT : kind;
        return function(operator).map(function -> combine(a, b, function, result, runtime));
    }

    private static boolean isBitwise(BinaryOperator operator) {
        return operator == BinaryOperator.AND || operator == BinaryOperator.OR || operator == BinaryOperator.XOR;
    }

    private static Optional<DoubleBinaryOperator> function(BinaryOperator operator) {
        return Optional.ofNullable(
                switch (operator) {
                    case ADD -> (x, y) -> x + y;
                    case SUBTRACT -> (x, y) -> x - y;
                    case MULTIPLY -> (x, y) -> x * y;
                    case DIVIDE -> (x, y) -> x / y;
                    case FLOOR_DIVIDE -> (x, y) -> Math.floor(x / y);
                    case MODULO -> Elementwise::modulo;
                    case POWER -> StrictMath::pow;
                    case AND -> (x, y) -> (long) x & (long) y;
                    case OR -> (x, y) -> (long) x | (long) y;
                    case XOR -> (x, y) -> (long) x ^ (long) y;
                    case SHIFT_LEFT, SHIFT_RIGHT, MATRIX_MULTIPLY -> null;
                });
    }

    static double modulo(double x, double y) {
        double rest = x % y;
        return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest;
    }

    static Optional<Value> compare(ComparisonOperator operator, Array array, Value other, Runtime runtime) {
        if (operator == ComparisonOperator.IN) {
            double wanted = Conversion.number(other);
            boolean found = Arrays.stream(array.values()).anyMatch(item -> item == wanted);
            return Optional.of(Array.scalar(found ? 1 : 0, Kind.BOOL));
        }
        DoubleBinaryOperator test =
                switch (operator) {
                    case EQUAL -> (x, y) -> x == y ? 1 : 0;
                    case NOT_EQUAL -> (x, y) -> x != y ? 1 : 0;
                    case LESS -> (x, y) -> x < y ? 1 : 0;
                    case LESS_OR_EQUAL -> (x, y) -> x <= y ? 1 : 0;
                    case GREATER -> (x, y) -> x > y ? 1 : 0;
                    case GREATER_OR_EQUAL -> (x, y) -> x >= y ? 1 : 0;
                    case IN, NOT_IN, IS, IS_NOT -> null;
                };
        boolean comparable = test != null
                && (Numbers.isNumber(other)
                        || other instanceof Array
                        || other instanceof ListValue
                        || other instanceof TupleValue);
        return comparable
                ? Optional.of(combine(array, Conversion.array(other, runtime), test, Kind.BOOL, runtime))
                : Optional.empty();
    }
}
