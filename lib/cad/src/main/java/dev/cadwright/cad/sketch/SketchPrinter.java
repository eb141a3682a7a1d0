package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.Section;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Writes the complete form: the sketches and the call of each feature, arguments by name, defaults left out. */
final class SketchPrinter {
    private final NumberStyle style;
    private final CallPrinter calls;
    private final StringBuilder text = new StringBuilder("# CAD Construction Sequence\n");

    SketchPrinter(NumberStyle style) {
        this.style = style;
        this.calls = new CallPrinter(style);
    }

    String print(Construction construction) {
        int number = 1;
        for (Feature feature : construction.features()) {
            switch (feature) {
                case Feature.Extrude extrude -> {
                    sketch("sketch", "Sketch " + number, extrude.plane(), extrude.profiles());
                    title("Extrude", number).append(calls.extrude(extrude));
                }
                case Feature.Revolve revolve -> {
                    sketch("sketch", "Sketch " + number, revolve.plane(), revolve.profiles());
                    title("Revolve", number).append(calls.revolve(revolve));
                }
                case Feature.Loft loft -> print(loft, number);
                case Feature.Sweep sweep -> print(sweep, number);
            }
            text.append('\n');
            number++;
        }
        return text.toString();
    }

    private void print(Feature.Loft loft, int number) {
        for (int index = 0; index < loft.sections().size(); index++) {
            Section section = loft.sections().get(index);
            String name = CallPrinter.section(index);
            sketch(name, "Section " + number + "." + (index + 1), section.plane(), List.of(section.profile()));
        }
        title("Loft", number).append(calls.loft(loft));
    }

    private void print(Feature.Sweep sweep, int number) {
        sketch("sketch", "Sketch " + number, sweep.plane(), sweep.profiles());
        begin("path", "Path " + number, sweep.path().plane());
        curves("path", sweep.path().curves());
        title("Sweep", number).append(calls.sweep(sweep));
    }

    private StringBuilder title(String kind, int number) {
        return text.append("\n# ")
                .append(kind)
                .append(": ")
                .append(kind)
                .append(' ')
                .append(number)
                .append('\n');
    }

    private void sketch(String name, String title, Frame plane, List<Profile> profiles) {
        begin(name, title, plane);
        for (int index = 0; index < profiles.size(); index++) {
            if (index > 0) {
                text.append(name).append(".add_profile()\n");
            }
            Profile profile = profiles.get(index);
            curves(name, profile.outer().curves());
            for (Loop hole : profile.holes()) {
                text.append(name).append(".add_hole()\n");
                curves(name, hole.curves());
            }
        }
    }

    private void begin(String name, String title, Frame plane) {
        text.append("\n# Create sketch: ").append(title).append('\n');
        text.append(name).append(" = Sketch(").append(plane(plane)).append(")\n");
    }

    private void curves(String name, List<Curve> curves) {
        for (Curve curve : curves) {
            text.append(name).append('.').append(calls.curve(curve)).append('\n');
        }
    }

    /** Compared as they are written, so that what prints the same is left out the same. */
    private String plane(Frame plane) {
        Vector3 origin = plane.origin();
        String place = CallPrinter.tuple(style.format(origin.x()), style.format(origin.y()), style.format(origin.z()));
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
        return CallPrinter.tuple(
                style.formatDirection(axis.x()), style.formatDirection(axis.y()), style.formatDirection(axis.z()));
    }
}
