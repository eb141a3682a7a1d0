package dev.cadwright.dataset;

import dev.cadwright.geometry.Bounds;

/** Measures of an exact solid, in the units of its source. */
public record ShapeMeasures(
        double volume, double area, Bounds bounds, int solids, int faces, int edges, int vertices) {}
