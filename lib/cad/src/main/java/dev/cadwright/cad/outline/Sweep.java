package dev.cadwright.cad.outline;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Profile;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.util.Optional;

/** How far the material of extrudes reaches. */
public final class Sweep {
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double minZ = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private double maxZ = Double.NEGATIVE_INFINITY;

    private Sweep() {}

    /** From where to where an extent reaches along the normal, the lower first. */
    public record Range(double from, double to) {
        public static Range of(Extent extent) {
            return switch (extent) {
                case Extent.OneSide(double distance) -> between(0, distance);
                case Extent.Symmetric(double distance) -> between(-distance, distance);
                case Extent.TwoSides(double first, double second) ->
                    new Range(Math.min(0, Math.min(first, -second)), Math.max(0, Math.max(first, -second)));
            };
        }

        private static Range between(double one, double other) {
            return new Range(Math.min(one, other), Math.max(one, other));
        }

        public double length() {
            return to - from;
        }
    }

    /**
     * The box around all material that a construction adds; what cuts and intersections take away is not looked at, so
     * the body may be smaller. Arcs are taken at 64 steps a turn. Empty when nothing is added.
     */
    public static Optional<Bounds> bounds(Construction construction) {
        Sweep sweep = new Sweep();
        for (Feature feature : construction.features()) {
            switch (feature) {
                case Feature.Extrude extrude -> sweep.add(extrude);
            }
        }
        return sweep.minX > sweep.maxX ? Optional.empty() : Optional.of(sweep.box());
    }

    private void add(Feature.Extrude extrude) {
        boolean adds =
                switch (extrude.operation()) {
                    case NEW_BODY, JOIN -> true;
                    case CUT, INTERSECT -> false;
                };
        if (adds) {
            Range range = Range.of(extrude.extent());
            extrude.profiles().forEach(profile -> add(extrude, profile, range));
        }
    }

    private void add(Feature.Extrude extrude, Profile profile, Range range) {
        Outline outline = Outline.of(profile.outer());
        for (int corner = 0; corner < outline.size(); corner++) {
            Vector3 foot = extrude.plane()
                    .at(outline.corner(corner).x(), outline.corner(corner).y());
            add(foot.plus(extrude.plane().normal().times(range.from())));
            add(foot.plus(extrude.plane().normal().times(range.to())));
        }
    }

    private void add(Vector3 point) {
        minX = Math.min(minX, point.x());
        minY = Math.min(minY, point.y());
        minZ = Math.min(minZ, point.z());
        maxX = Math.max(maxX, point.x());
        maxY = Math.max(maxY, point.y());
        maxZ = Math.max(maxZ, point.z());
    }

    private Bounds box() {
        return new Bounds(new Vector3(minX, minY, minZ), new Vector3(maxX, maxY, maxZ));
    }
}
