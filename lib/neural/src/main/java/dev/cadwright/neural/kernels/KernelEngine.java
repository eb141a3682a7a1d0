package dev.cadwright.neural.kernels;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cadwright.neural.tensor.TorchRuntime;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The threads that the kernels run on, and the instructions that they use. Safe for use by several threads, one call at
 * a time.
 */
public final class KernelEngine implements AutoCloseable {
    private final MemorySegment engine;
    private final InstructionSet instructions;

    private KernelEngine(MemorySegment engine, InstructionSet instructions) {
        this.engine = engine;
        this.instructions = instructions;
    }

    /** Bound when first used, which is never where the library is absent. */
    private static final class Functions {
        static final MethodHandle OPEN = KernelLibrary.bind("cadwright_engine", ADDRESS, JAVA_LONG, JAVA_LONG);
        static final MethodHandle CLOSE = KernelLibrary.bindVoid("cadwright_engine_close", ADDRESS);
        static final MethodHandle LEVEL = KernelLibrary.bind("cadwright_level", JAVA_LONG, JAVA_LONG);
        static final MethodHandle PRODUCT =
                KernelLibrary.bindVoid("cadwright_product", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS);
        static final MethodHandle QUANTIZE =
                KernelLibrary.bindVoid("cadwright_quantize", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        static final MethodHandle BANDWIDTH =
                KernelLibrary.bind("cadwright_bandwidth", JAVA_DOUBLE, ADDRESS, ADDRESS, JAVA_LONG);
    }

    private static final class Shared {
        private static final Optional<KernelEngine> ENGINE = KernelLibrary.isPresent()
                ? Optional.of(open(TorchRuntime.threads(), InstructionSet.permitted(System.getenv())))
                : Optional.empty();
    }

    /** This process's own, on as many threads as libtorch has; none where the library is absent. */
    public static Optional<KernelEngine> shared() {
        return Shared.ENGINE;
    }

    /** @param most the best instructions to use, where the processor has them */
    static KernelEngine open(int threads, InstructionSet most) {
        try {
            InstructionSet set =
                    InstructionSet.values()[(int) (long) Functions.LEVEL.invokeExact((long) most.ordinal())];
            return new KernelEngine(
                    (MemorySegment) Functions.OPEN.invokeExact((long) threads, (long) most.ordinal()), set);
        } catch (Throwable e) {
            throw KernelLibrary.failure(e);
        }
    }

    /** What is used. */
    public InstructionSet instructions() {
        return instructions;
    }

    MemorySegment address() {
        return engine;
    }

    /**
     * y [inputs, rows] = x [inputs, columns] · weightᵀ + bias, all in single precision.
     *
     * @param rounding whether x may be rounded to bf16, as the matrix unit needs it
     */
    public synchronized void product(
            StoredWeight weight, MemorySegment x, long inputs, boolean rounding, MemorySegment y) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = arena.allocate(Structures.MATRIX);
            Structures.write(weight, matrix);
            Functions.PRODUCT.invokeExact(engine, matrix, x, inputs, rounding ? 1L : 0L, y);
        } catch (Throwable e) {
            throw KernelLibrary.failure(e);
        }
    }

    /** The same weight in codes of eight bits with a scale a row, in memory of the arena. */
    public synchronized StoredWeight quantize(StoredWeight weight, Arena owner) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = arena.allocate(Structures.MATRIX);
            Structures.write(weight, matrix);
            MemorySegment codes = owner.allocate(weight.rows() * weight.columns(), 64);
            MemorySegment scales = owner.allocate(weight.rows() * Float.BYTES, 64);
            Functions.QUANTIZE.invokeExact(engine, matrix, codes, scales);
            return new StoredWeight(
                    StoredWeight.Format.INT8,
                    weight.rows(),
                    weight.columns(),
                    codes,
                    scales,
                    MemorySegment.NULL,
                    weight.bias());
        } catch (Throwable e) {
            throw KernelLibrary.failure(e);
        }
    }

    /** Bytes a second that the threads together read of this memory. */
    public synchronized double bandwidth(MemorySegment memory) {
        try {
            return (double) Functions.BANDWIDTH.invokeExact(engine, memory, memory.byteSize());
        } catch (Throwable e) {
            throw KernelLibrary.failure(e);
        }
    }

    @Override
    public void close() {
        try {
            Functions.CLOSE.invokeExact(engine);
        } catch (Throwable e) {
            throw KernelLibrary.failure(e);
        }
    }
}
