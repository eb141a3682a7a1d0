package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.openecad.Printer.Earlier;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * How a sketch plane lies to an earlier extrude.
 *
 * @param number of the extrude
 * @param base the plane of the extrude that the words name
 * @param words {@code type= …} and perhaps the line
 */
record PlaneRelation(int number, Frame base, String words, Frame plane) {
    private static final double PARALLEL = 1e-10;
    /** Off the plane by less than this, relative to where the origins lie. */
    private static final double LEVEL = 1e-9;

    /** The first that holds, of the earliest extrude. */
    static Optional<PlaneRelation> find(Frame plane, List<Earlier> earlier) {
        for (int number = 0; number < earlier.size(); number++) {
            Earlier extrude = earlier.get(number);
            List<PlaneRelation> possible = new ArrayList<>();
            Frame base = extrude.plane();
            possible.add(new PlaneRelation(number, base, "\"sameplane\"", plane));
            possible.add(new PlaneRelation(number, base.offset(extrude.one()), "\"extent_one\"", plane));
            possible.add(new PlaneRelation(number, base.offset(-extrude.two()), "\"extent_two\"", plane));
            possible.addAll(lines(number, extrude, plane));
            Optional<PlaneRelation> holding =
                    possible.stream().filter(PlaneRelation::holds).findFirst();
            if (holding.isPresent()) {
                return holding;
            }
        }
        return Optional.empty();
    }

    private static List<PlaneRelation> lines(int number, Earlier extrude, Frame plane) {
        List<Loop> loops = new ArrayList<>(List.of(extrude.profile().outer()));
        loops.addAll(extrude.profile().holes());
        List<PlaneRelation> relations = new ArrayList<>();
        for (int loop = 0; loop < loops.size(); loop++) {
            List<Curve> curves = loops.get(loop).curves();
            for (int curve = 0; curve < curves.size(); curve++) {
                boolean straight = curves.get(curve) instanceof Curve.Line line
                        && Curves.start(line).distanceTo(Curves.end(line)) > 0;
                if (straight) {
                    String words = "\"line\", line= Line" + number + "_" + loop + "_" + curve;
                    relations.add(new PlaneRelation(
                            number, through(extrude.plane(), (Curve.Line) curves.get(curve)), words, plane));
                }
            }
        }
        return relations;
    }

    private static Frame through(Frame plane, Curve.Line line) {
        Vector3 start = plane.at(line.start().x(), line.start().y());
        Vector3 along = plane.at(line.end().x(), line.end().y()).minus(start);
        return new Frame(start, along, along.cross(plane.normal()));
    }

    private boolean holds() {
        boolean parallel = base.normal().cross(plane.normal()).length() < PARALLEL;
        Vector3 between = plane.origin().minus(base.origin());
        double size = Math.max(plane.origin().length(), base.origin().length());
        return parallel && Math.abs(between.dot(base.normal())) <= LEVEL * size;
    }

    String arguments(DoubleFunction<String> length) {
        Vector3 between = plane.origin().minus(base.origin());
        Vector2 origin = new Vector2(between.dot(base.xAxis()), between.dot(base.yAxis()));
        double angle = Math.atan2(plane.xAxis().dot(base.yAxis()), plane.xAxis().dot(base.xAxis()));
        boolean reversed = base.normal().dot(plane.normal()) < 0;
        return "Extrude" + number + ", origin= [" + length.apply(origin.x()) + ", " + length.apply(origin.y())
                + "], type= " + words
                + (Math.abs(angle) > PARALLEL ? ", angle= " + Angles.text(angle) : "")
                + (reversed ? ", reverse= True" : "");
    }
}
