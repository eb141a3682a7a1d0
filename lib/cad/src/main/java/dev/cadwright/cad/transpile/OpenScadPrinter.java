package dev.cadwright.cad.transpile;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.Range;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;

/**
 * Prints constructions as OpenSCAD programs: a module a feature, and a module for the body after each. Curves become
 * chords whose corners lie on them, so round shapes are a little smaller where they bulge and larger where they are
 * hollow; a comment says how fine they are.
 */
public final class OpenScadPrinter {
    /** Chords a full turn. */
    public static final int SEGMENTS = 128;

    private final StringBuilder text = new StringBuilder();

    private OpenScadPrinter() {}

    /** Fails where OpenSCAD has no words for something: tapers, lofts and sweeps; and where nothing is made. */
    public static Parse<String> print(Construction construction) {
        if (construction.features().isEmpty()) {
            return Parse.failed(Diagnostic.at(SourceSpan.NONE, "shape.empty", "the program makes nothing", ""));
        }
        try {
            return new Parse.Ok<>(new OpenScadPrinter().program(construction));
        } catch (Untranslatable e) {
            return Parse.failed(e.diagnostic());
        }
    }

    private String program(Construction construction) {
        text.append("// Arcs, circles, ellipses and splines are drawn with ")
                .append(SEGMENTS)
                .append(" chords a turn, their corners on the curve.\n");
        int number = 0;
        for (Feature feature : construction.features()) {
            number++;
            module("feature_" + number, () -> feature(feature));
            body(feature.operation(), number);
        }
        text.append("\nbody_").append(number).append("();\n");
        return text.toString();
    }

    private void module(String name, Runnable content) {
        text.append("\nmodule ").append(name).append("() {\n");
        content.run();
        text.append("}\n");
    }

    private void body(Operation operation, int number) {
        String word =
                switch (operation) {
                    case NEW_BODY, JOIN -> "union";
                    case CUT -> "difference";
                    case INTERSECT -> "intersection";
                };
        module("body_" + number, () -> {
            if (number == 1) {
                text.append("  feature_1();\n");
            } else {
                text.append("  ").append(word).append("() {\n    body_").append(number - 1);
                text.append("();\n    feature_").append(number).append("();\n  }\n");
            }
        });
    }

    private void feature(Feature feature) {
        switch (feature) {
            case Feature.Extrude extrude -> extrude(extrude);
            case Feature.Revolve revolve -> new OpenScadRevolve(text).print(revolve);
            case Feature.Loft loft -> throw new Untranslatable(loft.span(), "loft", "OpenSCAD has no loft");
            case Feature.Sweep sweep -> throw new Untranslatable(sweep.span(), "sweep", "OpenSCAD has no sweep");
        }
    }

    private void extrude(Feature.Extrude extrude) {
        if (extrude.extent().isTapered()) {
            throw new Untranslatable(
                    extrude.span(), "taper", "OpenSCAD scales an outline where a taper moves its sides");
        }
        Range range = Range.of(extrude.extent());
        Frame plane = extrude.plane().offset(range.from());
        multmatrix(text, plane.origin(), plane.xAxis(), plane.yAxis(), plane.normal());
        text.append("  linear_extrude(height = ")
                .append(Words.number(range.length()))
                .append(", convexity = 10)\n");
        OpenScadOutline outline = new OpenScadOutline(text);
        outline.print(extrude.profiles(), point -> point);
    }

    /** The map that takes the axes of space to a frame's. */
    static void multmatrix(StringBuilder text, Vector3 origin, Vector3 x, Vector3 y, Vector3 z) {
        text.append("  multmatrix([\n");
        row(text, x.x(), y.x(), z.x(), origin.x());
        row(text, x.y(), y.y(), z.y(), origin.y());
        row(text, x.z(), y.z(), z.z(), origin.z());
        text.append("    [0, 0, 0, 1]\n  ])\n");
    }

    private static void row(StringBuilder text, double... numbers) {
        text.append("    [");
        for (int index = 0; index < numbers.length; index++) {
            text.append(index == 0 ? "" : ", ").append(Words.number(numbers[index]));
        }
        text.append("],\n");
    }
}
