package dev.cadwright.neural.tensor;

import dev.cadwright.neural.safetensors.ElementType;

/**
 * Element types of libtorch, with their number there. DJL's own {@code DataType} must not be used for what it does not
 * know: naming its BFLOAT16 ends the process.
 */
public enum ScalarType {
    U8(0, ElementType.U8, 0),
    I8(1, ElementType.I8, 0),
    I16(2, ElementType.I16, 0),
    I32(3, ElementType.I32, 0),
    I64(4, ElementType.I64, 0),
    F16(5, ElementType.F16, -65504),
    F32(6, ElementType.F32, -Float.MAX_VALUE),
    F64(7, ElementType.F64, -Double.MAX_VALUE),
    BOOL(11, ElementType.BOOL, 0),
    BF16(15, ElementType.BF16, -0x1.FEp127);

    private final int code;
    private final ElementType stored;
    private final double lowest;

    ScalarType(int code, ElementType stored, double lowest) {
        this.code = code;
        this.stored = stored;
        this.lowest = lowest;
    }

    /** libtorch's {@code c10::ScalarType}. */
    public int code() {
        return code;
    }

    /** The same type in a safetensors file. */
    public ElementType stored() {
        return stored;
    }

    /** The most negative finite number of a floating-point type, which masks scores; zero for the others. */
    public double lowest() {
        return lowest;
    }

    public boolean floating() {
        return lowest != 0;
    }

    /** The nearest number that this type has, if it is a floating-point type of up to 32 bits. */
    public double round(double value) {
        float single = (float) value;
        return switch (this) {
            case F32 -> single;
            case F16 -> Float.float16ToFloat(Float.floatToFloat16(single));
            case BF16 -> {
                int bits = Float.floatToRawIntBits(single);
                yield Float.intBitsToFloat((bits + 0x7FFF + ((bits >>> 16) & 1)) & 0xFFFF0000);
            }
            case U8, I8, I16, I32, I64, F64, BOOL -> value;
        };
    }

    public static ScalarType ofCode(int code) {
        for (ScalarType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("no element type of libtorch has the number " + code + " here");
    }

    /** @throws IllegalArgumentException for unsigned types wider than a byte, which libtorch's operations lack */
    public static ScalarType of(ElementType stored) {
        for (ScalarType type : values()) {
            if (type.stored == stored) {
                return type;
            }
        }
        throw new IllegalArgumentException("tensors of " + stored + " cannot be computed with");
    }
}
