package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A statement of a program, a module or a block of children. */
public sealed interface Statement {
    SourceSpan span();

    /** {@code include <path>}: as if the file stood here. */
    record Include(String path, SourceSpan span) implements Statement {}

    /** {@code use <path>}: the file's modules and functions. */
    record Use(String path, SourceSpan span) implements Statement {}

    record Assignment(String name, Expression value, SourceSpan span) implements Statement {}

    record ModuleDefinition(String name, List<Parameter> parameters, List<Statement> body, SourceSpan span)
            implements Statement {
        public ModuleDefinition {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    record FunctionDefinition(String name, List<Parameter> parameters, Expression body, SourceSpan span)
            implements Statement {
        public FunctionDefinition {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * {@code name(arguments) children}.
     *
     * @param modifiers any of {@code ! # % *}, in the order of the text
     */
    record Instantiation(
            String modifiers, String name, List<Argument> arguments, List<Statement> children, SourceSpan span)
            implements Statement {
        public Instantiation {
            arguments = List.copyOf(arguments);
            children = List.copyOf(children);
        }
    }

    /** {@code if(…) … else if(…) … else …}. */
    record Choice(String modifiers, List<Branch> branches, Optional<List<Statement>> otherwise, SourceSpan span)
            implements Statement {
        public Choice {
            branches = List.copyOf(branches);
            otherwise = otherwise.map(List::copyOf);
        }
    }

    record Branch(Expression condition, List<Statement> body) {
        public Branch {
            body = List.copyOf(body);
        }
    }

    record Block(List<Statement> statements, SourceSpan span) implements Statement {
        public Block {
            statements = List.copyOf(statements);
        }
    }
}
