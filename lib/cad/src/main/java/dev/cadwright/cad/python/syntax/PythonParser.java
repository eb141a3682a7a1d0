package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.Parse;

/** Reads programs of the Python subset. */
public final class PythonParser {
    private PythonParser() {}

    /** Reads a program; text that does not read gives diagnostics, never an exception. */
    public static Parse<ModuleTree> parse(String text) {
        throw new UnsupportedOperationException("not yet");
    }
}
