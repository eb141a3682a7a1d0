package dev.cadwright.cad;

import dev.cadwright.geometry.Vector2;

/** A line of a sketch plane that a profile turns about, directed from one of its points to another. */
public record Axis(Vector2 start, Vector2 end) {}
