package dev.cadwright.geometry.render;

/**
 * How a picture is drawn.
 *
 * @param size its width and height in pixels, 16 to 4096
 * @param fill the share of the picture that the shape's longest side takes, above 0 and at most 1
 */
public record RenderOptions(int size, Style style, double fill) {
    /** 512 × 512 pixels, shaded, the longest side on 80 % of them. */
    public static final RenderOptions DEFAULT = new RenderOptions(512, Style.SHADED, 0.8);

    public RenderOptions {
        if (size < 16 || size > 4096) {
            throw new IllegalArgumentException("a picture has 16 to 4096 pixels a side, not " + size);
        }
        if (!(fill > 0 && fill <= 1)) {
            throw new IllegalArgumentException("the shape fills a share in (0, 1] of the picture, not " + fill);
        }
    }

    public RenderOptions withSize(int pixels) {
        return new RenderOptions(pixels, style, fill);
    }

    public RenderOptions withStyle(Style other) {
        return new RenderOptions(size, other, fill);
    }
}
