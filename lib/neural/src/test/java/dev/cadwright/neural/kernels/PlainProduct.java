package dev.cadwright.neural.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.SplittableRandom;

/** A random weight in one format, and the plain definition of its product in double precision. */
final class PlainProduct {
    private static final float[] TABLE = new float[16];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = (float) Math.sin(i - 7.3);
        }
    }

    private final StoredWeight weight;
    private final double[][] numbers;
    private final float[] bias;

    private PlainProduct(StoredWeight weight, double[][] numbers, float[] bias) {
        this.weight = weight;
        this.numbers = numbers;
        this.bias = bias;
    }

    StoredWeight weight() {
        return weight;
    }

    static PlainProduct random(StoredWeight.Format format, int rows, int columns, long seed, Arena arena) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] numbers = new double[rows][columns];
        MemorySegment data = arena.allocate((long) rows * columns * Float.BYTES, 64);
        float[] scales = new float[format == StoredWeight.Format.FOUR_BIT ? rows * columns / StoredWeight.BLOCK : rows];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = (float) random.nextDouble(0.5, 1.5);
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                long at = (long) row * columns + column;
                numbers[row][column] = switch (format) {
                    case SINGLE -> {
                        float value = (float) random.nextGaussian();
                        data.setAtIndex(ValueLayout.JAVA_FLOAT, at, value);
                        yield value;
                    }
                    case BRAIN -> {
                        int bits = Float.floatToRawIntBits((float) random.nextGaussian()) & 0xFFFF0000;
                        data.setAtIndex(ValueLayout.JAVA_SHORT, at, (short) (bits >>> 16));
                        yield Float.intBitsToFloat(bits);
                    }
                    case INT8 -> {
                        byte code = (byte) random.nextInt(-127, 128);
                        data.set(ValueLayout.JAVA_BYTE, at, code);
                        yield code * (double) scales[row];
                    }
                    case FOUR_BIT -> {
                        int code = random.nextInt(16);
                        byte both = data.get(ValueLayout.JAVA_BYTE, at / 2);
                        data.set(ValueLayout.JAVA_BYTE, at / 2, (byte) (at % 2 == 0 ? code << 4 : both | code));
                        yield TABLE[code] * (double) scales[(int) (at / StoredWeight.BLOCK)];
                    }
                };
            }
        }
        float[] bias = new float[rows];
        for (int row = 0; row < rows; row++) {
            bias[row] = (float) random.nextGaussian();
        }
        StoredWeight weight = new StoredWeight(
                format,
                rows,
                columns,
                data,
                StoredWeight.copied(scales),
                StoredWeight.copied(TABLE),
                Optional.of(new StoredWeight.Numbers(StoredWeight.copied(bias), StoredWeight.Format.SINGLE)));
        return new PlainProduct(weight, numbers, bias);
    }

    /** The largest difference between the engine's result and the definition, relative to the largest result. */
    double error(KernelEngine engine, int inputs, boolean rounding, Arena arena) {
        int rows = numbers.length;
        int columns = numbers[0].length;
        SplittableRandom random = new SplittableRandom(inputs);
        MemorySegment x = arena.allocate((long) inputs * columns * Float.BYTES, 64);
        for (long i = 0; i < (long) inputs * columns; i++) {
            x.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) random.nextGaussian());
        }
        MemorySegment y = arena.allocate((long) inputs * rows * Float.BYTES, 64);
        engine.product(weight, x, inputs, rounding, y);
        double largest = 0;
        double worst = 0;
        for (int input = 0; input < inputs; input++) {
            for (int row = 0; row < rows; row++) {
                double sum = bias[row];
                for (int column = 0; column < columns; column++) {
                    sum += numbers[row][column] * x.getAtIndex(ValueLayout.JAVA_FLOAT, (long) input * columns + column);
                }
                largest = Math.max(largest, Math.abs(sum));
                worst = Math.max(
                        worst, Math.abs(sum - y.getAtIndex(ValueLayout.JAVA_FLOAT, (long) input * rows + row)));
            }
        }
        return worst / largest;
    }
}
