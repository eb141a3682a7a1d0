package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.geometry.Vector2;
import java.util.Locale;

/** Writes the form of the first conversations: no planes, no operations, lines to three decimals, arcs and circles elided. */
final class LossyPrinter {
    private final StringBuilder text = new StringBuilder("# CAD Construction Sequence\n");

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
        text.append("\n# Create sketch: Sketch ").append(number).append("\nsketch = Sketch()\n");
        for (Profile profile : extrude.profiles()) {
            print(profile.outer());
            profile.holes().forEach(this::print);
        }
        text.append("\n# Extrude: Extrude ").append(number);
        text.append("\nextrude = Extrude(sketch, distance=")
                .append(number(first(extrude.extent())))
                .append(")\n");
    }

    private void print(Loop loop) {
        for (Curve curve : loop.curves()) {
            text.append(
                    switch (curve) {
                        case Curve.Line line ->
                            "sketch.add_line(start=" + point(line.start()) + ", end=" + point(line.end()) + ")\n";
                        case Curve.Arc arc -> "sketch.add_arc(...)\n";
                        case Curve.Circle circle -> "sketch.add_circle(...)\n";
                    });
        }
    }

    private static double first(Extent extent) {
        return switch (extent) {
            case Extent.OneSide(double distance) -> distance;
            case Extent.Symmetric(double distance) -> distance;
            case Extent.TwoSides(double first, var _) -> first;
        };
    }

    private static String point(Vector2 point) {
        return "(" + number(point.x()) + ", " + number(point.y()) + ", 0.000)";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
