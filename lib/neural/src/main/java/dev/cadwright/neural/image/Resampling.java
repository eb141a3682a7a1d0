package dev.cadwright.neural.image;

import dev.cadwright.neural.NeuralException;

/**
 * Resizing with a filter as wide as what it shrinks, in fixed-point arithmetic, first along rows and then along columns
 * with 8 bits between: bit by bit what Pillow computes, which is what processors of transformers are trained with. (Pillow 13 takes columns
 * first for some pictures that become less high, which rounds otherwise.)
 */
public enum Resampling {
    BILINEAR(2, 1) {
        @Override
        double weight(double x) {
            return x < 1 ? 1 - x : 0;
        }
    },
    BICUBIC(3, 2) {
        /** Keys, 1981, with a = -1/2. */
        @Override
        double weight(double x) {
            if (x < 1) {
                return ((CUBIC + 2) * x - (CUBIC + 3)) * x * x + 1;
            }
            return x < 2 ? (((x - 5) * x + 8) * x - 4) * CUBIC : 0;
        }
    },
    LANCZOS(1, 3) {
        @Override
        double weight(double x) {
            return x < 3 ? sinc(x) * sinc(x / 3) : 0;
        }
    };

    private static final double CUBIC = -0.5;
    private static final int BITS = 22;

    private final int number;
    private final double reach;

    Resampling(int number, double reach) {
        this.number = number;
        this.reach = reach;
    }

    /** @param number that configurations have for it, Pillow's */
    public static Resampling numbered(long number) {
        for (Resampling resampling : values()) {
            if (resampling.number == number) {
                return resampling;
            }
        }
        throw new NeuralException("unsupported_model", "unknown resampling " + number);
    }

    /** The filter at a distance of at least 0. */
    abstract double weight(double x);

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }

    public Picture resize(Picture picture, int width, int height) {
        Picture wide = width == picture.width() ? picture : rows(picture, width);
        return height == wide.height() ? wide : columns(wide, height);
    }

    private Picture rows(Picture picture, int width) {
        Window[] windows = windows(picture.width(), width);
        byte[] rgb = new byte[width * picture.height() * Picture.CHANNELS];
        int at = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (Window window : windows) {
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    int sum = 1 << (BITS - 1);
                    for (int i = 0; i < window.weights().length; i++) {
                        sum += picture.channel(window.first() + i, y, channel) * window.weights()[i];
                    }
                    rgb[at++] = clipped(sum);
                }
            }
        }
        return new Picture(width, picture.height(), rgb);
    }

    private Picture columns(Picture picture, int height) {
        Window[] windows = windows(picture.height(), height);
        byte[] rgb = new byte[picture.width() * height * Picture.CHANNELS];
        int at = 0;
        for (Window window : windows) {
            for (int x = 0; x < picture.width(); x++) {
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    int sum = 1 << (BITS - 1);
                    for (int i = 0; i < window.weights().length; i++) {
                        sum += picture.channel(x, window.first() + i, channel) * window.weights()[i];
                    }
                    rgb[at++] = clipped(sum);
                }
            }
        }
        return new Picture(picture.width(), height, rgb);
    }

    private static byte clipped(int sum) {
        return (byte) Math.clamp(sum >> BITS, 0, 255);
    }

    /** What goes into one pixel: pixels from {@code first} on, by fixed-point weights. */
    private record Window(int first, int[] weights) {}

    private Window[] windows(int from, int to) {
        double scale = (double) from / to;
        double stretch = Math.max(scale, 1);
        double support = reach * stretch;
        Window[] windows = new Window[to];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(from, (int) (centre + support + 0.5));
            double[] exact = new double[end - first];
            double sum = 0;
            for (int j = 0; j < exact.length; j++) {
                exact[j] = weight(Math.abs((j + first - centre + 0.5) / stretch));
                sum += exact[j];
            }
            windows[i] = new Window(first, fixed(exact, sum));
        }
        return windows;
    }

    private static int[] fixed(double[] exact, double sum) {
        int[] weights = new int[exact.length];
        for (int i = 0; i < weights.length; i++) {
            double share = (sum == 0 ? exact[i] : exact[i] * (1 / sum)) * (1 << BITS);
            weights[i] = (int) (share < 0 ? share - 0.5 : share + 0.5);
        }
        return weights;
    }
}
