package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.geometry.Vector2;
import java.util.List;
import java.util.Locale;

/** Writes the form of the first conversations: no planes, no operations, lines to three decimals, arcs and circles elided. */
final class LossyPrinter {
    private final StringBuilder text = new StringBuilder("# CAD Construction Sequence\n");

    String print(Construction construction) {
        int number = 1;
        for (Feature feature : construction.features()) {
            int at = number;
            switch (feature) {
                case Feature.Extrude extrude -> {
                    sketch(extrude.profiles(), number);
                    call("Extrude", number, "sketch, distance=" + number(first(extrude.extent())));
                }
                case Feature.Revolve revolve -> {
                    sketch(revolve.profiles(), number);
                    call("Revolve", number, "...");
                }
                case Feature.Loft loft -> {
                    loft.sections().forEach(section -> sketch(List.of(section.profile()), at));
                    call("Loft", number, "...");
                }
                case Feature.Sweep sweep -> {
                    sketch(sweep.profiles(), number);
                    call("Sweep", number, "...");
                }
            }
            number++;
        }
        return text.toString();
    }

    private void sketch(List<Profile> profiles, int number) {
        text.append("\n# Create sketch: Sketch ").append(number).append("\nsketch = Sketch()\n");
        for (Profile profile : profiles) {
            print(profile.outer());
            profile.holes().forEach(this::print);
        }
    }

    private void call(String function, int number, String arguments) {
        text.append("\n# ")
                .append(function)
                .append(": ")
                .append(function)
                .append(' ')
                .append(number);
        text.append('\n')
                .append(function.toLowerCase(Locale.ROOT))
                .append(" = ")
                .append(function);
        text.append('(').append(arguments).append(")\n");
    }

    private void print(Loop loop) {
        for (Curve curve : loop.curves()) {
            text.append(
                    switch (curve) {
                        case Curve.Line line ->
                            "sketch.add_line(start=" + point(line.start()) + ", end=" + point(line.end()) + ")\n";
                        case Curve.Arc arc -> "sketch.add_arc(...)\n";
                        case Curve.Circle circle -> "sketch.add_circle(...)\n";
                        case Curve.Ellipse ellipse -> "sketch.add_ellipse(...)\n";
                        case Curve.EllipseArc arc -> "sketch.add_ellipse_arc(...)\n";
                        case Curve.Spline spline -> "sketch.add_spline(...)\n";
                    });
        }
    }

    private static double first(Extent extent) {
        return switch (extent) {
            case Extent.OneSide(double distance, var _) -> distance;
            case Extent.Symmetric(double distance, var _) -> distance;
            case Extent.TwoSides(double first, var _, var _, var _) -> first;
        };
    }

    private static String point(Vector2 point) {
        return "(" + number(point.x()) + ", " + number(point.y()) + ", 0.000)";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
