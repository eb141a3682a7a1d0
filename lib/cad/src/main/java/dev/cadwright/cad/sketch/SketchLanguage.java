package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;

/** The readable sketch-and-extrude language; {@code docs/formats/sketch.md} is its reference. */
public final class SketchLanguage {
    private SketchLanguage() {}

    public static Parse<Construction> parse(String text) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The canonical text: it parses back to the same construction. */
    public static String print(Construction construction) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The form of the first TinyLLaVA conversations, which leaves out planes, arcs and circles. It cannot be read back. */
    public static String printLossy(Construction construction) {
        throw new UnsupportedOperationException("not there yet");
    }
}
