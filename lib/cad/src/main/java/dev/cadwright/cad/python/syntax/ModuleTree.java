package dev.cadwright.cad.python.syntax;

import java.util.List;

/**
 * A program.
 *
 * @param definesCode whether it holds a function, a lambda or a class: without one nothing in it can recur
 */
public record ModuleTree(List<Statement> body, boolean definesCode) {
    public ModuleTree {
        body = List.copyOf(body);
    }
}
