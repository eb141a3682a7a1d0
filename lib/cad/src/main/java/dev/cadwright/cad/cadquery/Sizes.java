package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.geometry.Vector3;

/** Which numbers a history may have: products of a few of them do not overflow. */
final class Sizes {
    private static final double LARGEST = 1e50;

    private Sizes() {}

    /** @throws Unrecognised for a number that is too large, infinite or NaN */
    static double require(double number, SourceSpan span) {
        if (!(Math.abs(number) <= LARGEST)) {
            throw new Unrecognised(span, "a size or a place too large for a history");
        }
        return number;
    }

    static Vector3 require(Vector3 point, SourceSpan span) {
        require(point.x(), span);
        require(point.y(), span);
        require(point.z(), span);
        return point;
    }
}
