package dev.cadwright.neural.safetensors;

import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

/** A memory-mapped safetensors file. Thread-safe until closed. */
public final class SafetensorsFile implements AutoCloseable {
    /** The reference implementation's limit. */
    private static final long MAX_HEADER = 100_000_000;

    private static final int PREFIX = 8;
    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort HALF = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt WORD = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat SINGLE =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Arena arena;
    private final MemorySegment data;
    private final SafetensorsHeader header;

    private SafetensorsFile(Arena arena, MemorySegment data, SafetensorsHeader header) {
        this.arena = arena;
        this.data = data;
        this.header = header;
    }

    /** @throws NeuralException {@code bad_safetensors} if the file is not what it claims */
    public static SafetensorsFile open(Path path) {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < PREFIX) {
                throw SafetensorsHeader.bad(path.getFileName() + " is too short to be a safetensors file");
            }
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            long headerBytes = file.get(LENGTH, 0);
            if (headerBytes < 2 || headerBytes > MAX_HEADER || headerBytes > size - PREFIX) {
                throw SafetensorsHeader.bad(
                        path.getFileName() + " claims a header of " + Long.toUnsignedString(headerBytes) + " bytes");
            }
            byte[] json = file.asSlice(PREFIX, headerBytes).toArray(ValueLayout.JAVA_BYTE);
            MemorySegment data = file.asSlice(PREFIX + headerBytes);
            return new SafetensorsFile(arena, data, SafetensorsHeader.parse(json, data.byteSize()));
        } catch (IOException e) {
            arena.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    public Set<String> names() {
        return header.tensors().keySet();
    }

    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** @throws NeuralException {@code missing_tensor} if there is none of that name */
    public TensorEntry entry(String name) {
        TensorEntry entry = header.tensors().get(name);
        if (entry == null) {
            throw new NeuralException("missing_tensor", "no tensor named " + name);
        }
        return entry;
    }

    /** The mapped bytes of a tensor; valid until the file is closed. */
    public MemorySegment bytes(String name) {
        TensorEntry entry = entry(name);
        return data.asSlice(entry.begin(), entry.end() - entry.begin());
    }

    /** The elements of a floating-point tensor as single precision. */
    public float[] floats(String name) {
        TensorEntry entry = entry(name);
        return floats(name, 0, Math.toIntExact(entry.elements()));
    }

    /** Some elements of a floating-point tensor as single precision. */
    public float[] floats(String name, long first, int count) {
        TensorEntry entry = entry(name);
        MemorySegment bytes = slice(entry, first, count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (entry.type()) {
                case F32 -> bytes.getAtIndex(SINGLE, i);
                case BF16 -> Float.intBitsToFloat(bytes.getAtIndex(HALF, i) << 16);
                case F16 -> Float.float16ToFloat(bytes.getAtIndex(HALF, i));
                case F64 -> (float) bytes.getAtIndex(DOUBLE, i);
                case BOOL, U8, I8, I16, U16, I32, U32, I64, U64 -> throw wrongType(entry, "floating-point");
            };
        }
        return values;
    }

    /** The elements of an integer tensor. */
    public long[] integers(String name) {
        return integers(name, 0, Math.toIntExact(entry(name).elements()));
    }

    /** Some elements of an integer tensor. */
    public long[] integers(String name, long first, int count) {
        TensorEntry entry = entry(name);
        MemorySegment bytes = slice(entry, first, count);
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (entry.type()) {
                case BOOL, U8 -> Byte.toUnsignedLong(bytes.get(ValueLayout.JAVA_BYTE, i));
                case I8 -> bytes.get(ValueLayout.JAVA_BYTE, i);
                case I16 -> bytes.getAtIndex(HALF, i);
                case U16 -> Short.toUnsignedLong(bytes.getAtIndex(HALF, i));
                case I32 -> bytes.getAtIndex(WORD, i);
                case U32 -> Integer.toUnsignedLong(bytes.getAtIndex(WORD, i));
                case I64, U64 -> bytes.getAtIndex(LENGTH, i);
                case F16, BF16, F32, F64 -> throw wrongType(entry, "integer");
            };
        }
        return values;
    }

    private MemorySegment slice(TensorEntry entry, long first, int count) {
        if (first < 0 || count < 0 || first > entry.elements() - count) {
            throw new IndexOutOfBoundsException("elements " + first + " + " + count + " of " + entry);
        }
        long width = entry.type().bytes();
        return data.asSlice(entry.begin() + first * width, count * width);
    }

    private static NeuralException wrongType(TensorEntry entry, String wanted) {
        return new NeuralException("wrong_tensor_type", entry + " is not a " + wanted + " tensor");
    }

    @Override
    public void close() {
        arena.close();
    }
}
