package dev.cadwright.cad.lower;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a construction as shape expressions. New bodies and joins are added, cuts taken away, intersections kept;
 * the first feature is the body whatever its operation.
 */
public final class ConstructionShapes {
    private ConstructionShapes() {}

    /** The body after each feature; the last one cleaned of what booleans leave. Empty for a construction of nothing. */
    public static List<Shape> bodies(Construction construction) {
        List<Shape> bodies = new ArrayList<>();
        for (Feature feature : construction.features()) {
            Shape solid = FeatureShapes.of(feature);
            bodies.add(bodies.isEmpty() ? solid : combined(bodies.getLast(), solid, feature));
        }
        if (bodies.size() > 1) {
            Shape last = bodies.removeLast();
            bodies.add(new ModifiedShape.Clean(last, last.span()));
        }
        return bodies;
    }

    /** The faces of a feature's profiles, where its solid is made of their outlines alone. */
    public static List<Shape> profiles(Feature feature) {
        return switch (feature) {
            case Feature.Extrude _, Feature.Revolve _ -> List.of();
            case Feature.Loft loft ->
                loft.sections().stream()
                        .map(section -> ProfileShapes.face(section.plane(), section.profile(), loft.span()))
                        .toList();
            case Feature.Sweep sweep ->
                sweep.profiles().stream()
                        .map(profile -> ProfileShapes.face(sweep.plane(), profile, sweep.span()))
                        .toList();
        };
    }

    private static Shape combined(Shape body, Shape solid, Feature feature) {
        return switch (feature.operation()) {
            case NEW_BODY, JOIN -> new BooleanShape.Fuse(List.of(body, solid), false, 0, feature.span());
            case CUT -> new BooleanShape.Cut(body, List.of(solid), 0, feature.span());
            case INTERSECT -> new BooleanShape.Common(body, List.of(solid), 0, feature.span());
        };
    }
}
