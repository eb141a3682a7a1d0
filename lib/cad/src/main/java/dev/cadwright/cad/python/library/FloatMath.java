package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Arithmetic of floats with Python's signs, special cases and errors. */
final class FloatMath {
    private static final int MOST_DECIMALS = 400;

    private FloatMath() {}

    static Optional<Value> apply(BinaryOperator operator, double left, double right) {
        return switch (operator) {
            case ADD -> of(left + right);
            case SUBTRACT -> of(left - right);
            case MULTIPLY -> of(left * right);
            case DIVIDE -> of(divide(left, right));
            case FLOOR_DIVIDE -> of(floorDivide(left, right));
            case MODULO -> of(modulo(left, right));
            case POWER -> of(power(left, right));
            case MATRIX_MULTIPLY, SHIFT_LEFT, SHIFT_RIGHT, AND, OR, XOR -> Optional.empty();
        };
    }

    private static Optional<Value> of(double value) {
        return Optional.of(new FloatValue(value));
    }

    private static double divide(double left, double right) {
        if (right == 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "float division by zero");
        }
        return left / right;
    }

    static double modulo(double left, double right) {
        if (right == 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "float modulo");
        }
        double rest = left % right;
        if (rest == 0) {
            return Math.copySign(0.0, right);
        }
        return (right < 0) == (rest < 0) ? rest : rest + right;
    }

    static double floorDivide(double left, double right) {
        if (right == 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "float floor division by zero");
        }
        double rest = left % right;
        double quotient = (left - rest) / right;
        if (rest != 0 && (right < 0) != (rest < 0)) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, left / right);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    static double power(double base, double exponent) {
        if (base == 1 || exponent == 0) {
            return 1;
        }
        if (base == 0 && exponent < 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "0.0 cannot be raised to a negative power");
        }
        boolean finite = Double.isFinite(base) && Double.isFinite(exponent);
        if (finite && base < 0 && exponent != Math.rint(exponent)) {
            throw new UnsupportedConstruct("a complex number", "a negative number has no real root");
        }
        if (base == -1 && Double.isInfinite(exponent)) {
            return 1;
        }
        double power = StrictMath.pow(base, exponent);
        if (finite && Double.isInfinite(power)) {
            throw PythonError.of(ExceptionTypes.OVERFLOW_ERROR, "(34, 'Numerical result out of range')");
        }
        return power;
    }

    /** Python's {@code round(value, decimals)}: exact, halves to even. */
    static double round(double value, long decimals) {
        if (!Double.isFinite(value) || decimals > MOST_DECIMALS) {
            return value;
        }
        if (decimals < -MOST_DECIMALS) {
            return Math.copySign(0.0, value);
        }
        double rounded = new BigDecimal(value)
                .setScale((int) decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
        if (Double.isInfinite(rounded)) {
            throw PythonError.of(ExceptionTypes.OVERFLOW_ERROR, "rounded value too large to represent");
        }
        return Math.copySign(rounded, value);
    }
}
