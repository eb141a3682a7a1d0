package dev.cadwright.neural.speed;

/** Sizes of a model of the family Qwen2 that is made for measuring; embedding and head are tied. */
public record ModelShape(
        int width, int layers, int heads, int keyHeads, int inner, int vocabulary, int context, String type) {
    /** 5.4 million parameters. */
    public static final ModelShape SMALL = new ModelShape(256, 6, 8, 8, 768, 1024, 1024, "float32");

    /** Qwen2.5 0.5B. */
    public static final ModelShape HALF_BILLION = new ModelShape(896, 24, 14, 2, 4864, 151936, 32768, "bfloat16");

    public long parameters() {
        long keys = (long) keyHeads * headSize();
        long attention = 2L * width * width + 2 * keys * width + width + 2 * keys;
        return layers * (attention + 3L * width * inner + 2L * width) + (long) vocabulary * width + width;
    }

    int headSize() {
        return width / heads;
    }
}
