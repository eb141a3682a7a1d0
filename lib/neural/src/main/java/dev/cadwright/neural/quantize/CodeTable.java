package dev.cadwright.neural.quantize;

/** Numbers in ascending order, of which each value takes the nearest; of two alike, the smaller. */
final class CodeTable {
    private static final float[] NORMAL = {
        -1.0f,
        -0.6961928009986877f,
        -0.5250730514526367f,
        -0.39491748809814453f,
        -0.28444138169288635f,
        -0.18477343022823334f,
        -0.09105003625154495f,
        0.0f,
        0.07958029955625534f,
        0.16093020141124725f,
        0.24611230194568634f,
        0.33791524171829224f,
        0.44070982933044434f,
        0.5626170039176941f,
        0.7229568362236023f,
        1.0f
    };

    /** The 4-bit NormalFloat of QLoRA. */
    static final CodeTable NF4 = new CodeTable(NORMAL);

    private final float[] values;

    CodeTable(float[] values) {
        this.values = values;
    }

    float[] values() {
        return values.clone();
    }

    /** A value that is no number takes the code of zero. */
    int nearest(float value) {
        if (Float.isNaN(value)) {
            return nearest(0);
        }
        int low = 0;
        int high = values.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.abs(value - values[high]) < Math.abs(value - values[low]) ? high : low;
    }
}
