package dev.cadwright.neural.kernels;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.ScalarType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A weight [rows, columns] where it lies, row by row. The memory must outlive the use.
 *
 * @param scales of each row (INT8) or of each block of 64 numbers (FOUR_BIT), single precision; else none
 * @param table the 16 numbers that codes of four bits stand for, single precision; else none
 * @param bias of each row, in single precision or bf16
 */
public record StoredWeight(
        Format format,
        long rows,
        long columns,
        MemorySegment data,
        MemorySegment scales,
        MemorySegment table,
        Optional<Numbers> bias) {
    /** Numbers that one scale serves in FOUR_BIT. */
    public static final int BLOCK = 64;

    /** The order is that of the library. */
    public enum Format {
        SINGLE,
        BRAIN,
        /** number = code · scale of the row */
        INT8,
        /** number = table[code] · scale of the block; two codes a byte, the first in the high half */
        FOUR_BIT;

        /** None for types that the kernels do not read. */
        public static Optional<Format> of(ScalarType type) {
            return switch (type) {
                case F32 -> Optional.of(SINGLE);
                case BF16 -> Optional.of(BRAIN);
                case U8, I8, I16, I32, I64, F16, F64, BOOL -> Optional.empty();
            };
        }
    }

    /** Numbers in a row, in single precision or bf16. */
    public record Numbers(MemorySegment data, Format format) {
        public static final Numbers NONE = new Numbers(MemorySegment.NULL, Format.SINGLE);

        /** Those of a contiguous array; none where the type is not one that the kernels read. */
        public static Optional<Numbers> of(NDArray array) {
            return Format.of(ForeignTensors.type(array))
                    .map(format -> new Numbers(ForeignTensors.memory(array), format));
        }

        public Numbers {
            if (format != Format.SINGLE && format != Format.BRAIN) {
                throw new IllegalArgumentException("not floating-point numbers: " + format);
            }
        }
    }

    public StoredWeight {
        Objects.requireNonNull(format);
        Objects.requireNonNull(bias);
        if (format == Format.FOUR_BIT && columns % BLOCK != 0) {
            throw new IllegalArgumentException("blocks of " + BLOCK + " do not fill rows of " + columns);
        }
    }

    /** A floating-point matrix [rows, columns] with or without a bias; none where a type is not one that is read. */
    public static Optional<StoredWeight> of(NDArray weight, Optional<NDArray> bias) {
        long rows = weight.getShape().get(0);
        long columns = weight.getShape().get(1);
        return withBias(bias, added -> Numbers.of(weight)
                .map(numbers -> new StoredWeight(
                        numbers.format(),
                        rows,
                        columns,
                        numbers.data(),
                        MemorySegment.NULL,
                        MemorySegment.NULL,
                        added)));
    }

    /** What is made with the bias as numbers, if it can be read. */
    public static Optional<StoredWeight> withBias(
            Optional<NDArray> bias, Function<Optional<Numbers>, Optional<StoredWeight>> making) {
        Optional<Numbers> numbers = bias.flatMap(Numbers::of);
        return numbers.isPresent() == bias.isPresent() ? making.apply(numbers) : Optional.empty();
    }

    /** A copy in native memory that lives as long as it is referred to. */
    public static MemorySegment copied(float[] numbers) {
        return Arena.ofAuto().allocateFrom(ValueLayout.JAVA_FLOAT, numbers);
    }

    /** Bytes of the codes and scales. */
    public long bytes() {
        return switch (format) {
            case SINGLE -> 4 * rows * columns;
            case BRAIN -> 2 * rows * columns;
            case INT8 -> rows * columns + 4 * rows;
            case FOUR_BIT -> rows * columns / 2 + rows * columns / BLOCK * 4;
        };
    }
}
