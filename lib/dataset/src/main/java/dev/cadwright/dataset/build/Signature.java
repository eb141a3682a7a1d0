package dev.cadwright.dataset.build;

import dev.cadwright.dataset.NormalisingFrame;
import dev.cadwright.dataset.ShapeMeasures;
import java.util.Arrays;
import java.util.Locale;

/**
 * Tells shapes that are the same up to place, size and axis-aligned turn, by their measures in the normalised frame.
 * Different shapes may share a signature (the check errs towards leaving a shape out); equal shapes whose measures
 * fall on both sides of a rounding step do not.
 *
 * @param exact volume, area and sorted sides of the bounding box to three decimals, with the numbers of faces and
 *     edges; for shapes that no kernel has measured without these
 * @param coarse volume and sides to two decimals: what a kernel and a block program measure alike
 * @param kernel whether a kernel has measured the shape
 */
record Signature(String exact, String coarse, boolean kernel) {

    static Signature of(ShapeMeasures shape, NormalisingFrame frame, boolean kernel) {
        double scale = frame.scale();
        var size = shape.bounds().size().times(scale);
        double[] sides = {size.x(), size.y(), size.z()};
        Arrays.sort(sides);
        double volume = shape.volume() * scale * scale * scale;
        String measures = rounded("%.3f/%.3f/%.3f,%.3f", volume, shape.area() * scale * scale, sides[0], sides[1]);
        String exact = kernel ? measures + "/" + shape.faces() + "/" + shape.edges() : measures + "/blocks";
        return new Signature(exact, rounded("%.2f/%.2f,%.2f", volume, sides[0], sides[1]), kernel);
    }

    private static String rounded(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
