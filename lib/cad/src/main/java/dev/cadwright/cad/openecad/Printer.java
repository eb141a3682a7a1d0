package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Writes a program: names carry the numbers of the extrude, the loop and the curve. */
final class Printer {
    private final OpenEcadStyle style;
    private final StringBuilder text = new StringBuilder();
    private final List<Earlier> earlier = new ArrayList<>();

    Printer(OpenEcadStyle style) {
        this.style = style;
    }

    /** An extrude that was written, with its two numbers, in the units of the program. */
    record Earlier(Frame plane, Profile profile, double one, double two) {}

    String print(Construction construction) {
        for (Feature feature : construction.features()) {
            Feature.Extrude extrude = (Feature.Extrude) feature;
            Operation operation = extrude.operation();
            for (Profile profile : extrude.profiles()) {
                print(extrude, profile, operation);
                operation = operation == Operation.NEW_BODY ? Operation.JOIN : operation;
            }
        }
        return text.toString();
    }

    private void print(Feature.Extrude extrude, Profile profile, Operation operation) {
        int number = earlier.size();
        plane(extrude.plane(), number);
        text.append("Loops").append(number).append(" = []\n");
        List<Loop> loops = new ArrayList<>(List.of(profile.outer()));
        loops.addAll(profile.holes());
        for (int index = 0; index < loops.size(); index++) {
            print(loops.get(index), number + "_" + index);
        }
        text.append("Profile%1$d = add_profile(Loops%1$d)\n".formatted(number));
        text.append("Sketch%1$d = add_sketch(sketch_plane= SketchPlane%1$d, profile= Profile%1$d)\n".formatted(number));
        extent(extrude.extent(), operation, number);
        double[] extents = extents(extrude.extent());
        earlier.add(new Earlier(extrude.plane(), profile, extents[0], extents[1]));
    }

    private void plane(Frame plane, int number) {
        String reference = style.references()
                ? PlaneRelation.find(plane, earlier)
                        .map(relation -> relation.arguments(this::length))
                        .orElse("")
                : "";
        text.append("SketchPlane").append(number).append(" = add_sketchplane");
        if (reference.isEmpty()) {
            Vector3 origin = plane.origin();
            text.append("(\n\torigin= ")
                    .append(list(length(origin.x()), length(origin.y()), length(origin.z())))
                    .append(", normal= ")
                    .append(direction(plane.normal()))
                    .append(", x_axis= ")
                    .append(direction(plane.xAxis()));
        } else {
            text.append("_ref(\n\t").append(reference);
        }
        text.append(")\n");
    }

    private String direction(Vector3 axis) {
        return list(
                style.numbers().formatDirection(axis.x()),
                style.numbers().formatDirection(axis.y()),
                style.numbers().formatDirection(axis.z()));
    }

    private void print(Loop loop, String name) {
        text.append("Curves").append(name).append(" = []\n");
        for (int index = 0; index < loop.curves().size(); index++) {
            curve(loop.curves().get(index), name + "_" + index);
        }
        text.append("Loop%1$s = add_loop(Curves%1$s)\n".formatted(name));
    }

    private void curve(Curve curve, String name) {
        text.append(
                switch (curve) {
                    case Curve.Line line ->
                        "Line%s = add_line(start= %s, end= %s)\n"
                                .formatted(name, point(line.start()), point(line.end()));
                    case Curve.Arc arc ->
                        "Arc%s = add_arc(start= %s, end= %s, mid= %s)\n"
                                .formatted(name, point(arc.start()), point(arc.end()), point(arc.mid()));
                    case Curve.Circle circle ->
                        "Circle%s = add_circle(center= %s, radius= %s)\n"
                                .formatted(name, point(circle.centre()), length(circle.radius()));
                    case Curve.Ellipse ellipse -> throw new IllegalStateException("to be refused: " + ellipse);
                    case Curve.EllipseArc arc -> throw new IllegalStateException("to be refused: " + arc);
                    case Curve.Spline spline -> throw new IllegalStateException("to be refused: " + spline);
                });
    }

    private void extent(Extent extent, Operation operation, int number) {
        int type =
                switch (extent) {
                    case Extent.OneSide one -> 0;
                    case Extent.Symmetric symmetric -> 1;
                    case Extent.TwoSides both -> 2;
                };
        double[] extents = extents(extent);
        text.append(
                "Extrude%1$d = add_extrude(sketch= Sketch%1$d,\n\toperation= %2$d, type= %3$d, extent_one= %4$s, extent_two= %5$s)\n"
                        .formatted(number, operation.ordinal(), type, length(extents[0]), length(extents[1])));
    }

    private static double[] extents(Extent extent) {
        return switch (extent) {
            case Extent.OneSide(double distance, var _) -> new double[] {distance, 0};
            case Extent.Symmetric(double distance, var _) -> new double[] {distance, 0};
            case Extent.TwoSides(double first, double second, var _, var _) -> new double[] {first, second};
        };
    }

    private String point(Vector2 point) {
        return list(length(point.x()), length(point.y()));
    }

    private String length(double value) {
        return style.numbers().format(style.factor() == 1 ? value : value * style.factor());
    }

    private static String list(String... parts) {
        return "[" + String.join(", ", parts) + "]";
    }
}
