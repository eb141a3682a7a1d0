package dev.cadwright.cad.python.numpy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Functions of one number whose results are floats; outside of their domain they give NaN, as numpy's do. */
final class UnaryFunctions {
    static final Map<String, DoubleUnaryOperator> ALL = all();

    private UnaryFunctions() {}

    private static Map<String, DoubleUnaryOperator> all() {
        Map<String, DoubleUnaryOperator> all = new LinkedHashMap<>();
        all.put("sin", StrictMath::sin);
        all.put("cos", StrictMath::cos);
        all.put("tan", StrictMath::tan);
        all.put("arcsin", StrictMath::asin);
        all.put("arccos", StrictMath::acos);
        all.put("arctan", StrictMath::atan);
        all.put("sinh", StrictMath::sinh);
        all.put("cosh", StrictMath::cosh);
        all.put("tanh", StrictMath::tanh);
        all.put("sqrt", StrictMath::sqrt);
        all.put("cbrt", StrictMath::cbrt);
        all.put("exp", StrictMath::exp);
        all.put("expm1", StrictMath::expm1);
        all.put("log", StrictMath::log);
        all.put("log1p", StrictMath::log1p);
        all.put("log10", StrictMath::log10);
        all.put("log2", x -> StrictMath.log(x) / StrictMath.log(2));
        all.put("radians", x -> x * (Math.PI / 180));
        all.put("deg2rad", x -> x * (Math.PI / 180));
        all.put("degrees", x -> x * (180 / Math.PI));
        all.put("rad2deg", x -> x * (180 / Math.PI));
        all.put("floor", Math::floor);
        all.put("ceil", Math::ceil);
        all.put("rint", Math::rint);
        all.put("trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
        all.put("fabs", Math::abs);
        all.put("sinc", x -> x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x));
        return all;
    }
}
