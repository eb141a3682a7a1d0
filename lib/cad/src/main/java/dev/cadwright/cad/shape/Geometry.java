package dev.cadwright.cad.shape;

/** What a vertex, curve or surface is geometrically; shapes without geometry of their own are named by their kind. */
public enum Geometry {
    POINT,
    LINE,
    CIRCLE,
    ELLIPSE,
    HYPERBOLA,
    PARABOLA,
    BEZIER,
    BSPLINE,
    OFFSET,
    PLANE,
    CYLINDER,
    CONE,
    SPHERE,
    TORUS,
    REVOLUTION,
    EXTRUSION,
    OTHER,
    WIRE,
    SHELL,
    SOLID,
    COMPOUND
}
