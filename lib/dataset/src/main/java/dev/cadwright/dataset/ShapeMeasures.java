package dev.cadwright.dataset;

import dev.cadwright.geometry.Bounds;

/**
 * Measures of a solid, in the units of its source. A generated shape that no kernel has built is measured by its block
 * program: then its faces, edges and vertices are not counted and stand as 0.
 */
public record ShapeMeasures(
        double volume, double area, Bounds bounds, int solids, int faces, int edges, int vertices) {}
