package dev.cadwright.neural.kernels;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cadwright.neural.kernels.StoredWeight.Numbers;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** The structures of {@code interface.h}: every field eight bytes wide, written one behind the other. */
final class Structures {
    static final StructLayout VECTOR = MemoryLayout.structLayout(ADDRESS, JAVA_LONG);
    static final StructLayout MATRIX =
            MemoryLayout.structLayout(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final long LAYER_BYTES = 4 * VECTOR.byteSize() + 7 * MATRIX.byteSize() + JAVA_LONG.byteSize();
    private static final long MODEL_BYTES =
            2 * MATRIX.byteSize() + VECTOR.byteSize() + 9 * JAVA_LONG.byteSize() + 5 * JAVA_DOUBLE.byteSize();

    private Structures() {}

    /** Fills a structure from its beginning. */
    private static final class Writer {
        private final MemorySegment memory;
        private long at;

        private Writer(MemorySegment memory) {
            this.memory = memory;
        }

        private Writer address(MemorySegment address) {
            memory.set(ADDRESS, at, address);
            at += ADDRESS.byteSize();
            return this;
        }

        private Writer number(long value) {
            memory.set(JAVA_LONG, at, value);
            at += JAVA_LONG.byteSize();
            return this;
        }

        private Writer number(double value) {
            memory.set(JAVA_DOUBLE, at, value);
            at += JAVA_DOUBLE.byteSize();
            return this;
        }

        private Writer vector(Numbers numbers) {
            return address(numbers.data()).number(numbers.format().ordinal());
        }

        private Writer matrix(StoredWeight weight) {
            Numbers bias = weight.bias().orElse(Numbers.NONE);
            return address(weight.data())
                    .address(weight.scales())
                    .address(weight.table())
                    .address(bias.data())
                    .number(bias.format().ordinal())
                    .number(weight.format().ordinal())
                    .number(weight.rows())
                    .number(weight.columns());
        }

        private void layer(DecoderPlan.Layer layer) {
            vector(layer.attentionNorm())
                    .vector(layer.feedForwardNorm())
                    .vector(layer.queryNorm())
                    .vector(layer.keyNorm());
            layer.weights().forEach(this::matrix);
            number(layer.window());
        }
    }

    static void write(StoredWeight weight, MemorySegment matrix) {
        new Writer(matrix).matrix(weight);
    }

    /** The model's structure, in memory of the arena. */
    static MemorySegment model(DecoderPlan plan, Arena arena) {
        MemorySegment layers = arena.allocate(LAYER_BYTES * plan.layers().size(), Long.BYTES);
        Writer layerWriter = new Writer(layers);
        plan.layers().forEach(layerWriter::layer);
        MemorySegment model = arena.allocate(MODEL_BYTES, Long.BYTES);
        new Writer(model)
                .address(layers)
                .number(plan.layers().size())
                .matrix(plan.embedding())
                .matrix(plan.head())
                .vector(plan.norm())
                .address(plan.frequencies())
                .number(plan.turned())
                .number(plan.heads())
                .number(plan.keyHeads())
                .number(plan.headSize())
                .number(plan.type().ordinal())
                .number(plan.activation().ordinal())
                .number(plan.embeddingScale())
                .number(plan.normOffset())
                .number(plan.normEpsilon())
                .number(plan.attentionScale())
                .number(plan.rotaryScale());
        return model;
    }
}
