package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Axis;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Turn;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.cad.cadquery.SketchLayers.Layer;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Solids of revolution as features on the plane that holds their axis. */
final class Revolutions {
    private static final double FULL_TURN = 360;
    private static final double FLAT = 1e-6;

    private Revolutions() {}

    static List<Feature> of(SolidShape.Revolution revolution, Transform place, LoopGap gap) {
        Vector3 start = Sizes.require(place.apply(revolution.start()), revolution.span());
        Vector3 end = Sizes.require(place.apply(revolution.end()), revolution.span());
        Vector3 along = end.minus(start);
        double angle = Math.abs(revolution.angle());
        if (!(along.length() > 0) || !(angle > 0 && angle <= FULL_TURN)) {
            throw new Unrecognised(revolution.span(), "a revolution without an axis or an angle up to a full turn");
        }
        Vector3 normal = FacePoints.normal(revolution.of(), place);
        FlatFace flat = new FlatFace(gap, normal);
        List<Feature> features = new ArrayList<>();
        for (Layer layer : flat.layers(revolution.of(), place)) {
            if (Math.abs(normal.dot(start.minus(flat.frame().origin()))) > FLAT
                    || Math.abs(normal.dot(along.normalised())) > FLAT) {
                throw new Unrecognised(revolution.span(), "the axis is not in the plane of the profile");
            }
            Axis axis = new Axis(at(flat.frame(), start), at(flat.frame(), start.plus(along)));
            features.add(new Feature.Revolve(
                    flat.frame(),
                    layer.profiles(),
                    axis,
                    new Turn.OneSide(revolution.angle()),
                    Extrusions.operation(layer, features.isEmpty()),
                    revolution.span()));
        }
        return features;
    }

    private static Vector2 at(Frame frame, Vector3 point) {
        Vector3 from = point.minus(frame.origin());
        return new Vector2(from.dot(frame.xAxis()), from.dot(frame.yAxis()));
    }
}
