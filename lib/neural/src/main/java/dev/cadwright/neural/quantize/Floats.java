package dev.cadwright.neural.quantize;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.ScalarType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The numbers of a matrix [rows, columns] where they lie in memory, widened one by one.
 *
 * @param transposed whether they lie as [columns, rows]
 */
record Floats(MemorySegment memory, ScalarType type, int rows, int columns, boolean transposed) {
    static Floats of(String name, NDArray array, boolean transposed) {
        long[] shape = array.getShape().getShape();
        ScalarType type = ForeignTensors.type(array);
        if (shape.length != 2 || !type.floating()) {
            throw new NeuralException("bad_checkpoint", name + " is no matrix of floating-point numbers");
        }
        int rows = Math.toIntExact(shape[transposed ? 1 : 0]);
        int columns = Math.toIntExact(shape[transposed ? 0 : 1]);
        return new Floats(ForeignTensors.memory(array), type, rows, columns, transposed);
    }

    long size() {
        return (long) rows * columns;
    }

    /** @param index row-major, whatever the layout */
    float at(long index) {
        return read(transposed ? index % columns * rows + index / columns : index);
    }

    private float read(long i) {
        return switch (type) {
            case F32 -> memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, i * Float.BYTES);
            case BF16 ->
                Float.intBitsToFloat(memory.get(ValueLayout.JAVA_SHORT_UNALIGNED, i * Short.BYTES) << Short.SIZE);
            case F16 -> Float.float16ToFloat(memory.get(ValueLayout.JAVA_SHORT_UNALIGNED, i * Short.BYTES));
            case F64 -> (float) memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, i * Double.BYTES);
            case U8, I8, I16, I32, I64, BOOL -> throw new IllegalStateException("not floating: " + type);
        };
    }

    /** The largest magnitude from one index to another. */
    float largest(String name, long from, long to) {
        float largest = 0;
        for (long i = from; i < to; i++) {
            float magnitude = Math.abs(at(i));
            if (!(magnitude <= Float.MAX_VALUE)) {
                throw new NeuralException("bad_checkpoint", name + " holds a number that is not finite");
            }
            largest = Math.max(largest, magnitude);
        }
        return largest;
    }
}
