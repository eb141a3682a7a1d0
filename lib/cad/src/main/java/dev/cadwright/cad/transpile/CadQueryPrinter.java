package dev.cadwright.cad.transpile;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;

/**
 * Prints constructions as CadQuery programs (version 2.4 and later) whose result is called {@code result}: a workplane a
 * profile, wires drawn on it, extruded, revolved, lofted or swept, and united with, cut from or intersected with what
 * stands. Numbers read back to the same ones.
 */
public final class CadQueryPrinter {
    private CadQueryPrinter() {}

    /**
     * Fails where CadQuery has no words for something: elliptical arcs, splines that are no Bézier curves, a taper
     * against the normal; and for a construction that makes nothing.
     */
    public static Parse<String> print(Construction construction) {
        if (construction.features().isEmpty()) {
            return Parse.failed(Diagnostic.at(SourceSpan.NONE, "shape.empty", "the program makes nothing", ""));
        }
        StringBuilder text = new StringBuilder("import cadquery as cq\n");
        try {
            for (int index = 0; index < construction.features().size(); index++) {
                Feature feature = construction.features().get(index);
                text.append('\n');
                new CadQueryFeature(text, index + 1).print(feature);
                text.append(combined(feature.operation(), index));
            }
        } catch (Untranslatable e) {
            return Parse.failed(e.diagnostic());
        }
        return new Parse.Ok<>(text.toString());
    }

    private static String combined(Operation operation, int index) {
        if (index == 0) {
            return "result = solid\n";
        }
        return switch (operation) {
            case NEW_BODY, JOIN -> "result = result.union(solid)\n";
            case CUT -> "result = result.cut(solid)\n";
            case INTERSECT -> "result = result.intersect(solid)\n";
        };
    }
}
