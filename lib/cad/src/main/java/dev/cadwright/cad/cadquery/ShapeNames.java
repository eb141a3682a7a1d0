package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.shape.Geometry;
import dev.cadwright.cad.shape.Kind;
import java.util.List;
import java.util.Map;

/** CadQuery's names of kinds and geometries. */
final class ShapeNames {
    /** What {@code %} of a selector may be followed by, the longer of two with the same beginning first. */
    static final List<String> TYPES = List.of(
            "REVOLUTION",
            "HYPERBOLA",
            "EXTRUSION",
            "PARABOLA",
            "CYLINDER",
            "ELLIPSE",
            "BSPLINE",
            "SPHERE",
            "OFFSET",
            "CIRCLE",
            "BEZIER",
            "TORUS",
            "PLANE",
            "OTHER",
            "LINE",
            "CONE");

    private static final Map<Kind, String> KINDS = Map.of(
            Kind.VERTEX, "Vertex",
            Kind.EDGE, "Edge",
            Kind.WIRE, "Wire",
            Kind.FACE, "Face",
            Kind.SHELL, "Shell",
            Kind.SOLID, "Solid",
            Kind.COMPOUND, "Compound");

    private ShapeNames() {}

    static String of(Kind kind) {
        return KINDS.get(kind);
    }

    static Kind kind(String name) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> PythonError.keyError(new dev.cadwright.cad.python.value.StrValue(name)));
    }

    /** {@code geomType()}. */
    static String geometry(ShapeValue shape) {
        return switch (shape.kind()) {
            case VERTEX -> "Vertex";
            case EDGE, FACE -> name(shape.description().geometry());
            case WIRE -> "Wire";
            case SHELL -> "Shell";
            // CadQuery's table has this name for solids.
            case SOLID -> "CompSolid";
            case COMPOUND -> "Compound";
        };
    }

    private static String name(Geometry geometry) {
        return geometry.name();
    }
}
