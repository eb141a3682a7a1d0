package dev.cadwright.kernel;

import dev.cadwright.geometry.format.Colour;
import java.util.Optional;

/** A part of an assembly that a worker holds under a handle. */
record Part(int handle, String name, Optional<Colour> colour) {}
