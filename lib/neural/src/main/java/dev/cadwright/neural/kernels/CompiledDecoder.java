package dev.cadwright.neural.kernels;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** A whole decoder that takes one token of each row at a time, in one native call. One step at a time. */
public final class CompiledDecoder implements AutoCloseable {
    private static final MethodHandle OPEN =
            KernelLibrary.bind("cadwright_decoder", ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle CLOSE = KernelLibrary.bindVoid("cadwright_decoder_close", ADDRESS);
    private static final MethodHandle STEP = KernelLibrary.bindVoid(
            "cadwright_step", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);

    private final Arena arena = Arena.ofShared();
    private final KernelEngine engine;
    private final DecoderPlan plan;
    private final MemorySegment model;
    private MemorySegment decoder = MemorySegment.NULL;
    private int rows;
    private int capacity;

    public CompiledDecoder(KernelEngine engine, DecoderPlan plan) {
        this.engine = engine;
        this.plan = plan;
        this.model = Structures.model(plan, arena);
    }

    /**
     * Where the keys and values of the layers begin, each [rows, key heads, capacity, head size] in the plan's type.
     *
     * @param keys an address a layer
     * @param past positions that are filled; the step writes the one behind
     */
    public record CacheMemory(MemorySegment keys, MemorySegment values, int capacity, int past) {}

    /**
     * @param visible what a row may see of the past and of itself, [rows][past + 1]; everything if empty
     * @param logits [rows, vocabulary] in single precision, written
     * @param states after the final norm, [rows, width] in single precision, written
     */
    public void step(
            long[] tokens,
            long[] positions,
            Optional<boolean[][]> visible,
            CacheMemory cache,
            MemorySegment logits,
            MemorySegment states) {
        synchronized (engine) {
            try (Arena scope = Arena.ofConfined()) {
                reserve(tokens.length, cache.capacity());
                MemorySegment structure = scope.allocate(2 * ADDRESS.byteSize() + 2 * JAVA_LONG.byteSize(), 8);
                structure.set(ADDRESS, 0, cache.keys());
                structure.set(ADDRESS, 8, cache.values());
                structure.set(JAVA_LONG, 16, cache.capacity());
                structure.set(JAVA_LONG, 24, cache.past());
                STEP.invokeExact(
                        decoder,
                        engine.address(),
                        (long) tokens.length,
                        scope.allocateFrom(JAVA_LONG, tokens),
                        scope.allocateFrom(JAVA_LONG, positions),
                        bytes(visible, cache.past() + 1, scope),
                        structure,
                        logits,
                        states);
            } catch (Throwable e) {
                throw KernelLibrary.failure(e);
            }
        }
    }

    private static MemorySegment bytes(Optional<boolean[][]> visible, int time, Arena scope) {
        if (visible.isEmpty()) {
            return MemorySegment.NULL;
        }
        boolean[][] rows = visible.get();
        MemorySegment bytes = scope.allocate((long) rows.length * time);
        for (int row = 0; row < rows.length; row++) {
            for (int at = 0; at < time; at++) {
                bytes.set(JAVA_BYTE, (long) row * time + at, (byte) (rows[row][at] ? 1 : 0));
            }
        }
        return bytes;
    }

    private void reserve(int wantedRows, int wantedCapacity) throws Throwable {
        if (wantedRows <= rows && wantedCapacity <= capacity) {
            return;
        }
        release();
        rows = Math.max(rows, wantedRows);
        capacity = Math.max(capacity, wantedCapacity);
        decoder = (MemorySegment) OPEN.invokeExact(model, (long) rows, (long) capacity);
    }

    private void release() throws Throwable {
        if (decoder.address() != 0) {
            CLOSE.invokeExact(decoder);
            decoder = MemorySegment.NULL;
        }
    }

    public DecoderPlan plan() {
        return plan;
    }

    @Override
    public void close() {
        synchronized (engine) {
            try {
                release();
            } catch (Throwable e) {
                throw KernelLibrary.failure(e);
            }
            arena.close();
        }
    }
}
