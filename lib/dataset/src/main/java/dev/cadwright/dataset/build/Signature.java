package dev.cadwright.dataset.build;

import dev.cadwright.dataset.NormalisingFrame;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.kernel.SolidProperties;
import java.util.Arrays;
import java.util.Locale;

/**
 * Tells shapes that are the same up to place, size and axis-aligned turn: volume, area and sorted sides of the bounding
 * box in the normalised frame, to three decimals, with the numbers of faces and edges. Different shapes may share one
 * (the check errs towards leaving a shape out); equal shapes whose measures fall on both sides of a rounding step do
 * not.
 */
final class Signature {
    private Signature() {}

    static String of(SolidProperties solid, NormalisingFrame frame) {
        double scale = frame.scale();
        Vector3 size = solid.bounds().size().times(scale);
        double[] sides = {size.x(), size.y(), size.z()};
        Arrays.sort(sides);
        return String.format(
                Locale.ROOT,
                "%.3f/%.3f/%.3f,%.3f/%d/%d",
                solid.occupiedVolume() * scale * scale * scale,
                solid.area() * scale * scale,
                sides[0],
                sides[1],
                solid.faces(),
                solid.edges());
    }
}
