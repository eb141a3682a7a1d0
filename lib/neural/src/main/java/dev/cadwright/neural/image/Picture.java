package dev.cadwright.neural.image;

import dev.cadwright.neural.NeuralException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * An RGB picture of 8 bits a channel.
 *
 * @param rgb row after row, red, green and blue of each pixel
 */
public record Picture(int width, int height, byte[] rgb) {
    public static final int CHANNELS = 3;

    public Picture {
        if (width < 1 || height < 1 || rgb.length != Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS)) {
            throw new IllegalArgumentException(
                    "no picture of " + width + " by " + height + " in " + rgb.length + " bytes");
        }
    }

    /** What is not opaque is seen on black, as a conversion that forgets transparency does it. */
    public static Picture of(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        int[] pixels = opaque.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] rgb = new byte[pixels.length * CHANNELS];
        for (int i = 0; i < pixels.length; i++) {
            rgb[CHANNELS * i] = (byte) (pixels[i] >> 16);
            rgb[CHANNELS * i + 1] = (byte) (pixels[i] >> 8);
            rgb[CHANNELS * i + 2] = (byte) pixels[i];
        }
        return new Picture(image.getWidth(), image.getHeight(), rgb);
    }

    int channel(int x, int y, int channel) {
        return rgb[(y * width + x) * CHANNELS + channel] & 0xFF;
    }

    /** The middle of this size; black where the picture does not reach. */
    Picture middle(int wantedWidth, int wantedHeight) {
        int left = Math.floorDiv(width - wantedWidth, 2);
        int top = Math.floorDiv(height - wantedHeight, 2);
        byte[] cut = new byte[wantedWidth * wantedHeight * CHANNELS];
        for (int y = Math.max(0, -top); y < wantedHeight && y + top < height; y++) {
            int from = Math.max(0, -left);
            int until = Math.min(wantedWidth, width - left);
            if (until > from) {
                System.arraycopy(
                        rgb,
                        ((y + top) * width + from + left) * CHANNELS,
                        cut,
                        (y * wantedWidth + from) * CHANNELS,
                        (until - from) * CHANNELS);
            }
        }
        return new Picture(wantedWidth, wantedHeight, cut);
    }

    /** In the middle of the smallest square that holds it, on this red, green and blue. */
    Picture onSquare(int[] background) {
        int side = Math.max(width, height);
        if (width == height) {
            return this;
        }
        if ((long) side * side > PictureFile.MOST_PIXELS) {
            throw new NeuralException(
                    "bad_image", "a picture of " + width + " by " + height + " is too long to be made a square");
        }
        byte[] padded = new byte[side * side * CHANNELS];
        for (int i = 0; i < padded.length; i++) {
            padded[i] = (byte) background[i % CHANNELS];
        }
        int left = (side - width) / 2;
        int top = (side - height) / 2;
        for (int y = 0; y < height; y++) {
            System.arraycopy(rgb, y * width * CHANNELS, padded, ((y + top) * side + left) * CHANNELS, width * CHANNELS);
        }
        return new Picture(side, side, padded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that
                && width == that.width
                && height == that.height
                && Arrays.equals(rgb, that.rgb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rgb);
    }
}
