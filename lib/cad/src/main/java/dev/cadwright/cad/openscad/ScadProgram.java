package dev.cadwright.cad.openscad;

import java.util.List;

/** A program: its statements in order. Comments are not part of it. */
public record ScadProgram(List<Statement> statements) {
    public ScadProgram {
        statements = List.copyOf(statements);
    }
}
