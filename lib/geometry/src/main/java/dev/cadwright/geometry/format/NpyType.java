package dev.cadwright.geometry.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the numbers of an array file are stored. */
record NpyType(Kind kind, ByteOrder order) {
    enum Kind {
        UINT8(1),
        INT8(1),
        INT16(2),
        INT32(4),
        INT64(8),
        FLOAT16(2),
        FLOAT32(4),
        FLOAT64(8);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    /** @param description NumPy's type string, for example {@code <f4} */
    static NpyType of(String description) throws FormatException {
        ByteOrder order = description.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Kind kind =
                switch (description) {
                    case "|u1", "|b1" -> Kind.UINT8;
                    case "|i1" -> Kind.INT8;
                    case "<i2", ">i2" -> Kind.INT16;
                    case "<i4", ">i4" -> Kind.INT32;
                    case "<i8", ">i8" -> Kind.INT64;
                    case "<f2", ">f2" -> Kind.FLOAT16;
                    case "<f4", ">f4" -> Kind.FLOAT32;
                    case "<f8", ">f8" -> Kind.FLOAT64;
                    default ->
                        throw new FormatException(
                                "npy_type",
                                "arrays of " + description + " are not read: signed integers and floats are");
                };
        return new NpyType(kind, order);
    }

    int bytes() {
        return kind.bytes;
    }

    double[] decode(byte[] file, int from, int count) {
        ByteBuffer buffer = ByteBuffer.wrap(file, from, count * bytes()).order(order);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (kind) {
                case UINT8 -> buffer.get() & 0xFF;
                case INT8 -> buffer.get();
                case INT16 -> buffer.getShort();
                case INT32 -> buffer.getInt();
                case INT64 -> buffer.getLong();
                case FLOAT16 -> Float.float16ToFloat(buffer.getShort());
                case FLOAT32 -> buffer.getFloat();
                case FLOAT64 -> buffer.getDouble();
            };
        }
        return values;
    }
}
