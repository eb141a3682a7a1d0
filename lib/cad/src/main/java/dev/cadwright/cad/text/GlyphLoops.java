package dev.cadwright.cad.text;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.GlyphDescription;

/**
 * The outlines of a TrueType glyph. Its points lie on the outline, or control a quadratic Bézier curve; between two
 * controls in a row lies a point on the outline that is not written (OpenType specification, "glyf").
 */
final class GlyphLoops {
    private static final int ON_CURVE = 1;

    private final GlyphDescription glyph;
    private final double scale;
    private final int first;
    private final int count;

    private GlyphLoops(GlyphDescription glyph, double scale, int first, int count) {
        this.glyph = glyph;
        this.scale = scale;
        this.first = first;
        this.count = count;
    }

    /** The loops in the glyph's order; a contour of fewer than three points bounds nothing and is left out. */
    static List<Loop> of(GlyphDescription glyph, double scale) {
        List<Loop> loops = new ArrayList<>();
        int first = 0;
        for (int contour = 0; contour < glyph.getContourCount(); contour++) {
            int end = glyph.getEndPtOfContours(contour) + 1;
            List<Curve> curves = new GlyphLoops(glyph, scale, first, end - first).curves();
            if (end - first >= 3 && curves.size() > 1) {
                loops.add(new Loop(curves));
            }
            first = end;
        }
        return loops;
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!isOn(i)) {
                List<Vector2> controls = List.of(end(i, -1), point(i), end(i, 1));
                curves.add(new Curve.Spline(2, controls, SourceSpan.NONE));
            } else if (isOn(i + 1) && !point(i).equals(point(i + 1))) {
                curves.add(new Curve.Line(point(i), point(i + 1), SourceSpan.NONE));
            }
        }
        return curves;
    }

    /** Where the curve of a control point ends, towards a neighbour. */
    private Vector2 end(int control, int step) {
        Vector2 neighbour = point(control + step);
        return isOn(control + step) ? neighbour : point(control).plus(neighbour).times(0.5);
    }

    private boolean isOn(int index) {
        return (glyph.getFlags(first + Math.floorMod(index, count)) & ON_CURVE) != 0;
    }

    private Vector2 point(int index) {
        int point = first + Math.floorMod(index, count);
        return new Vector2(glyph.getXCoordinate(point) * scale, glyph.getYCoordinate(point) * scale);
    }
}
