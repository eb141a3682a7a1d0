package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.syntax.FunctionTree;
import dev.cadwright.cad.python.syntax.Statement;
import java.util.List;
import java.util.Set;

/** Names that functions and classes of a program bind within themselves: outside they may mean something else. */
final class LocalNames {
    private LocalNames() {}

    static void collect(List<Statement> body, Set<String> names) {
        for (Statement statement : body) {
            if (statement instanceof Statement.Define define) {
                define.function().parameters().stream()
                        .map(FunctionTree.Parameter::name)
                        .forEach(names::add);
                assigned(define.function().body(), names);
            } else if (statement instanceof Statement.DefineClass type) {
                assigned(type.body(), names);
            }
            Children.blocks(statement).forEach(block -> collect(block, names));
        }
    }

    private static void assigned(List<Statement> body, Set<String> names) {
        for (Statement statement : body) {
            if (statement instanceof Statement.Assign assign) {
                assign.targets().forEach(target -> {
                    if (target instanceof dev.cadwright.cad.python.syntax.Target.Name(String name, var span)) {
                        names.add(name);
                    }
                });
            }
            Children.blocks(statement).forEach(block -> assigned(block, names));
        }
    }
}
