package dev.cadwright.cad.shape;

import dev.cadwright.geometry.Vector3;

/**
 * {@code BRepGProp} over a whole shape.
 *
 * @param length of the edges; @param area of the faces; @param volume of the solids
 * @param centreByVolume of mass with a density in the solids; the other centres with one on the faces, on the edges
 */
public record ShapeMeasures(
        double length,
        double area,
        double volume,
        Vector3 centreByLength,
        Vector3 centreByArea,
        Vector3 centreByVolume) {}
