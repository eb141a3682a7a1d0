package dev.cadwright.cad.python.syntax;

import java.util.Set;

/**
 * Which names a function, a class body or a comprehension binds itself.
 *
 * @param locals the names that live in this scope
 * @param globals the names that it takes from the module by its own word
 */
public record Scope(Set<String> locals, Set<String> globals) {
    public Scope {
        locals = Set.copyOf(locals);
        globals = Set.copyOf(globals);
    }
}
