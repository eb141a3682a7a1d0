package dev.cadwright.cad.check;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import java.util.List;

/** Finds what makes a construction unsound before any kernel is asked. */
public final class ConstructionCheck {
    private ConstructionCheck() {}

    /** What is wrong, in the order of the construction; empty when nothing was found. */
    public static List<Diagnostic> check(Construction construction) {
        throw new UnsupportedOperationException("not there yet");
    }
}
