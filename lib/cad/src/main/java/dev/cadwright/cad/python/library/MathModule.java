package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The module {@code math}: elementary functions, computed the same way on every machine. */
final class MathModule {
    static final ModuleValue MODULE = new ModuleValue("math", attributes());

    private MathModule() {}

    private static Map<String, Value> attributes() {
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("pi", new FloatValue(Math.PI));
        all.put("e", new FloatValue(Math.E));
        all.put("tau", new FloatValue(2 * Math.PI));
        all.put("inf", new FloatValue(Double.POSITIVE_INFINITY));
        all.put("nan", new FloatValue(Double.NaN));
        elementary(all);
        unary(all, "degrees", x -> x * (180 / Math.PI));
        unary(all, "radians", x -> x * (Math.PI / 180));
        unary(all, "fabs", Math::abs);
        binary(all, "copysign", Math::copySign);
        binary(all, "fmod", MathModule::fmod);
        binary(all, "remainder", MathModule::remainder);
        binary(all, "atan2", StrictMath::atan2);
        binary(all, "nextafter", Math::nextAfter);
        define(all, "pow", "x, y, /", call -> new FloatValue(power(real(call.at(0)), real(call.at(1)))));
        define(all, "hypot", "*coordinates", MathModule::hypot);
        define(all, "dist", "p, q, /", MathModule::distance);
        define(all, "isnan", "x, /", call -> BoolValue.of(Double.isNaN(real(call.at(0)))));
        define(all, "isinf", "x, /", call -> BoolValue.of(Double.isInfinite(real(call.at(0)))));
        define(all, "isfinite", "x, /", call -> BoolValue.of(Double.isFinite(real(call.at(0)))));
        define(all, "isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", MathModule::isClose);
        define(all, "floor", "x, /", call -> whole(call, "__floor__", Math::floor));
        define(all, "ceil", "x, /", call -> whole(call, "__ceil__", Math::ceil));
        define(all, "trunc", "x, /", call -> whole(call, "__trunc__", x -> x < 0 ? Math.ceil(x) : Math.floor(x)));
        define(all, "modf", "x, /", MathModule::parts);
        define(all, "frexp", "x, /", MathModule::mantissa);
        define(all, "ldexp", "x, i, /", MathModule::scaled);
        define(all, "ulp", "x, /", call -> new FloatValue(Math.ulp(real(call.at(0)))));
        define(all, "fsum", "seq, /", MathModule::exactSum);
        CombinatoricFunctions.addTo(all);
        return all;
    }

    private static void elementary(Map<String, Value> all) {
        unary(all, "sin", StrictMath::sin);
        unary(all, "cos", StrictMath::cos);
        unary(all, "tan", StrictMath::tan);
        unary(all, "asin", StrictMath::asin);
        unary(all, "acos", StrictMath::acos);
        unary(all, "atan", StrictMath::atan);
        unary(all, "sinh", StrictMath::sinh);
        unary(all, "cosh", StrictMath::cosh);
        unary(all, "tanh", StrictMath::tanh);
        unary(all, "asinh", Elementary::asinh);
        unary(all, "acosh", Elementary::acosh);
        unary(all, "atanh", Elementary::atanh);
        unary(all, "sqrt", StrictMath::sqrt);
        unary(all, "cbrt", StrictMath::cbrt);
        unary(all, "exp", StrictMath::exp);
        unary(all, "exp2", x -> StrictMath.pow(2, x));
        unary(all, "expm1", StrictMath::expm1);
        unary(all, "log1p", StrictMath::log1p);
        unary(all, "erf", Elementary::erf);
        unary(all, "erfc", x -> 1 - Elementary.erf(x));
        unary(all, "gamma", Elementary::gamma);
        unary(all, "lgamma", Elementary::logGamma);
        define(all, "log", "x, base=None, /", Logarithms::log);
        define(all, "log2", "x, /", call -> Logarithms.of(call.at(0), 2));
        define(all, "log10", "x, /", call -> Logarithms.of(call.at(0), 10));
    }

    static void define(Map<String, Value> all, String name, String parameters, HostFunction.Body body) {
        all.put(name, HostFunction.of(name, parameters, body));
    }

    private static void unary(Map<String, Value> all, String name, DoubleUnaryOperator operator) {
        define(all, name, "x, /", call -> {
            double x = real(call.at(0));
            return new FloatValue(checked(operator.applyAsDouble(x), Double.isFinite(x), Double.isNaN(x)));
        });
    }

    private static void binary(Map<String, Value> all, String name, DoubleBinaryOperator operator) {
        define(all, name, "x, y, /", call -> {
            double x = real(call.at(0));
            double y = real(call.at(1));
            boolean finite = Double.isFinite(x) && Double.isFinite(y);
            return new FloatValue(checked(operator.applyAsDouble(x, y), finite, Double.isNaN(x) || Double.isNaN(y)));
        });
    }

    /** NaN where no argument was NaN is a domain error; infinity of finite arguments an overflow. */
    private static double checked(double result, boolean finite, boolean nan) {
        if (Double.isNaN(result) && !nan) {
            throw PythonError.valueError("math domain error");
        }
        if (Double.isInfinite(result) && finite) {
            throw PythonError.of(ExceptionTypes.OVERFLOW_ERROR, "math range error");
        }
        return result;
    }

    /** A number as a double, in the words of Python's own functions. */
    static double real(Value value) {
        if (!Numbers.isNumber(value)) {
            throw PythonError.typeError("must be real number, not " + value.typeName());
        }
        return value instanceof FloatValue(double number) ? number : IntMath.toFloat(NumberFunctions.whole(value));
    }

    private static double fmod(double x, double y) {
        return y == 0 ? Double.NaN : x % y;
    }

    private static double remainder(double x, double y) {
        return y == 0 ? Double.NaN : StrictMath.IEEEremainder(x, y);
    }

    private static double power(double x, double y) {
        if (x == 1 || y == 0) {
            return 1;
        }
        boolean finite = Double.isFinite(x) && Double.isFinite(y);
        if (x == 0 && y < 0 && finite) {
            throw PythonError.valueError("math domain error");
        }
        return x == -1 && Double.isInfinite(y)
                ? 1
                : checked(StrictMath.pow(x, y), finite, Double.isNaN(x) || Double.isNaN(y));
    }

    private static Value hypot(Arguments call) {
        return new FloatValue(norm(
                call.rest("coordinates").stream().mapToDouble(MathModule::real).toArray()));
    }

    static double norm(double[] values) {
        if (values.length == 2) {
            return StrictMath.hypot(values[0], values[1]);
        }
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0 || Double.isInfinite(largest) || Double.isNaN(largest)) {
            return largest;
        }
        double sum = 0;
        for (double value : values) {
            sum += value / largest * (value / largest);
        }
        return largest * Math.sqrt(sum);
    }

    private static Value distance(Arguments call) {
        double[] p = call.numbers("p");
        double[] q = call.numbers("q");
        if (p.length != q.length) {
            throw PythonError.valueError("both points must have the same number of dimensions");
        }
        for (int i = 0; i < p.length; i++) {
            p[i] -= q[i];
        }
        return new FloatValue(norm(p));
    }

    private static Value isClose(Arguments call) {
        double a = real(call.at(0));
        double b = real(call.at(1));
        double relative = call.number("rel_tol");
        double absolute = call.number("abs_tol");
        if (relative < 0 || absolute < 0) {
            throw PythonError.valueError("tolerances must be non-negative");
        }
        double difference = Math.abs(a - b);
        boolean finite = Double.isFinite(a) && Double.isFinite(b);
        return BoolValue.of(a == b
                || (finite && (difference <= relative * Math.max(Math.abs(a), Math.abs(b)) || difference <= absolute)));
    }

    private static Value whole(Arguments call, String method, DoubleUnaryOperator rounding) {
        Value value = call.at(0);
        if (value instanceof FloatValue(double number)) {
            return ScalarTypes.truncated(rounding.applyAsDouble(number));
        }
        if (Numbers.isNumber(value)) {
            return NumberFunctions.whole(value);
        }
        Optional<Value> own = call.runtime().findAttribute(value, method);
        if (own.isEmpty()) {
            throw PythonError.typeError("must be real number, not " + value.typeName());
        }
        return call.runtime().call(own.get(), List.of());
    }

    private static Value parts(Arguments call) {
        double x = real(call.at(0));
        if (Double.isInfinite(x)) {
            return TupleValue.of(Math.copySign(0.0, x), x);
        }
        double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        return TupleValue.of(Math.copySign(x - whole, x), Math.copySign(whole, x));
    }

    private static Value mantissa(Arguments call) {
        double x = real(call.at(0));
        if (x == 0 || !Double.isFinite(x)) {
            return TupleValue.of(new FloatValue(x), IntValue.of(0));
        }
        int exponent =
                Math.getExponent(x) < Double.MIN_EXPONENT ? Math.getExponent(x * 0x1p54) - 53 : Math.getExponent(x) + 1;
        double fraction =
                Math.abs(x) < Double.MIN_NORMAL ? Math.scalb(x * 0x1p54, -exponent - 54) : Math.scalb(x, -exponent);
        return TupleValue.of(new FloatValue(fraction), IntValue.of(exponent));
    }

    private static Value scaled(Arguments call) {
        double x = real(call.at(0));
        int exponent = Math.clamp(call.integer("i"), -5000, 5000);
        return new FloatValue(checked(Math.scalb(x, exponent), Double.isFinite(x), Double.isNaN(x)));
    }

    private static Value exactSum(Arguments call) {
        double[] numbers = call.numbers("seq");
        double plain = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (double number : numbers) {
            plain += number;
            if (Double.isFinite(number)) {
                call.runtime().step(4);
                sum = sum.add(new BigDecimal(number));
            }
        }
        return new FloatValue(Double.isFinite(plain) ? sum.doubleValue() : plain);
    }
}
