package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.syntax.ModuleTree;

/** Runs programs. */
public final class Interpreter {
    private Interpreter() {}

    /** Runs a program in a namespace of its own. Nothing that a program does makes this throw. */
    public static Outcome run(ModuleTree program, Host host, Budget budget) {
        throw new UnsupportedOperationException("not yet");
    }
}
