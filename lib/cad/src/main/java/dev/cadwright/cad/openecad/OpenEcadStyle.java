package dev.cadwright.cad.openecad;

import dev.cadwright.cad.sketch.NumberStyle;

/**
 * How lengths are written.
 *
 * @param factor what every length is multiplied by; OpenECAD writes millimetres where DeepCAD has metres
 * @param numbers how the product is written
 * @param references whether sketch planes are told by earlier extrudes where that is possible
 */
public record OpenEcadStyle(double factor, NumberStyle numbers, boolean references) {
    public OpenEcadStyle {
        if (!(factor > 0 && factor < 1e9)) {
            throw new IllegalArgumentException("lengths times " + factor);
        }
    }

    /** Numbers that read back to the same ones, planes by their own numbers. */
    public static OpenEcadStyle exact() {
        return new OpenEcadStyle(1, NumberStyle.exact(), false);
    }

    /** As the data set is written: a DeepCAD construction in millimetres with four decimals, planes by earlier extrudes. */
    public static OpenEcadStyle original() {
        return new OpenEcadStyle(1000, new NumberStyle.Decimals(4), true);
    }
}
