package dev.cadwright.cad.sketch;

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

/** Writes the complete form: one sketch and one extrude a feature, arguments by name, defaults of planes left out. */
final class SketchPrinter {
    private final NumberStyle style;
    private final StringBuilder text = new StringBuilder("# CAD Construction Sequence\n");

    SketchPrinter(NumberStyle style) {
        this.style = style;
    }

    String print(Construction construction) {
        int number = 1;
        for (Feature feature : construction.features()) {
            switch (feature) {
                case Feature.Extrude extrude -> print(extrude, number++);
            }
        }
        return text.toString();
    }

    private void print(Feature.Extrude extrude, int number) {
        text.append("\n# Create sketch: Sketch ").append(number).append('\n');
        text.append("sketch = Sketch(").append(plane(extrude.plane())).append(")\n");
        for (int index = 0; index < extrude.profiles().size(); index++) {
            if (index > 0) {
                text.append("sketch.add_profile()\n");
            }
            print(extrude.profiles().get(index));
        }
        text.append("\n# Extrude: Extrude ").append(number).append('\n');
        text.append("extrude = Extrude(sketch, ").append(extent(extrude.extent()));
        text.append(", operation=\"").append(operation(extrude.operation())).append("\")\n");
    }

    /** Compared as they are written, so that what prints the same is left out the same. */
    private String plane(Frame plane) {
        Vector3 origin = plane.origin();
        String place = tuple(style.format(origin.x()), style.format(origin.y()), style.format(origin.z()));
        String xAxis = direction(plane.xAxis());
        String normal = direction(plane.normal());
        List<String> arguments = new ArrayList<>();
        if (!place.equals("(0, 0, 0)")) {
            arguments.add("origin=" + place);
        }
        if (!xAxis.equals("(1, 0, 0)") || !normal.equals("(0, 0, 1)")) {
            arguments.add("x_axis=" + xAxis);
            arguments.add("normal=" + normal);
        }
        return String.join(", ", arguments);
    }

    private String direction(Vector3 axis) {
        return tuple(style.formatDirection(axis.x()), style.formatDirection(axis.y()), style.formatDirection(axis.z()));
    }

    private void print(Profile profile) {
        print(profile.outer());
        for (Loop hole : profile.holes()) {
            text.append("sketch.add_hole()\n");
            print(hole);
        }
    }

    private void print(Loop loop) {
        for (Curve curve : loop.curves()) {
            text.append("sketch.").append(call(curve)).append('\n');
        }
    }

    private String call(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> "add_line(start=" + point(line.start()) + ", end=" + point(line.end()) + ")";
            case Curve.Arc arc ->
                "add_arc(start=" + point(arc.start()) + ", mid=" + point(arc.mid()) + ", end=" + point(arc.end()) + ")";
            case Curve.Circle circle ->
                "add_circle(center=" + point(circle.centre()) + ", radius=" + style.format(circle.radius()) + ")";
        };
    }

    private String extent(Extent extent) {
        return switch (extent) {
            case Extent.OneSide(double distance) -> "distance=" + style.format(distance);
            case Extent.Symmetric(double distance) -> "distance=" + style.format(distance) + ", symmetric=True";
            case Extent.TwoSides(double first, double second) ->
                "distance=" + style.format(first) + ", against=" + style.format(second);
        };
    }

    private static String operation(Operation operation) {
        return switch (operation) {
            case NEW_BODY -> "new_body";
            case JOIN -> "join";
            case CUT -> "cut";
            case INTERSECT -> "intersect";
        };
    }

    private String point(Vector2 point) {
        return tuple(style.format(point.x()), style.format(point.y()));
    }

    private static String tuple(String... parts) {
        return "(" + String.join(", ", parts) + ")";
    }
}
