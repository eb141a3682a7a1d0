package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.math.BigInteger;
import java.util.Map;

/** The functions of {@code math} on ints. */
final class CombinatoricFunctions {
    private CombinatoricFunctions() {}

    static void addTo(Map<String, Value> all) {
        MathModule.define(
                all,
                "factorial",
                "x, /",
                call -> product(
                        IntValue.of(1),
                        positive(call, "x", "factorial() not defined for negative values"),
                        call.runtime()));
        MathModule.define(all, "comb", "n, k, /", CombinatoricFunctions::combinations);
        MathModule.define(all, "perm", "n, k=None, /", CombinatoricFunctions::permutations);
        MathModule.define(all, "gcd", "*integers", CombinatoricFunctions::commonDivisor);
        MathModule.define(all, "lcm", "*integers", CombinatoricFunctions::commonMultiple);
        MathModule.define(all, "isqrt", "n, /", call -> {
            IntValue number = positive(call, "n", "isqrt() argument must be nonnegative");
            IntMath.chargeDivision(number.bitLength(), number.bitLength(), call.runtime());
            return IntValue.of(number.toBigInteger().sqrt());
        });
        MathModule.define(all, "prod", "iterable, /, *, start=1", CombinatoricFunctions::productOf);
    }

    private static IntValue positive(Arguments call, String parameter, String message) {
        IntValue number = NumberFunctions.whole(call.value(parameter));
        if (number.sign() < 0) {
            throw PythonError.valueError(message);
        }
        return number;
    }

    /** {@code first · (first + 1) · … · last}. */
    private static IntValue product(IntValue first, IntValue last, Runtime runtime) {
        long from = first.isLong() ? first.longValue() : Long.MAX_VALUE;
        long to = last.isLong() ? last.longValue() : Long.MAX_VALUE;
        IntValue product = IntValue.of(1);
        for (long i = from; i <= to; i++) {
            runtime.step(1);
            product = IntMath.multiply(product, IntValue.of(i), runtime);
        }
        return product;
    }

    private static Value combinations(Arguments call) {
        IntValue n = positive(call, "n", "n must be a non-negative integer");
        IntValue k = positive(call, "k", "k must be a non-negative integer");
        IntValue rest = IntMath.add(n, IntMath.negate(k), call.runtime());
        if (rest.sign() < 0) {
            return IntValue.of(0);
        }
        boolean few = k.toBigInteger().compareTo(rest.toBigInteger()) <= 0;
        long count = few ? k.longValue() : rest.longValue();
        BigInteger result = BigInteger.ONE;
        for (long i = 1; i <= count; i++) {
            call.runtime().step(1);
            call.runtime().requireBits(result.bitLength() + n.bitLength());
            result = result.multiply(n.toBigInteger().subtract(BigInteger.valueOf(i - 1)))
                    .divide(BigInteger.valueOf(i));
        }
        return IntValue.of(result);
    }

    private static Value permutations(Arguments call) {
        IntValue n = positive(call, "n", "n must be a non-negative integer");
        if (call.value("k") == NoneValue.NONE) {
            return product(IntValue.of(1), n, call.runtime());
        }
        IntValue k = positive(call, "k", "k must be a non-negative integer");
        IntValue first = IntMath.add(IntMath.add(n, IntMath.negate(k), call.runtime()), IntValue.of(1), call.runtime());
        return first.sign() <= 0 ? IntValue.of(0) : product(first, n, call.runtime());
    }

    private static Value commonDivisor(Arguments call) {
        BigInteger result = BigInteger.ZERO;
        for (Value value : call.rest("integers")) {
            BigInteger number = NumberFunctions.whole(value).toBigInteger();
            IntMath.chargeDivision(result.bitLength(), number.bitLength(), call.runtime());
            result = result.gcd(number);
        }
        return IntValue.of(result);
    }

    private static Value commonMultiple(Arguments call) {
        BigInteger result = BigInteger.ONE;
        for (Value value : call.rest("integers")) {
            BigInteger number = NumberFunctions.whole(value).toBigInteger().abs();
            if (number.signum() == 0) {
                return IntValue.of(0);
            }
            call.runtime().requireBits(result.bitLength() + number.bitLength());
            result = result.multiply(number).divide(result.gcd(number));
        }
        return IntValue.of(result);
    }

    private static Value productOf(Arguments call) {
        Value product = call.value("start");
        for (Value value : call.list("iterable")) {
            product = call.runtime().binary(BinaryOperator.MULTIPLY, product, value);
        }
        return product;
    }
}
