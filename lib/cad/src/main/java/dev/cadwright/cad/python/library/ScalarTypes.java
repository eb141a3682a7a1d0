package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.EllipsisValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.NotImplementedValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;

/** {@code int}, {@code float}, {@code bool} and the types of the constants. */
final class ScalarTypes {
    static final HostType INT = HostType.named("int", Value.class)
            .instances(value -> value instanceof IntValue || value instanceof BoolValue)
            .constructor("x=0, /, base=None", NumberParsing::toInt)
            .method("bit_length", "", (self, call) -> IntValue.of(whole(self).bitLength()))
            .method(
                    "bit_count",
                    "",
                    (self, call) -> IntValue.of(whole(self).toBigInteger().abs().bitCount()))
            .method("conjugate", "", (self, call) -> whole(self))
            .method("is_integer", "", (self, call) -> BoolValue.TRUE)
            .property("real", ScalarTypes::whole)
            .property("imag", self -> IntValue.of(0))
            .property("numerator", ScalarTypes::whole)
            .property("denominator", self -> IntValue.of(1))
            .build();

    static final HostType FLOAT = HostType.named("float", FloatValue.class)
            .constructor("x=0.0, /", NumberParsing::toFloat)
            .method(
                    "is_integer",
                    "",
                    (self, call) ->
                            BoolValue.of(Double.isFinite(self.value()) && self.value() == Math.rint(self.value())))
            .method("as_integer_ratio", "", ScalarTypes::ratio)
            .method("conjugate", "", (self, call) -> self)
            .method("hex", "", (self, call) -> new StrValue(Double.toHexString(self.value())))
            .property("real", self -> self)
            .property("imag", self -> new FloatValue(0))
            .build();

    static final HostType BOOL = HostType.named("bool", BoolValue.class)
            .constructor("x=False, /", call -> BoolValue.of(call.truth("x")))
            .inherit(INT)
            .build();

    static final HostType NONE = HostType.named("NoneType", NoneValue.class).build();
    static final HostType ELLIPSIS =
            HostType.named("ellipsis", EllipsisValue.class).build();
    static final HostType NOT_IMPLEMENTED =
            HostType.named("NotImplementedType", NotImplementedValue.class).build();

    private ScalarTypes() {}

    private static IntValue whole(Value value) {
        return value instanceof BoolValue bool ? bool.toInt() : (IntValue) value;
    }

    private static Value ratio(FloatValue self, Arguments call) {
        if (!Double.isFinite(self.value())) {
            throw Double.isNaN(self.value())
                    ? PythonError.valueError("cannot convert NaN to integer ratio")
                    : PythonError.of(ExceptionTypes.OVERFLOW_ERROR, "cannot convert Infinity to integer ratio");
        }
        BigDecimal exact = new BigDecimal(self.value());
        BigInteger denominator = exact.scale() <= 0 ? BigInteger.ONE : BigInteger.TEN.pow(exact.scale());
        BigInteger numerator = exact.scale() <= 0 ? exact.toBigIntegerExact() : exact.unscaledValue();
        BigInteger common = numerator.gcd(denominator);
        if (common.signum() == 0) {
            common = BigInteger.ONE;
        }
        return TupleValue.of(IntValue.of(numerator.divide(common)), IntValue.of(denominator.divide(common)));
    }

    /** The whole part of a number. @throws PythonError for infinity and NaN */
    static IntValue truncated(double value) {
        if (Double.isNaN(value)) {
            throw PythonError.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw PythonError.of(ExceptionTypes.OVERFLOW_ERROR, "cannot convert float infinity to integer");
        }
        return Numbers.truncate(value);
    }
}
