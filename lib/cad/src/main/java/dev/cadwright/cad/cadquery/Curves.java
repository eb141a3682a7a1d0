package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.Modeller.CurvePoint;
import dev.cadwright.geometry.Vector3;

/** Points and directions of edges and wires, from the numbers where they are there. */
final class Curves {
    private Curves() {}

    static Vector3 start(ShapeValue curve) {
        return Chain.ends(curve.shape())
                .map(Chain.Ends::start)
                .or(() -> curve.description().start())
                .orElseThrow(() -> Errors.construction("the curve has no start"));
    }

    static Vector3 end(ShapeValue curve) {
        return Chain.ends(curve.shape())
                .map(Chain.Ends::end)
                .or(() -> curve.description().end())
                .orElseThrow(() -> Errors.construction("the curve has no end"));
    }

    /** @param at a share of the length */
    static CurvePoint at(ShapeValue curve, double at) {
        return curve.modelling().ask(asked -> asked.onCurve(curve.shape(), at, true));
    }

    static Vector3 tangent(ShapeValue curve, double at) {
        if (curve.shape() instanceof EdgeShape.Segment(Vector3 start, Vector3 end, var span) && !start.equals(end)) {
            return end.minus(start).normalised();
        }
        return at(curve, at).tangent();
    }
}
