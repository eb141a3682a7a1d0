package dev.cadwright.cad.outline;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Path;
import dev.cadwright.cad.Profile;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/** How far the material of features reaches. */
public final class Reach {
    private final double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    private final double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};

    private Reach() {}

    /**
     * A box around all material that a construction adds; what cuts and intersections take away is not looked at, so the
     * body may be smaller. The box is exact for straight extrudes and for lofts that are ruled; round ones turn within
     * it, and about sweeps, smooth lofts and tapers it is somewhat too large. Empty when nothing is added.
     */
    public static Optional<Bounds> bounds(Construction construction) {
        Reach reach = new Reach();
        for (Feature feature : construction.features()) {
            boolean adds =
                    switch (feature.operation()) {
                        case NEW_BODY, JOIN -> true;
                        case CUT, INTERSECT -> false;
                    };
            if (adds) {
                reach.add(feature);
            }
        }
        return reach.low[0] > reach.high[0] ? Optional.empty() : Optional.of(reach.box());
    }

    private void add(Feature feature) {
        switch (feature) {
            case Feature.Extrude extrude -> add(extrude);
            case Feature.Revolve revolve -> add(revolve);
            case Feature.Loft loft ->
                loft.sections()
                        .forEach(section ->
                                add(section.plane(), section.profile().outer(), 0));
            case Feature.Sweep sweep -> add(sweep);
        }
    }

    private void add(Feature.Extrude extrude) {
        Range range = Range.of(extrude.extent());
        double wider = range.growth();
        for (Profile profile : extrude.profiles()) {
            add(extrude.plane().offset(range.from()), profile.outer(), wider);
            add(extrude.plane().offset(range.to()), profile.outer(), wider);
        }
    }

    private void add(Feature.Revolve revolve) {
        Frame plane = revolve.plane();
        Vector3 foot =
                plane.at(revolve.axis().start().x(), revolve.axis().start().y());
        Vector3 along =
                plane.at(revolve.axis().end().x(), revolve.axis().end().y()).minus(foot);
        if (!(along.length() > 0)) {
            revolve.profiles().forEach(profile -> add(plane, profile.outer(), 0));
            return;
        }
        Turning turning = new Turning(foot, along.normalised());
        for (Profile profile : revolve.profiles()) {
            Outline outline = Outline.of(profile.outer());
            for (int corner = 0; corner < outline.size(); corner++) {
                Vector2 place = outline.corner(corner);
                turning.points(plane.at(place.x(), place.y()), revolve.turn()).forEach(point -> add(point, 0));
            }
        }
    }

    /** The path's own reach, and as far beyond it as the profile stands from the path's start. */
    private void add(Feature.Sweep sweep) {
        Path path = sweep.path();
        Vector2 start = Curves.start(path.curves().getFirst());
        Vector3 first = path.plane().at(start.x(), start.y());
        double beyond = 0;
        for (Profile profile : sweep.profiles()) {
            Outline outline = Outline.of(profile.outer());
            for (int corner = 0; corner < outline.size(); corner++) {
                Vector2 place = outline.corner(corner);
                beyond = Math.max(beyond, sweep.plane().at(place.x(), place.y()).distanceTo(first));
            }
        }
        add(path.plane(), path.curves(), beyond);
    }

    private void add(Frame plane, Loop loop, double wider) {
        add(plane, loop.curves(), wider);
    }

    private void add(Frame plane, List<Curve> curves, double wider) {
        double[] origin = numbers(plane.origin());
        double[] xAxis = numbers(plane.xAxis());
        double[] yAxis = numbers(plane.yAxis());
        for (Curve curve : curves) {
            for (int axis = 0; axis < 3; axis++) {
                double[] reach = Curves.reach(curve, new Vector2(xAxis[axis], yAxis[axis]));
                double more = wider * Math.hypot(xAxis[axis], yAxis[axis]);
                low[axis] = Math.min(low[axis], origin[axis] + reach[0] - more);
                high[axis] = Math.max(high[axis], origin[axis] + reach[1] + more);
            }
        }
    }

    private void add(Vector3 point, double wider) {
        double[] place = numbers(point);
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.min(low[axis], place[axis] - wider);
            high[axis] = Math.max(high[axis], place[axis] + wider);
        }
    }

    private static double[] numbers(Vector3 vector) {
        return new double[] {vector.x(), vector.y(), vector.z()};
    }

    private Bounds box() {
        return new Bounds(new Vector3(low[0], low[1], low[2]), new Vector3(high[0], high[1], high[2]));
    }
}
