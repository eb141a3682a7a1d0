package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.python.syntax.ModuleTree;
import java.util.List;

/** Finds what is wrong with a program without running it. */
final class ProgramCheck {
    private ProgramCheck() {}

    static List<Diagnostic> of(ModuleTree tree) {
        return List.of();
    }
}
