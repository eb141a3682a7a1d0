package dev.cadwright.neural.safetensors;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Collects tensors and writes them in one deterministic form: sorted by name, the header padded to eight bytes. */
public final class SafetensorsWriter {
    private final TreeMap<String, Tensor> tensors = new TreeMap<>();
    private final TreeMap<String, String> metadata = new TreeMap<>();

    private record Tensor(ElementType type, long[] shape, byte[] bytes) {}

    public SafetensorsWriter metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** Adds a tensor of single-precision values, stored as F32, BF16 or F16 (rounded to nearest even). */
    public SafetensorsWriter floats(String name, ElementType type, long[] shape, float[] values) {
        requireCount(name, shape, values.length);
        ByteBuffer bytes = buffer((long) values.length * type.bytes());
        for (float value : values) {
            switch (type) {
                case F32 -> bytes.putFloat(value);
                case BF16 -> bytes.putShort(bfloat(value));
                case F16 -> bytes.putShort(Float.floatToFloat16(value));
                case BOOL, U8, I8, I16, U16, I32, U32, F64, I64, U64 ->
                    throw new IllegalArgumentException("single-precision values are not stored as " + type);
            }
        }
        return add(name, type, shape, bytes.array());
    }

    /** Adds a tensor of whole numbers, stored as U8, I32 or I64. */
    public SafetensorsWriter integers(String name, ElementType type, long[] shape, long[] values) {
        requireCount(name, shape, values.length);
        ByteBuffer bytes = buffer((long) values.length * type.bytes());
        for (long value : values) {
            switch (type) {
                case U8 -> bytes.put((byte) value);
                case I32 -> bytes.putInt(Math.toIntExact(value));
                case I64 -> bytes.putLong(value);
                case BOOL, I8, I16, U16, U32, F16, BF16, F32, F64, U64 ->
                    throw new IllegalArgumentException("whole numbers are not stored as " + type);
            }
        }
        return add(name, type, shape, bytes.array());
    }

    public void write(OutputStream out) {
        try {
            byte[] header = header();
            out.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length)
                    .array());
            out.write(header);
            for (Tensor tensor : tensors.values()) {
                out.write(tensor.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] header() {
        List<PlannedTensor> planned = new ArrayList<>();
        tensors.forEach((name, tensor) -> planned.add(new PlannedTensor(name, tensor.type(), tensor.shape())));
        return PlannedTensor.header(metadata, planned);
    }

    private SafetensorsWriter add(String name, ElementType type, long[] shape, byte[] bytes) {
        if (tensors.put(name, new Tensor(type, shape.clone(), bytes)) != null) {
            throw new IllegalArgumentException("two tensors named " + name);
        }
        return this;
    }

    private static void requireCount(String name, long[] shape, int count) {
        if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != count) {
            throw new IllegalArgumentException(name + Arrays.toString(shape) + " does not hold " + count + " elements");
        }
    }

    private static ByteBuffer buffer(long bytes) {
        return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static short bfloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
    }
}
