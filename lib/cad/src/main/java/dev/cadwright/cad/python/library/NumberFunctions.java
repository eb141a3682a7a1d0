package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Built-in functions of numbers. */
final class NumberFunctions {
    static final List<HostFunction> ALL = List.of(
            HostFunction.of("abs", "x, /", NumberFunctions::abs),
            HostFunction.of("divmod", "x, y, /", NumberFunctions::divmod),
            HostFunction.of("pow", "base, exp, mod=None", NumberFunctions::pow),
            HostFunction.of("round", "number, ndigits=None", NumberFunctions::round),
            HostFunction.of("max", "*items, key=None, default=...", call -> extreme(call, ComparisonOperator.GREATER)),
            HostFunction.of("min", "*items, key=None, default=...", call -> extreme(call, ComparisonOperator.LESS)),
            HostFunction.of("sum", "iterable, /, start=0", NumberFunctions::sum),
            HostFunction.of("bin", "number, /", call -> radix(call, 2, "0b")),
            HostFunction.of("oct", "number, /", call -> radix(call, 8, "0o")),
            HostFunction.of("hex", "number, /", call -> radix(call, 16, "0x")),
            HostFunction.of("chr", "i, /", call -> new StrValue(TextFunctions.character(whole(call.at(0))))),
            HostFunction.of("ord", "c, /", call -> IntValue.of(TextFunctions.codePoint(call.at(0)))));

    private NumberFunctions() {}

    private static Value abs(Arguments call) {
        return switch (call.at(0)) {
            case IntValue number -> number.sign() < 0 ? IntMath.negate(number) : number;
            case BoolValue bool -> bool.toInt();
            case FloatValue(double number) -> new FloatValue(Math.abs(number));
            default ->
                special(call, "__abs__")
                        .orElseThrow(() -> PythonError.typeError(
                                "bad operand type for abs(): '" + call.at(0).typeName() + "'"));
        };
    }

    private static Optional<Value> special(Arguments call, String method, Value... arguments) {
        return call.runtime().findAttribute(call.at(0), method).map(function -> call.runtime()
                .call(function, List.of(arguments)));
    }

    private static Value divmod(Arguments call) {
        Runtime runtime = call.runtime();
        return TupleValue.of(
                runtime.binary(BinaryOperator.FLOOR_DIVIDE, call.at(0), call.at(1)),
                runtime.binary(BinaryOperator.MODULO, call.at(0), call.at(1)));
    }

    private static Value pow(Arguments call) {
        if (call.isNone("mod")) {
            return call.runtime().binary(BinaryOperator.POWER, call.at(0), call.at(1));
        }
        IntValue base = whole(call.at(0));
        IntValue exponent = whole(call.at(1));
        IntValue modulus = whole(call.at(2));
        if (modulus.sign() == 0) {
            throw PythonError.valueError("pow() 3rd argument cannot be 0");
        }
        call.runtime().step((long) exponent.bitLength() * modulus.bitLength() / 64);
        try {
            BigInteger power = base.toBigInteger()
                    .modPow(exponent.toBigInteger(), modulus.toBigInteger().abs());
            return IntMath.modulo(IntValue.of(power), modulus, call.runtime());
        } catch (ArithmeticException noInverse) {
            throw PythonError.valueError("base is not invertible for the given modulus");
        }
    }

    private static Value round(Arguments call) {
        boolean toWhole = call.isNone("ndigits");
        return switch (call.at(0)) {
            case FloatValue(double number) when toWhole -> ScalarTypes.truncated(Math.rint(number));
            case FloatValue(double number) -> new FloatValue(FloatMath.round(number, call.integer("ndigits")));
            case IntValue number -> toWhole ? number : rounded(number, call.integer("ndigits"));
            case BoolValue bool -> bool.toInt();
            default -> {
                Optional<Value> own = toWhole ? special(call, "__round__") : special(call, "__round__", call.at(1));
                yield own.orElseThrow(() ->
                        PythonError.typeError("type " + call.at(0).typeName() + " doesn't define __round__ method"));
            }
        };
    }

    private static IntValue rounded(IntValue number, long digits) {
        if (digits >= 0) {
            return number;
        }
        if (-digits > number.bitLength()) {
            return IntValue.of(0);
        }
        return IntValue.of(new BigDecimal(number.toBigInteger())
                .setScale((int) digits, RoundingMode.HALF_EVEN)
                .toBigIntegerExact());
    }

    private static Value extreme(Arguments call, ComparisonOperator better) {
        List<Value> given = call.rest("items");
        if (given.isEmpty()) {
            throw PythonError.typeError(call.function() + " expected at least 1 argument, got 0");
        }
        Iterator<Value> items = call.runtime().iterate(given.size() == 1 ? given.getFirst() : call.at(0));
        Value key = call.value("key");
        Value best = null;
        Value bestKey = null;
        while (items.hasNext()) {
            Value item = items.next();
            Value itemKey = key == NoneValue.NONE ? item : call.runtime().call(key, List.of(item));
            if (best == null || call.runtime().compare(better, itemKey, bestKey)) {
                best = item;
                bestKey = itemKey;
            }
        }
        if (best != null) {
            return best;
        }
        if (call.call().keywords().containsKey("default")) {
            return call.value("default");
        }
        throw PythonError.valueError(call.function() + "() arg is an empty sequence");
    }

    private static Value sum(Arguments call) {
        Value total = call.value("start");
        if (total instanceof StrValue) {
            throw PythonError.typeError("sum() can't sum strings [use ''.join(seq) instead]");
        }
        Iterator<Value> items = call.runtime().iterate(call.at(0));
        while (items.hasNext()) {
            total = call.runtime().binary(BinaryOperator.ADD, total, items.next());
        }
        return total;
    }

    static IntValue whole(Value value) {
        return switch (value) {
            case IntValue number -> number;
            case BoolValue bool -> bool.toInt();
            default ->
                throw PythonError.typeError("'" + value.typeName() + "' object cannot be interpreted as an integer");
        };
    }

    private static Value radix(Arguments call, int radix, String prefix) {
        IntValue number = whole(call.at(0));
        String sign = number.sign() < 0 ? "-" : "";
        return Sequences.text(sign + prefix + number.toBigInteger().abs().toString(radix), call.runtime());
    }
}
