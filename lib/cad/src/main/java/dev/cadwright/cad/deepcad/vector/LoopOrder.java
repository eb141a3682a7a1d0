package dev.cadwright.cad.deepcad.vector;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.cad.outline.Outline;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where a loop starts and which way round it goes. */
final class LoopOrder {
    private LoopOrder() {}

    /** A circle counts from its leftmost point here. */
    static Vector2 start(Curve curve) {
        return curve instanceof Curve.Circle circle
                ? circle.centre().minus(new Vector2(circle.radius(), 0))
                : Curves.start(curve);
    }

    /** From the leftmost, then lowest corner, counter-clockwise as the directions at that corner tell. */
    static List<Curve> canonical(Loop loop) {
        List<Curve> curves = new ArrayList<>(loop.curves());
        if (curves.size() < 2) {
            return curves;
        }
        Collections.rotate(curves, -leftmost(curves));
        if (isClockwise(curves)) {
            Collections.reverse(curves);
            curves.replaceAll(Curves::reversed);
        }
        return curves;
    }

    private static int leftmost(List<Curve> curves) {
        int first = 0;
        for (int index = 1; index < curves.size(); index++) {
            Vector2 point = start(curves.get(index));
            Vector2 best = start(curves.get(first));
            int byX = Double.compare(SketchRows.rounded(point.x()), SketchRows.rounded(best.x()));
            int byY = Double.compare(SketchRows.rounded(point.y()), SketchRows.rounded(best.y()));
            if (byX < 0 || (byX == 0 && byY < 0)) {
                first = index;
            }
        }
        return first;
    }

    /** Where both directions are one, the area decides; the original then goes by rounding errors. */
    private static boolean isClockwise(List<Curve> curves) {
        Vector2 out = middle(curves.getFirst()).minus(Curves.start(curves.getFirst()));
        Vector2 in = Curves.end(curves.getLast()).minus(middle(curves.getLast()));
        double turn = in.cross(out);
        if (Math.abs(turn) > 1e-9 * in.length() * out.length()) {
            return turn < 0;
        }
        return Outline.of(new Loop(curves)).signedArea() < 0;
    }

    /** For an arc the middle of its sweep; the ends of a line have one direction. */
    private static Vector2 middle(Curve curve) {
        if (curve instanceof Curve.Arc arc) {
            return CircularArc.of(arc).map(round -> round.at(0.5)).orElse(arc.mid());
        }
        return Curves.start(curve).plus(Curves.end(curve)).times(0.5);
    }
}
