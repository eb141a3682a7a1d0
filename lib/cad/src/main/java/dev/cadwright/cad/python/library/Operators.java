package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.UnaryOperator;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Optional;

/** Operators on everything but instances of the program's own classes. */
public final class Operators {
    private Operators() {}

    /** {@code left operator right}; empty where neither knows the other. */
    public static Optional<Value> binary(BinaryOperator operator, Value left, Value right, Runtime runtime) {
        if (left instanceof IntValue a && right instanceof IntValue b) {
            return IntMath.apply(operator, a, b, runtime);
        }
        if (left instanceof FloatValue(double a) && right instanceof FloatValue(double b)) {
            return FloatMath.apply(operator, a, b);
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return mixed(operator, left, right, runtime);
        }
        if (left instanceof HostObject host) {
            Optional<Value> result = host.binary(operator, right, false, runtime);
            if (result.isPresent()) {
                return result;
            }
        }
        if (right instanceof HostObject host) {
            Optional<Value> result = host.binary(operator, left, true, runtime);
            if (result.isPresent()) {
                return result;
            }
        }
        return containers(operator, left, right, runtime);
    }

    private static Optional<Value> mixed(BinaryOperator operator, Value left, Value right, Runtime runtime) {
        if (left instanceof FloatValue || right instanceof FloatValue) {
            return FloatMath.apply(operator, toDouble(left), toDouble(right));
        }
        boolean bitwise =
                operator == BinaryOperator.AND || operator == BinaryOperator.OR || operator == BinaryOperator.XOR;
        Optional<Value> result = IntMath.apply(operator, toInt(left), toInt(right), runtime);
        boolean bools = left instanceof BoolValue && right instanceof BoolValue;
        return bitwise && bools ? result.map(value -> BoolValue.of(((IntValue) value).sign() != 0)) : result;
    }

    private static double toDouble(Value number) {
        return number instanceof FloatValue(double value) ? value : IntMath.toFloat(toInt(number));
    }

    private static IntValue toInt(Value number) {
        return number instanceof BoolValue bool ? bool.toInt() : (IntValue) number;
    }

    private static Optional<Value> containers(BinaryOperator operator, Value left, Value right, Runtime runtime) {
        return switch (operator) {
            case ADD -> Sequences.concatenate(left, right, runtime);
            case MULTIPLY -> Sequences.repeat(left, right, runtime);
            case MODULO ->
                left instanceof StrValue(String format)
                        ? Optional.of(new StrValue(PercentFormat.format(format, right, runtime)))
                        : Optional.empty();
            case OR ->
                left instanceof DictValue a && right instanceof DictValue b
                        ? Optional.of(DictType.merged(a, b, runtime))
                        : sets(operator, left, right, runtime);
            case AND, XOR, SUBTRACT -> sets(operator, left, right, runtime);
            case DIVIDE, FLOOR_DIVIDE, POWER, MATRIX_MULTIPLY, SHIFT_LEFT, SHIFT_RIGHT -> Optional.empty();
        };
    }

    private static Optional<Value> sets(BinaryOperator operator, Value left, Value right, Runtime runtime) {
        return left instanceof SetValue a && right instanceof SetValue b
                ? Optional.of(SetType.combine(operator, a, b.items(), runtime))
                : Optional.empty();
    }

    /** {@code operator operand}; empty where the operand does not know it. */
    public static Optional<Value> unary(UnaryOperator operator, Value operand, Runtime runtime) {
        return switch (operand) {
            case BoolValue bool -> unary(operator, bool.toInt(), runtime);
            case IntValue number ->
                Optional.of(
                        switch (operator) {
                            case PLUS -> number;
                            case MINUS -> IntMath.negate(number);
                            case INVERT -> IntMath.add(IntMath.negate(number), IntValue.of(-1), runtime);
                        });
            case FloatValue(double number) ->
                switch (operator) {
                    case PLUS -> Optional.of(operand);
                    case MINUS -> Optional.of(new FloatValue(-number));
                    case INVERT -> Optional.empty();
                };
            case HostObject host -> host.unary(operator, runtime);
            default -> Optional.empty();
        };
    }

    /** The TypeError for operands that do not know each other. */
    public static PythonError wrongOperands(BinaryOperator operator, Value left, Value right, boolean augmented) {
        String type = left.typeName();
        boolean concatenation = operator == BinaryOperator.ADD && Sequences.isSequence(left);
        if (concatenation) {
            return PythonError.typeError(
                    "can only concatenate " + type + " (not \"" + right.typeName() + "\") to " + type);
        }
        String symbol = operator == BinaryOperator.POWER && !augmented ? "** or pow()" : operator.symbol();
        return PythonError.typeError("unsupported operand type(s) for " + symbol + (augmented ? "=" : "") + ": '" + type
                + "' and '" + right.typeName() + "'");
    }

    /** The TypeError for an operand that does not know a sign. */
    public static PythonError wrongOperand(UnaryOperator operator, Value operand) {
        return PythonError.typeError(
                "bad operand type for unary " + operator.symbol() + ": '" + operand.typeName() + "'");
    }
}
