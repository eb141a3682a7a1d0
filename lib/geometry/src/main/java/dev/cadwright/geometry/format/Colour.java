package dev.cadwright.geometry.format;

import java.util.List;

/** A colour on a screen (sRGB): red, green, blue and opacity between 0 and 1. */
public record Colour(double red, double green, double blue, double opacity) {
    private static final List<Colour> PALETTE = List.of(
            rgb(0x4F7CAC),
            rgb(0xE0A458),
            rgb(0x6A9F58),
            rgb(0xC8553D),
            rgb(0x8E7DBE),
            rgb(0x5AA9A3),
            rgb(0xB56B8C),
            rgb(0x9A8C62));

    public Colour {
        for (double part : new double[] {red, green, blue, opacity}) {
            if (!(part >= 0 && part <= 1)) {
                throw new IllegalArgumentException("a colour's parts are between 0 and 1, not " + part);
            }
        }
    }

    /** One of a few colours that are easy to tell apart, for bodies that have none of their own. */
    public static Colour ofPalette(int index) {
        return PALETTE.get(Math.floorMod(index, PALETTE.size()));
    }

    private static Colour rgb(int code) {
        return new Colour((code >> 16 & 255) / 255.0, (code >> 8 & 255) / 255.0, (code & 255) / 255.0, 1);
    }

    /** As {@code #RRGGBBAA}. */
    String hex() {
        return "#%02X%02X%02X%02X".formatted(eighth(red), eighth(green), eighth(blue), eighth(opacity));
    }

    /** The amount of light of a part (IEC 61966-2-1). */
    static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static int eighth(double part) {
        return (int) Math.round(255 * part);
    }
}
